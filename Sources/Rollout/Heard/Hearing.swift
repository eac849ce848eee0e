import AWSClient
package import AccessPlan
import Deployment
import System
import Text

/// Proves that a deployment is heard: real canaries in every account and Region, through rules, bus,
/// enricher, publisher and topic, to the queue behind it.
package struct Hearing: Sendable {
    let plan: Plan
    let site: Site
    let expected: Set<Heard.Place>
    let run: String

    /// Makes a hearing.
    /// - Parameters:
    ///   - plan: which accounts and hub Regions there are.
    ///   - site: the emergency access account.
    ///   - expected: the accounts and Regions that have rules.
    package init(plan: Plan, site: Site, expected: Set<Heard.Place>) {
        self.plan = plan
        self.site = site
        self.expected = expected
        run = Hexadecimal.encode(site.client.world.randomBytes(8))
    }

    private var home: String { plan.regions.home }

    /// Sends canaries and waits for them.
    /// - Parameters:
    ///   - limit: how long to wait, everything included.
    ///   - narrator: shows what was heard.
    /// - Returns: what was heard and what was not. A task that is canceled returns what it has.
    /// - Throws: why nothing can be heard.
    package func listen(
        within limit: Duration, _ narrator: Narrator
    ) async throws(Obstacle) -> Heard {
        let world = site.client.world
        let deadline = world.deadline(after: limit)
        let url = try await queue()
        try await SubscriptionFilters(site, plan).settle(before: deadline, narrator)
        let accounts = Set(expected.map(\.account)).sorted()
        let atHome = await HubRecords(of: accounts, at: site, in: home)
        var atStandby: HubRecords?
        if let region = plan.regions.standby {
            atStandby = await HubRecords(of: accounts, at: site, in: region)
        }
        let ledger = HearingLedger(expected, in: world)
        let sender = CanarySender(
            site: site, home: home, run: run, ledger: ledger, deadline: deadline)
        let listener = CanaryListener(
            site: site, home: home, url: url, run: run, ledger: ledger, narrator: narrator,
            deadline: deadline)
        let places = expected.sorted { ($0.account, $0.region) < ($1.account, $1.region) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await sender.send(places) }
            for _ in 0..<CanaryListener.width { group.addTask { await listener.listen() } }
            // Who still waits at the end, for a message or for the checker, waits for nothing.
            while await group.next() != nil {
                if ledger.isOver || deadline.hasPassed(in: world) { group.cancelAll() }
            }
        }
        defer { narrator.progress("") }
        if let obstacle = ledger.obstacle { throw obstacle }
        let (heard, notSent) = (ledger.heard, ledger.notSent)
        let lost = expected.subtracting(heard.keys).subtracting(notSent.keys)
        let recorded = lost.isEmpty ? [] : await atHome.advanced(lost)
        var missing = notSent.mapValues { Heard.Miss.notSent($0) }
        for place in lost { missing[place] = recorded.contains(place) ? .notPublished : .lost }
        let standby = await atStandby?.listen(
            for: expected.subtracting(notSent.keys), before: deadline, narrator)
        return Heard(
            run: run, heard: heard, missing: missing, standby: standby, time: ledger.time)
    }

    private func queue() async throws(Obstacle) -> String {
        let url: String?
        do throws(AWS.Failure) {
            url = try await site.send(SQS.getQueueURL(AlertPathNames.canaryQueue), in: home)
        } catch {
            throw Obstacle(error, at: site, home, AlertPathNames.canaryQueue)
        }
        guard let url else {
            throw Obstacle(
                account: site.account, region: home, AlertPathNames.canaryQueue,
                "does not exist, so no canary can be heard",
                hint: "update stack breakglass-hub, with the package of drift-checker")
        }
        return url
    }
}
