public import System

/// A call that blocks its thread, in the parts that ``CallMachine`` puts into order. A part that throws
/// ends the call.
public protocol BlockingCall {
    /// What one attempt is made with, e.g. credentials.
    associatedtype Prepared
    /// What the call brings.
    associatedtype Success: Sendable
    /// Why it brings nothing.
    associatedtype Failure: Error
    /// What can be fixed between two attempts.
    associatedtype Fix: Sendable

    /// Gets what the next attempt is made with.
    func prepare() throws(Failure) -> Prepared

    /// Makes one attempt.
    func send(
        _ prepared: Prepared, number: Int, within time: Duration
    ) -> Attempt<Success, Failure, Fix>

    /// Fixes what the last attempt named; false where another attempt would end the same way.
    func fix(_ fix: Fix, after prepared: Prepared) throws(Failure) -> Bool

    /// Why the call brings nothing if the time was up before the first attempt.
    var outOfTime: Failure { get }
}

extension BlockingCall {
    /// Makes as many attempts as the policy wants and the deadline allows.
    ///
    /// - Throws: how the last attempt failed.
    public func run(
        _ policy: RetryPolicy, in world: World, before deadline: Deadline
    ) throws(Failure) -> Success {
        var machine = CallMachine(policy)
        var event = CallMachine.Event.began
        var last: (prepared: Prepared, attempt: Attempt<Success, Failure, Fix>)?
        while true {
            let step = machine.next(
                after: event, remaining: deadline.remaining(in: world), random: world.random())
            switch step {
            case .pace: event = .paced(.zero)
            case .wait(let time):
                world.block(time)
                event = .waited
            case .send(let number):
                let prepared = try prepare()
                let time = policy.attemptTime(remaining: deadline.remaining(in: world))
                let attempt = send(prepared, number: number, within: time)
                last = (prepared, attempt)
                event = .ended(attempt.verdict, isFixable: attempt.fix != nil)
            case .fix:
                guard let last, let fix = last.attempt.fix else {
                    event = .fixed(false)
                    continue
                }
                event = .fixed(try self.fix(fix, after: last.prepared))
            case .finish:
                guard let last else { throw outOfTime }
                return try last.attempt.result.get()
            }
        }
    }
}
