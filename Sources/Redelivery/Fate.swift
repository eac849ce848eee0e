import Time

/// What became of an event.
public enum Fate: Sendable, Hashable {
    /// SNS took its alert in this run.
    case toldNow
    /// SNS took its alert before: seconds since 1970, if the outbox says.
    case toldBefore(Int64?)
    /// It raises no alert.
    case notDue
    /// Nothing of its own has to be told: why.
    case settled(String)
    /// It was not told: why.
    case failing(String)

    /// Whether nothing is left to do.
    public var isDone: Bool {
        if case .failing = self { return false }
        return true
    }
}

extension Fate: CustomStringConvertible {
    /// "told before at 2026-07-01T03:12:00Z".
    public var description: String {
        switch self {
        case .toldNow: "told now"
        case .toldBefore(let time?):
            "told before at \(Timestamp(secondsSince1970: time).iso8601)"
        case .toldBefore(nil): "told before"
        case .notDue: "not due"
        case .settled(let why): why
        case .failing(let why): "still failing because \(why)"
        }
    }
}
