public import System

/// A call that suspends its task, in the parts that ``CallMachine`` puts into order. A part that throws
/// ends the call.
public protocol ConcurrentCall: Sendable {
    /// What one attempt is made with, e.g. credentials.
    associatedtype Prepared: Sendable
    /// What the call brings.
    associatedtype Success: Sendable
    /// Why it brings nothing.
    associatedtype Failure: Error
    /// What can be fixed between two attempts.
    associatedtype Fix: Sendable

    /// Returns how long the attempt of this number has to wait for other calls.
    func pause(before number: Int) async throws(Failure) -> Duration

    /// Gets what the next attempt is made with.
    func prepare() async throws(Failure) -> Prepared

    /// Makes one attempt.
    func send(
        _ prepared: Prepared, number: Int, within time: Duration
    ) async -> Attempt<Success, Failure, Fix>

    /// Fixes what the last attempt named; false where another attempt would end the same way.
    func fix(_ fix: Fix, after prepared: Prepared) async throws(Failure) -> Bool

    /// Why the call brings nothing if the time was up before the first attempt, which had to wait
    /// this long for other calls.
    func outOfTime(pause: Duration) -> Failure
}

extension ConcurrentCall {
    /// Makes as many attempts as the policy wants and the deadline allows. None follows once the task
    /// is canceled.
    ///
    /// - Throws: how the last attempt failed.
    public func run(
        _ policy: RetryPolicy, in world: World, before deadline: Deadline
    ) async throws(Failure) -> Success {
        var machine = CallMachine(policy)
        var event = CallMachine.Event.began
        var pause = Duration.zero
        var last: (prepared: Prepared, attempt: Attempt<Success, Failure, Fix>)?
        while true {
            let step = machine.next(
                after: event, remaining: deadline.remaining(in: world), random: world.random())
            switch step {
            case .pace(let number):
                pause = try await self.pause(before: number)
                event = .paced(pause)
            case .wait(let time):
                if Task.isCancelled, let last { return try last.attempt.result.get() }
                await world.wait(time)
                event = .waited
            case .send(let number):
                let prepared = try await prepare()
                let time = policy.attemptTime(remaining: deadline.remaining(in: world))
                let attempt = await send(prepared, number: number, within: time)
                last = (prepared, attempt)
                event = .ended(attempt.verdict, isFixable: attempt.fix != nil)
            case .fix:
                guard let last, let fix = last.attempt.fix else {
                    event = .fixed(false)
                    continue
                }
                event = .fixed(try await self.fix(fix, after: last.prepared))
            case .finish:
                guard let last else { throw outOfTime(pause: pause) }
                return try last.attempt.result.get()
            }
        }
    }
}
