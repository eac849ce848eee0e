/// How urgent an alert or a finding is, least first.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case low, medium, high, critical

    /// Compares by urgency.
    public static func < (one: Severity, other: Severity) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}
