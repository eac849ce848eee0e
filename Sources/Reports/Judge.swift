import AccessPlan
import Checks
import Snapshots
import Time

/// Decides how a finding counts: as drift, as approved, as accepted.
struct Judge {
    let snapshot: Snapshot
    let plan: Plan

    func item(_ finding: Finding, of check: DriftCheck) -> Outcome.Item {
        let severity = finding.severity ?? check.severity
        func item(_ status: Outcome.Status?, _ because: String? = nil) -> Outcome.Item {
            Outcome.Item(finding: finding, status: status, severity: severity, because: because)
        }
        switch finding.kind {
        case .note:
            return item(nil)
        case .drift:
            if let opening = finding.opening, let declaration = snapshot.declaration.value ?? nil,
                declaration.covers(opening, now: snapshot.takenAt, plan: plan)
            {
                return item(.open, "declared: \(declaration.incident)")
            }
        case .notChecked:
            break
        }
        let waiver = plan.waivers.first { $0.covers(finding, of: check) }
        if let waiver, waiver.holds(at: snapshot.takenAt) {
            return item(.waived, "\(waiver.reason) (until \(waiver.until))")
        }
        let ended = waiver.map { "its waiver ended: \($0.until)" }
        return item(finding.kind == .drift ? .drifted : .notChecked, ended)
    }
}

extension Plan.Waiver {
    /// Whether it applies to this finding.
    func covers(_ finding: Finding, of check: DriftCheck) -> Bool {
        self.check == check.id && applies(to: finding.resource)
    }

    /// Whether its last day has not passed; false for a day that does not exist.
    func holds(at time: Int) -> Bool {
        let day = time.day
        guard Timestamp(iso8601: "\(until)T00:00:00Z") != nil else { return false }
        return until >= day
    }
}
