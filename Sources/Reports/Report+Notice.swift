import AccessPlan
import Checks
public import Runs
import Time

extension Report {
    /// The event's `detail` is at most this long: EventBridge accepts 256 KiB with the envelope.
    private static let largestDetail = 240_000

    /// What people are notified of.
    /// - Parameter id: identifies this run, e.g. by the request's id.
    /// - Returns: the notice; it says whether it raises an alert.
    public func notice(id: String) -> ReportNotice {
        var notice = ReportNotice()
        notice.due = due.isDue
        notice.id = id
        notice.severity = severity
        notice.headline = headline
        notice.time = takenAt.moment
        notice.incident = emergency?.incident
        notice.unusual = (emergency?.warnings ?? []) + warnings + findings(.drifted)
        notice.notLookedUp = findings(.notChecked)
        notice.nextSteps = steps
        return notice
    }

    /// The `detail` of the event that the hub's bus gets: the notice, and the report for other
    /// consumers, with as many findings per check as fit.
    /// - Parameter id: identifies this run, e.g. by the request's id.
    /// - Returns: UTF-8.
    public func eventDetail(id: String) -> [UInt8] {
        let notice = notice(id: id)
        for items in [20, 3, 0] {
            let report = json(itemsPerCheck: items, resourcesOfChanges: items * 4)
            let detail = notice.detail(report: report)
            if detail.count <= Self.largestDetail { return detail }
        }
        // Facts have thousands of characters.
        return notice.detail(report: nil)
    }

    /// The findings of one status as lines, worst first. The number of findings left out is a line, too.
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

    /// What to do, worst first, for causes rather than consequences.
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
