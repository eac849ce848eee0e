import AccessPlan

extension Report {
    /// Metrics for dashboards and alarms: names and counts.
    public var metrics: [(name: String, value: Int)] {
        let counts = Outcome.Status.allCases.map { status in
            (name: "Checks" + status.metric, value: outcomes(status).count)
        }
        let drifted = outcomes(.drifted)
        let severities = Severity.allCases.map { severity in
            (
                name: "Drifted" + severity.metric,
                value: drifted.filter { $0.severity == severity }.count
            )
        }
        let answers = answers.map { answer in
            (
                name: answer.question.state,
                value: answer.word == .no || answer.word == .unknown ? 0 : 1
            )
        }
        return counts + severities + answers
    }
}

extension Outcome.Status {
    fileprivate var metric: String {
        switch self {
        case .inSync: "InSync"
        case .drifted: "Drifted"
        case .notChecked: "NotChecked"
        case .open: "Open"
        case .waived: "Waived"
        }
    }
}

extension Severity {
    fileprivate var metric: String {
        switch self {
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        case .critical: "Critical"
        }
    }
}
