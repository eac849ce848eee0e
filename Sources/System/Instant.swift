/// A point on the monotonic clock, which starts at an arbitrary moment and never jumps.
public struct Instant: Sendable, Hashable, Comparable {
    /// Since the clock's start.
    public let nanoseconds: Int64

    /// Makes an instant.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Returns whether the first one is earlier.
    public static func < (first: Instant, second: Instant) -> Bool {
        first.nanoseconds < second.nanoseconds
    }

    /// Returns the instant that is this much later; the last one there is, where that is too far.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        let (sum, overflow) = instant.nanoseconds.addingReportingOverflow(duration.inNanoseconds)
        guard overflow else { return Instant(nanoseconds: sum) }
        return Instant(nanoseconds: duration > .zero ? .max : .min)
    }

    /// Returns how much later the first one is.
    public static func - (later: Instant, earlier: Instant) -> Duration {
        .nanoseconds(later.nanoseconds) - .nanoseconds(earlier.nanoseconds)
    }
}
