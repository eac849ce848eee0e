import AccessPlan
import Reports
import Text

/// Response and metrics of one run of the check.
public struct RunSummary {
    /// Metrics by name.
    public let metrics: [(name: String, value: Int)]

    /// The function's response, JSON. Scheduler drops it; a person who invokes the function reads it.
    public let json: [UInt8]

    init(of report: Report, undone: [String]) {
        metrics = report.metrics + [(name: "ReportStepsUndone", value: undone.count)]
        json =
            JSON.object([
                "result": .string("reported"), "told": .bool(report.due.isDue),
                "severity": .string(report.severity.rawValue),
                "headline": .string(report.headline),
                "drifted": .number("\(report.outcomes(.drifted).count)"),
                "notChecked": .number("\(report.outcomes(.notChecked).count)"),
                "undone": .array(undone.map(JSON.string)),
            ]).bytes
    }
}
