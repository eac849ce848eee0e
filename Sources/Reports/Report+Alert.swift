import AccessPlan
public import Alerts
import Checks
import Time

extension Report {
    /// The report as an alert, ready to be put into bodies; `due` says whether people are told.
    /// - Parameters:
    ///   - region: the Region in which the checker ran.
    ///   - id: what tells this run from others, e.g. the request's id.
    /// - Returns: an alert of kind drift.
    public func alert(region: String, id: String) -> Alert {
        var alert = Alert()
        alert.due = due.isDue
        alert.id = id
        alert.kind = .drift
        alert.severity = severity
        alert.headline = headline
        alert.eventName = "drift"
        alert.eventSource = Self.eventSource
        alert.eventTime = takenAt.moment
        alert.region = region
        alert.account.recordedIn = emergencyAccount
        alert.account.names[emergencyAccount] = "emergency access"
        alert.outcome.result = .success
        if let emergency {
            alert.expected.incident = emergency.incident
        }
        alert.unusual = (emergency?.warnings ?? []) + warnings + findings(.drifted)
        alert.notLookedUp = findings(.notChecked)
        alert.nextSteps = steps
        alert.finish(runbook: runbook, emergencyAccount: emergencyAccount)
        return alert
    }

    /// The findings of one status, worst first, as lines; of many it is said how many there are.
    private func findings(_ status: Outcome.Status) -> [String] {
        let concerned = worstFirst.filter { $0.status == status }
        var lines: [String] = []
        for outcome in concerned {
            let items = outcome.items(status)
            for item in items.prefix(3) {
                lines.append("\(item.severity.rawValue): \(item.finding.fact)")
            }
            if items.count > 3 { lines.append("\(outcome.check.id): \(items.count - 3) more") }
        }
        guard lines.count > 20 else { return lines }
        return lines.prefix(19) + ["\(lines.count - 19) more: see the report"]
    }

    /// What to do, worst first, causes rather than consequences.
    private var steps: [String] {
        let causes = worstFirst.filter { $0.status == .drifted && $0.explainedBy.isEmpty }
        var steps = causes.prefix(5).map(\.check.remediation).map { step in
            step.hasSuffix(".") ? String(step.dropLast()) : step
        }
        if causes.count > 5 {
            steps.append("Then go on with the report: it has the other findings")
        }
        if !outcomes(.notChecked).isEmpty {
            steps.append("Give the checker back what it could not read")
        }
        let left = emergency?.conditions.filter { $0.holds != true } ?? []
        for condition in left.prefix(12) {
            steps.append("Before \(emergency?.incident ?? "it") is closed: \(condition.title)")
        }
        guard !steps.isEmpty else { return [] }
        return steps + [
            runbook == nil
                ? "Go on with your runbook, section drift" : "Go on with the runbook, section drift"
        ]
    }
}
