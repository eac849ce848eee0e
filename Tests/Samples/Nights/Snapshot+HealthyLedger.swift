package import AccessPlan
package import Snapshots

extension Snapshot.Ledger {
    /// Three due events: one was told, one is told by its alert, one is counted in a story. A fourth is
    /// too young. CloudTrail remembers the first.
    package static func healthy(_ plan: Plan) -> Self {
        var ledger = Self()
        ledger.since = Snapshot.night - 44 * 3_600
        let events = ["e-1", "e-2", "e-3"].map { event($0, plan, hours: 5) }
        let young = event("e-4", plan, hours: 0)
        for region in plan.regions.hubs {
            ledger.lines[region] = Listing(events + [young])
            ledger.outbox[region] = .observed([:])
        }
        ledger.history = Listing([events[0]])
        ledger.outbox[plan.regions.home] = .observed([
            "alert#e-1": .sent(plan), "act#e-2": Snapshot.OutboxItem(folds: "e-1"),
            "act#e-3": Snapshot.OutboxItem(waits: "story#s"),
            "story#s": Snapshot.OutboxItem(due: Snapshot.night + 60),
        ])
        return ledger
    }

    /// A due event about a break-glass user.
    package static func event(_ id: String?, _ plan: Plan, hours: Int) -> Snapshot.DueEvent {
        Snapshot.DueEvent(
            id: id, name: "ConsoleLogin", time: Snapshot.night - hours * 3_600,
            account: plan.emergencyAccount, uses: ["\(plan.emergencyAccount)/BreakglassUser1"])
    }
}

extension Snapshot.OutboxItem {
    /// SNS took it.
    package static func sent(_ plan: Plan) -> Self {
        Self(
            state: "sent",
            taken: [plan.topicARN(AlertPathNames.topic, in: plan.regions.home)])
    }
}
