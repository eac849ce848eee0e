public import Time

/// Everything that a program gets from the machine apart from files and the network: clocks,
/// waiting, randomness and environment variables. Only this module reads them.
///
/// A program passes ``real`` on to what it starts. A test passes a world of its own, in which time
/// is a variable.
public struct World: Sendable {
    /// Returns the time of day, by the wall clock.
    public var now: @Sendable () -> Timestamp

    /// Returns the current instant, by the monotonic clock, which nobody can set.
    public var instant: @Sendable () -> Instant

    /// Waits this long and blocks the thread. Does not wait if the duration is not positive.
    public var block: @Sendable (Duration) -> Void

    /// Waits this long and suspends the task. Returns early if the task is canceled.
    public var wait: @Sendable (Duration) async -> Void

    /// Returns a random number from 0 up to 1, without 1.
    public var random: @Sendable () -> Double

    /// Returns this many random bytes that nobody can predict.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8]

    /// The environment variables of the process.
    public var environment: Environment

    /// Makes a world, e.g. one in which waiting takes no time.
    public init(
        now: @escaping @Sendable () -> Timestamp,
        instant: @escaping @Sendable () -> Instant,
        block: @escaping @Sendable (Duration) -> Void,
        wait: @escaping @Sendable (Duration) async -> Void,
        random: @escaping @Sendable () -> Double,
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        environment: Environment
    ) {
        self.now = now
        self.instant = instant
        self.block = block
        self.wait = wait
        self.random = random
        self.randomBytes = randomBytes
        self.environment = environment
    }
}

extension World {
    /// Returns the deadline that is this far ahead.
    public func deadline(after duration: Duration) -> Deadline {
        Deadline(at: instant() + duration)
    }

    /// Returns the deadline at this many milliseconds since 1970, as `Lambda-Runtime-Deadline-Ms`
    /// states it.
    public func deadline(millisecondsSince1970 milliseconds: Int64) -> Deadline {
        let (left, overflow) = milliseconds.subtractingReportingOverflow(
            now().millisecondsSince1970)
        if overflow { return milliseconds > 0 ? .never : deadline(after: .zero) }
        return deadline(after: .milliseconds(max(0, left)))
    }
}
