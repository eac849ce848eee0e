import HTTP
import HTTPTypes
import Time

extension WebAPI {
    /// When to try again: a pure decision.
    public struct Retry: Sendable, Hashable {
        /// Most calls that are made, the first included.
        public var maximumAttempts = 6

        /// The first ceiling of the wait after a fault; it doubles with each attempt.
        public var faultDelay = Duration.milliseconds(200)

        /// The first ceiling of the wait after "too many requests" that does not say for how long.
        public var throttlingDelay = Duration.seconds(1)

        /// No ceiling is longer.
        public var maximumDelay = Duration.seconds(30)

        /// What an attempt needs at least: with less than this left, none is begun.
        public var leastTime = Duration.milliseconds(100)

        /// What an attempt may take at most, so that one that hangs leaves time for another.
        public var attemptLimit = Duration.seconds(20)

        /// Makes the usual policy.
        public init() {}
    }
}

extension WebAPI.Retry {
    /// How long one attempt may take.
    func attemptTime(remaining: Duration) -> Duration {
        min(attemptLimit, remaining < .seconds(2) ? remaining : remaining * 2 / 3)
    }

    /// How long to wait after a connection that failed.
    /// - Returns: nil to give up.
    func delay(
        after error: TransferError, attempt: Int, remaining: Duration, random: Double
    ) -> Duration? {
        guard error.mayPass else { return nil }
        return delay(from: faultDelay, attempt: attempt, remaining: remaining, random: random)
    }

    /// How long to wait after an answer; `now` is by our clock, for answers that bear no date.
    /// - Returns: nil to give up: nothing is to be gained, or not before the deadline.
    func delay(
        after response: Response, attempt: Int, remaining: Duration, now: Timestamp, random: Double
    ) -> Duration? {
        switch response.status {
        case 429, 503:
            guard let told = response.waitToldByServer(now: now) else {
                let first = response.status == 429 ? throttlingDelay : faultDelay
                return delay(from: first, attempt: attempt, remaining: remaining, random: random)
            }
            // Everybody who was refused was told the same moment.
            let wait = told + .seconds(min(max(random, 0), 1))
            return (attempt < maximumAttempts && wait + leastTime < remaining) ? wait : nil
        case 500...599:
            return delay(from: faultDelay, attempt: attempt, remaining: remaining, random: random)
        default: return nil
        }
    }

    private func delay(
        from first: Duration, attempt: Int, remaining: Duration, random: Double
    ) -> Duration? {
        guard attempt < maximumAttempts, remaining > leastTime else { return nil }
        let room = remaining - leastTime
        let doubled = first * (1 << min(max(attempt - 1, 0), 16))
        // Never at once: half of the ceiling at least.
        return min(doubled, maximumDelay, room) * (0.5 + min(max(random, 0), 1) / 2)
    }
}
