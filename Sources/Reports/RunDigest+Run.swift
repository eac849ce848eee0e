import AccessPlan
import Checks
import Runs
import Snapshots

extension RunDigest {
    /// Resources of one check and state that are listed one by one. The digest must fit one item of
    /// the table (400 KB), even when a thousand accounts cannot be read.
    private static let kept = 40

    init(of snapshot: Snapshot, plan: Plan, outcomes: [Outcome], last: RunDigest?) {
        self.init(takenAt: snapshot.takenAt)
        var found: Set<String> = []
        for outcome in outcomes {
            for status in [Outcome.Status.drifted, .notChecked, .open] {
                let resources = Set(outcome.items(status).map(\.finding.resource)).sorted()
                for resource in resources.prefix(Self.kept) {
                    found.insert("\(outcome.check.id)|\(status.rawValue)|\(resource)")
                }
                if resources.count > Self.kept {
                    let more = resources.count - Self.kept
                    found.insert("\(outcome.check.id)|\(status.rawValue)|and \(more) more")
                }
            }
        }
        self.found = found.sorted()
        let isClean = outcomes.allSatisfy { $0.status == .inSync || $0.status == .waived }
        cleanRuns = isClean ? (last?.cleanRuns ?? 0) + 1 : 0
        changes = last?.changes ?? [:]
        let groups = plan.emergencyRoles.flatMap(\.groups)
        for id in groups + (plan.identityProvider?.app.map { [$0] } ?? []) {
            // What could not be read keeps the last known time.
            if let time = snapshot.identityProvider.lastChange(of: id).value ?? nil {
                changes[id] = time
            }
        }
    }
}
