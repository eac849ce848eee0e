/// The moment at which Lambda ends an invocation.
public struct Deadline: Sendable, Hashable {
    /// Milliseconds since 1970-01-01 UTC.
    public let millisecondsSinceEpoch: Int64

    /// Makes a deadline of Lambda's number.
    public init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    /// The time left now; zero once it is over.
    public var remaining: Duration {
        remaining(at: Timestamp.now().millisecondsSinceEpoch)
    }

    /// The time left at a moment.
    ///
    /// - Parameter now: milliseconds since 1970-01-01 UTC.
    /// - Returns: zero once it is over.
    public func remaining(at now: Int64) -> Duration {
        let (left, overflow) = millisecondsSinceEpoch.subtractingReportingOverflow(now)
        if overflow { return millisecondsSinceEpoch > 0 ? .milliseconds(Int64.max) : .zero }
        return .milliseconds(max(0, left))
    }

    /// What to go by when Lambda does not say: its default timeout, 3 s.
    static func assumed(receivedAt now: Timestamp) -> Deadline {
        let (sum, overflow) = now.millisecondsSinceEpoch.addingReportingOverflow(3_000)
        return Deadline(millisecondsSinceEpoch: overflow ? .max : sum)
    }
}
