/// How often a call is retried, and how long it waits before that. Pure numbers: ``CallMachine`` applies
/// them.
///
/// The wait doubles with each attempt and is spread at random, so that many callers do not return at
/// the same time ("jitter":
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>).
public struct RetryPolicy: Sendable, Hashable {
    /// How a wait is spread below its ceiling.
    public enum Jitter: Sendable, Hashable {
        /// From nothing to the ceiling.
        case full
        /// From half of the ceiling to the ceiling.
        case half
    }

    /// The most attempts, the first one included. An attempt that follows a fix does not count.
    public var maximumAttempts: Int

    /// How often a call may be fixed and sent again at once.
    public var maximumFixes: Int

    /// The first ceiling of the wait after a fault.
    public var faultDelay: Duration

    /// The first ceiling of the wait after throttling, which passes more slowly.
    public var throttlingDelay: Duration

    /// The highest ceiling.
    public var maximumDelay: Duration

    /// How waits are spread.
    public var jitter: Jitter

    /// The longest time for one attempt, so that an attempt that hangs leaves time for another.
    public var attemptLimit: Duration

    /// What a wait leaves at least of the time, for the attempt after it.
    public var leastTime: Duration

    /// An attempt begins only if more than this is left.
    public var leastTimeToBegin: Duration

    /// Makes a policy.
    public init(
        maximumAttempts: Int, maximumFixes: Int, faultDelay: Duration, throttlingDelay: Duration,
        maximumDelay: Duration, jitter: Jitter, attemptLimit: Duration,
        leastTime: Duration = .milliseconds(100), leastTimeToBegin: Duration
    ) {
        self.maximumAttempts = maximumAttempts
        self.maximumFixes = maximumFixes
        self.faultDelay = faultDelay
        self.throttlingDelay = throttlingDelay
        self.maximumDelay = maximumDelay
        self.jitter = jitter
        self.attemptLimit = attemptLimit
        self.leastTime = leastTime
        self.leastTimeToBegin = leastTimeToBegin
    }
}

extension RetryPolicy {
    /// Returns how long one attempt may take: two thirds of what is left (all of it if that is less
    /// than two seconds), and never more than the limit.
    public func attemptTime(remaining: Duration) -> Duration {
        min(attemptLimit, remaining < .seconds(2) ? remaining : remaining * 2 / 3)
    }

    /// Returns how long to wait before the next attempt.
    ///
    /// - Parameters:
    ///   - verdict: how the last attempt ended.
    ///   - attempt: its number, from 1.
    ///   - remaining: the time to the deadline.
    ///   - random: from 0 up to 1.
    /// - Returns: a wait after which at least ``leastTime`` is left; nil to give up.
    public func delay(
        after verdict: Verdict, attempt: Int, remaining: Duration, random: Double
    ) -> Duration? {
        guard attempt < maximumAttempts, remaining > leastTime else { return nil }
        let random = min(max(random, 0), 1)
        let first: Duration
        switch verdict {
        case .done, .final: return nil
        case .fault: first = faultDelay
        case .throttled: first = throttlingDelay
        case .throttledFor(let time):
            // Everybody who was rejected got the same moment: they are spread over a second.
            let wait = time + .seconds(random)
            return wait + leastTime < remaining ? wait : nil
        case .unclear:
            guard attempt == 1 else { return nil }
            first = faultDelay
        }
        let doubled = first * (1 << min(max(attempt - 1, 0), 16))
        let ceiling = min(doubled, maximumDelay, remaining - leastTime)
        return ceiling * (jitter == .full ? random : 0.5 + random / 2)
    }
}
