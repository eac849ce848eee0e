import AWSClient
import AccessPlan
import Events
import Snapshots
import Time

extension Part {
    /// The due events of the last days, from the hubs' ledgers and from CloudTrail, and what the
    /// outboxes say of them.
    ///
    /// The reader of events decides what is due, of a line of the ledger as of a whole event.
    static let ledger = Part("ledger") { place in
        let hubs = place.plan.regions.hubs
        let since = place.startedAt - LedgerWindow.seconds
        let events = DueEvents(plan: place.plan)
        async let uses = place.keyUses()
        async let history = place.history(since, events)
        let lines = await each(of: hubs) { await place.lines(in: $0, since, events) }
        let known = await history
        let ids = Set((lines.flatMap(\.items) + known.items).compactMap(\.id)).sorted()
        let outbox = await each(of: hubs) { region in
            await place.observe { () throws(Unavailable) in try await place.outbox(ids, region) }
        }
        let used = await uses
        return { snapshot in
            snapshot.ledger.since = since
            for (region, (read, items)) in zip(hubs, zip(lines, outbox)) {
                snapshot.ledger.lines[region] = read
                snapshot.ledger.outbox[region] = items
            }
            snapshot.ledger.history = known
            snapshot.ledger.keyUses = used
        }
    }
}

/// How far back a night looks: the use of a role is known to IAM up to some hours late, and began with
/// a session up to twelve hours before.
enum LedgerWindow {
    static let seconds = 44 * 3_600
}

extension Place {
    /// The due events in the ledger of a hub.
    fileprivate func lines(
        in region: String, _ since: Int, _ events: DueEvents
    ) async -> Listing<Snapshot.DueEvent> {
        await list("the ledger in \(region)", in: region) { token in
            CloudWatchLogs.filterLogEvents(
                group: LedgerForm.logGroup, start: since, end: startedAt, token: token
            ).mapped { page in
                AWS.Page(page.items.compactMap { events.event(line: $0.message) }, next: page.next)
            }
        }
    }

    /// The due events that CloudTrail remembers of this account: sign-ins, what break-glass users did,
    /// and what was done to the alert path. One call at a time in each Region: CloudTrail answers two a
    /// second.
    fileprivate func history(
        _ since: Int, _ events: DueEvents
    ) async -> Listing<Snapshot.DueEvent> {
        let lookups =
            [CloudTrail.Lookup.eventName("AssumeRoleWithSAML"), .eventName("ConsoleLogin")]
            + plan.breakGlassUsers.map { .userName($0) }
            + Self.watchedByName.map { .resourceName($0) }
        let regions = Set(plan.regions.hubs + ["us-east-1"]).sorted()
        let lists = await each(of: regions) { region in
            var found: [Listing<Observed<Snapshot.DueEvent?>>] = []
            for lookup in lookups {
                let page = await list("CloudTrail's event history in \(region)", in: region) {
                    CloudTrail.lookupEvents(lookup, since: since, token: $0).mapped { page in
                        AWS.Page(page.items.map { events.event($0) }, next: page.next)
                    }
                }
                found.append(page)
                // What refuses one refuses all.
                if page.unread != nil { break }
            }
            return found
        }.flatMap(\.self)
        var seen: Set<Snapshot.DueEvent> = []
        let read = lists.flatMap(\.items)
        return Listing(
            read.compactMap { $0.value ?? nil }.filter { seen.insert($0).inserted },
            unread: lists.lazy.compactMap(\.unread).first
                ?? read.lazy.compactMap(\.unread).first)
    }

    /// What of the alert path CloudTrail lists under its name.
    private static let watchedByName = [
        AlertPathNames.topic, AlertPathNames.table, AlertPathNames.enricher,
        AlertPathNames.publisher, RoleNames.breakGlass,
    ]

    /// When the access keys of the break-glass users were last used.
    fileprivate func keyUses() async -> [String: Observed<Int?>] {
        let keys = await each(of: plan.breakGlassUsers) { user in
            // The part of the users says which could not be listed.
            let list = await list("the access keys of \(user)") {
                IAM.listAccessKeys(user, marker: $0)
            }
            return list.items.map { (user, $0.id) }
        }.flatMap(\.self)
        let uses = await each(of: keys) { user, key in
            let use = await read(
                "the last use of access key \(key)", IAM.getAccessKeyLastUsed(key))
            return ("\(user)/\(key)", use.map { $0.map { Int($0.secondsSince1970) } })
        }
        return Dictionary(uses) { first, _ in first }
    }
}
