import HTTP

extension AWS {
    /// When to try again: a pure decision, for any client that can wait.
    ///
    /// "Full jitter": a random part of a time that doubles with each attempt
    /// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>).
    public struct Retry: Sendable, Hashable {
        /// Most calls that are made, the first included.
        public var maximumAttempts = 8

        /// The first ceiling of the wait after a fault.
        public var faultDelay = Duration.milliseconds(50)

        /// The first ceiling of the wait after throttling, which passes more slowly.
        public var throttlingDelay = Duration.milliseconds(500)

        /// No wait is longer.
        public var maximumDelay = Duration.seconds(5)

        /// What an attempt needs at least: with less than this left, none is begun.
        public var leastTime = Duration.milliseconds(100)

        /// What an attempt may take at most, so that one that hangs leaves time for another.
        public var attemptLimit = Duration.seconds(10)

        /// Makes the usual policy.
        public init() {}
    }
}

extension AWS.Retry {
    /// How long one attempt may take: two thirds of what is left (all of it, where that is little)
    /// and never more than the limit.
    public func attemptTime(remaining: Duration) -> Duration {
        min(attemptLimit, remaining < .seconds(2) ? remaining : remaining * 2 / 3)
    }

    /// How long to wait before the next attempt.
    ///
    /// - Parameters:
    ///   - failure: how the last attempt ended.
    ///   - attempt: its number, from 1.
    ///   - remaining: the time to the deadline.
    ///   - random: from 0 up to 1.
    /// - Returns: a wait after which at least ``leastTime`` is left; nil to give up.
    public func delay(
        after failure: AWS.Failure, attempt: Int, remaining: Duration, random: Double
    ) -> Duration? {
        guard attempt < maximumAttempts, let first = firstDelay(after: failure, attempt: attempt)
        else { return nil }
        let room = remaining - leastTime
        guard room > .zero else { return nil }
        let doubled = first * (1 << min(max(attempt - 1, 0), 16))
        let ceiling = min(doubled, maximumDelay, room)
        return ceiling * min(max(random, 0), 1)
    }

    private func firstDelay(after failure: AWS.Failure, attempt: Int) -> Duration? {
        switch failure {
        case .refused(let error, _):
            if error.isThrottling { return throttlingDelay }
            return error.isServerFault || error.isTimeout ? faultDelay : nil
        case .unreachable(_, let error, _):
            return error.mayPass ? faultDelay : nil
        // A 200 that is not what was promised was replaced on its way. The call may have had its
        // effect all the same: once more is enough.
        case .unreadable: return attempt == 1 ? faultDelay : nil
        case .endless, .outOfTime, .credentials, .configuration: return nil
        }
    }
}
