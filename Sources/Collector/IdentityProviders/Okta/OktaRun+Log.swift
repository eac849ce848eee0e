import AccessPlan
import IdPClient
import Snapshots
import Time

extension OktaRun {
    /// Entries reach the log some minutes late. The overlap may report one twice, but misses none.
    private static let overlap: Int64 = 300

    /// What was done to the app and the emergency groups.
    func log(since: Int?, now: Timestamp) async -> Listing<Snapshot.LogEntry> {
        let part = "the identity provider's log"
        let app = plan.identityProvider?.app
        let groups = plan.emergencyGroups
        guard app != nil || !groups.isEmpty else {
            return Listing(
                [],
                unread: Unavailable(
                    part, .notConfigured, detail: "the plan names neither app nor groups"))
        }
        let wanted = Timestamp(
            secondsSince1970: since.map(Int64.init) ?? now.secondsSince1970 - 86_400
        ).advanced(by: -Self.overlap)
        // An hour less than Okta keeps, so that the oldest entry does not expire during the run.
        let oldest = now.advanced(by: 3_600 - Okta.logRetention)
        let list = Okta.listLogEvents(
            app: app, groups: groups, since: max(wanted, oldest), until: now)
        var pages = await client.list(list, before: deadline)
        let known = Set(groups + (app.map { [$0] } ?? []))
        pages.items.removeAll { known.isDisjoint(with: $0.targets) }
        var entries = Listing(part, pages) { event in
            Snapshot.LogEntry(
                id: event.id, type: event.type, time: event.published, actor: event.actor,
                targets: event.targets, succeeded: event.isDone)
        }
        if wanted < oldest, entries.unread == nil {
            entries.unread = Unavailable(
                part, .partialPage, detail: "the last run was longer ago than the log is kept")
        }
        return entries
    }

    func logStreams() async -> Listing<Snapshot.LogStream> {
        await client.observe("the log streams", Okta.listLogStreams(), before: deadline) {
            Snapshot.LogStream(
                name: $0.name, kind: $0.kind, status: $0.status, account: $0.accountID)
        }
    }
}

extension Okta.LogEvent {
    /// Whether it succeeded. An unknown result counts as success, so that it is reported.
    fileprivate var isDone: Bool {
        !["FAILURE", "DENY", "SKIPPED", "CHALLENGE"].contains(result ?? "")
    }
}
