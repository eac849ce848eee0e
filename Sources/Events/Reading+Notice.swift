import AccessPlan
import Alerts
import Runs

extension Reading {
    /// Reads the checker's report.
    mutating func takeReport(_ notice: ReportNotice) {
        alert.kind = .drift
        alert.due = notice.due
        alert.id = notice.id ?? alert.id
        alert.severity = notice.severity
        alert.headline = notice.headline
        alert.eventName = "drift"
        alert.eventSource = ReportNotice.source
        alert.eventTime = notice.time ?? alert.eventTime
        alert.outcome.result = .success
        alert.expected.incident = notice.incident
        alert.unusual = notice.unusual
        alert.notLookedUp = notice.notLookedUp
        alert.nextSteps = notice.nextSteps
    }
}
