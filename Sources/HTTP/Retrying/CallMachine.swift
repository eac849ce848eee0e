/// One call from its first attempt to its end, as a pure value: it gets what happened and decides
/// what comes next. ``BlockingCall`` and ``ConcurrentCall`` run it.
///
///     began ─→ pace ─→ (wait) ─→ send ─→ finish
///               ↑                  │
///               ├──── wait ←───────┤ retry
///               └──── fix  ←───────┘ fix
public struct CallMachine: Sendable, Hashable {
    /// What happened.
    public enum Event: Sendable, Hashable {
        /// The call began.
        case began
        /// The next attempt has to wait this long, because others call the same service.
        case paced(Duration)
        /// A wait is over.
        case waited
        /// An attempt ended.
        case ended(Verdict, isFixable: Bool)
        /// Something was fixed, or could not be.
        case fixed(Bool)
    }

    /// What to do now.
    public enum Step: Sendable, Hashable {
        /// Find out how long the attempt of this number has to wait for others.
        case pace(number: Int)
        /// Wait.
        case wait(Duration)
        /// Make the attempt of this number, from 1.
        case send(number: Int)
        /// Fix what the last attempt names.
        case fix
        /// Return what the last attempt brought. If there was none, the time is up.
        case finish
    }

    private let policy: RetryPolicy
    private var sent = 0
    private var fixes = 0
    private var verdict = Verdict.final
    private var isPaced = false

    /// Makes a call that has not begun.
    public init(_ policy: RetryPolicy) { self.policy = policy }

    /// Decides what to do now.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - remaining: the time to the deadline.
    ///   - random: from 0 up to 1; spreads the wait before a retry.
    /// - Returns: the next step; the event that follows tells that it was done.
    public mutating func next(
        after event: Event, remaining: Duration, random: @autoclosure () -> Double
    ) -> Step {
        switch event {
        case .began: return begin(remaining)
        case .paced(let pause):
            guard pause + policy.leastTimeToBegin < remaining else { return .finish }
            guard pause > .zero else { return send() }
            isPaced = true
            return .wait(pause)
        case .waited: return isPaced ? send() : begin(remaining)
        case .ended(.done, _): return .finish
        case .ended(let verdict, let isFixable):
            self.verdict = verdict
            return isFixable && fixes < policy.maximumFixes ? .fix : retry(remaining, random())
        case .fixed(true):
            fixes += 1
            return begin(remaining)
        case .fixed(false): return retry(remaining, random())
        }
    }

    private func begin(_ remaining: Duration) -> Step {
        remaining > policy.leastTimeToBegin ? .pace(number: sent + 1) : .finish
    }

    private mutating func send() -> Step {
        isPaced = false
        sent += 1
        return .send(number: sent)
    }

    private func retry(_ remaining: Duration, _ random: Double) -> Step {
        let delay = policy.delay(
            after: verdict, attempt: sent - fixes, remaining: remaining, random: random)
        return delay.map { .wait($0) } ?? .finish
    }
}
