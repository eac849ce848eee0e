import Glibc

/// A point in time after which nobody waits any longer, on the clock that never jumps.
public struct Deadline: Sendable, Hashable {
    /// Nanoseconds on the monotonic clock.
    private let nanoseconds: Int64

    /// The end of time, for callers that have no limit.
    public static let never = Deadline(nanoseconds: .max)

    /// The moment that lies this far ahead of now.
    public static func after(_ duration: Duration) -> Deadline {
        let (sum, overflow) = now(CLOCK_MONOTONIC).addingReportingOverflow(duration.inNanoseconds)
        return Deadline(nanoseconds: overflow ? .max : sum)
    }

    /// The moment at this many milliseconds since 1970, as `Lambda-Runtime-Deadline-Ms` gives it.
    public static func at(millisecondsSince1970 milliseconds: Int64) -> Deadline {
        let (target, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return milliseconds > 0 ? .never : .after(.zero) }
        let (left, past) = target.subtractingReportingOverflow(now(CLOCK_REALTIME))
        return .after(past ? .zero : .nanoseconds(left))
    }

    /// What is left; zero once it has passed.
    public var remaining: Duration {
        guard self != .never else { return .nanoseconds(Int64.max) }
        let (left, overflow) = nanoseconds.subtractingReportingOverflow(
            Deadline.now(CLOCK_MONOTONIC))
        return .nanoseconds(overflow ? 0 : max(0, left))
    }

    /// The earlier of this and the moment that lies `duration` ahead.
    public func capped(by duration: Duration) -> Deadline {
        Deadline(nanoseconds: min(nanoseconds, Deadline.after(duration).nanoseconds))
    }

    private static func now(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension Duration {
    /// Whole nanoseconds, held within what 64 bits carry (292 years).
    public var inNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds > 0 ? .max : .min }
        let (sum, carried) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        return carried ? (seconds > 0 ? .max : .min) : sum
    }

    /// Whole milliseconds, rounded down.
    public var inMilliseconds: Int64 { inNanoseconds / 1_000_000 }
}
