import AccessPlan
import Reports
import Text

/// What one run of the check answers and measures.
public struct RunSummary {
    /// Metrics by name.
    public let metrics: [(name: String, value: Int)]

    /// What the function answers, JSON: Scheduler drops it, people who start it by hand read it.
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
