/// Alerts of one lane share publishers, a budget and a digest. No lane waits for another.
public enum Lane: String, Sendable, Hashable, CaseIterable {
    /// Critical alerts, and alerts without a severity.
    case critical

    /// All other alerts.
    case others

    /// Follow-ups and summaries of sessions, which the sweeper sends.
    case stories

    /// The lane of an alert.
    /// - Parameter severity: `low`, `medium`, `high` or `critical`; what is missing may be the worst.
    public init(severity: String?) {
        switch severity {
        case "low", "medium", "high": self = .others
        default: self = .critical
        }
    }
}
