import Testing

@testable import HTTP

/// The machine of a call, told what happened and how much time is left.
struct CallMachineTests {
    typealias Event = CallMachine.Event
    typealias Step = CallMachine.Step

    private static let policy = RetryPolicy(
        maximumAttempts: 3, maximumFixes: 1, faultDelay: .milliseconds(100),
        throttlingDelay: .seconds(1), maximumDelay: .seconds(5), jitter: .full,
        attemptLimit: .seconds(10), leastTimeToBegin: .milliseconds(100))

    /// The steps that follow from these events, each with so many milliseconds left.
    private func steps(_ events: [(Event, left: Int)], random: Double = 1) -> [Step] {
        var machine = CallMachine(Self.policy)
        return events.map {
            machine.next(after: $0.0, remaining: .milliseconds($0.left), random: random)
        }
    }

    @Test func `a call that goes well is one attempt`() {
        #expect(
            steps([
                (.began, 60_000), (.paced(.zero), 60_000), (.ended(.done, isFixable: true), 60_000),
            ]) == [.pace(number: 1), .send(number: 1), .finish])
    }

    @Test func `a fault is waited for, up to the last attempt`() {
        let fault = Event.ended(.fault, isFixable: false)
        #expect(
            steps([
                (.began, 60_000), (.paced(.zero), 60_000), (fault, 60_000), (.waited, 60_000),
                (.paced(.zero), 60_000), (fault, 60_000), (.waited, 60_000),
                (.paced(.zero), 60_000),
                (fault, 60_000),
            ]) == [
                .pace(number: 1), .send(number: 1), .wait(.milliseconds(100)),
                .pace(number: 2), .send(number: 2), .wait(.milliseconds(200)),
                .pace(number: 3), .send(number: 3), .finish,
            ])
    }

    @Test(
        arguments: [
            (Verdict.final, nil), (.fault, 100), (.throttled, 1_000), (.unclear, 100),
            (.throttledFor(.seconds(7)), 8_000), (.throttledFor(.seconds(70)), nil),
        ] as [(Verdict, Int?)])
    func `what an attempt means decides the wait`(verdict: Verdict, wait: Int?) {
        let last = steps([
            (.began, 60_000), (.paced(.zero), 60_000), (.ended(verdict, isFixable: false), 60_000),
        ]).last
        #expect(last == wait.map { .wait(.milliseconds($0)) } ?? .finish)
    }

    @Test func `a fix is followed by an attempt at once, which does not count, and comes once`() {
        let expired = Event.ended(.final, isFixable: true)
        #expect(
            steps([
                (.began, 60_000), (.paced(.zero), 60_000), (expired, 60_000),
                (.fixed(true), 60_000),
                (.paced(.zero), 60_000), (.ended(.fault, isFixable: true), 60_000),
            ]) == [
                .pace(number: 1), .send(number: 1), .fix, .pace(number: 2), .send(number: 2),
                .wait(.milliseconds(100)),
            ])
    }

    @Test(arguments: [(Verdict.final, Step.finish), (.fault, .wait(.milliseconds(100)))])
    func `what could not be fixed is retried if it may pass`(verdict: Verdict, step: Step) {
        let last = steps([
            (.began, 60_000), (.paced(.zero), 60_000), (.ended(verdict, isFixable: true), 60_000),
            (.fixed(false), 60_000),
        ]).last
        #expect(last == step)
    }

    @Test func `others are waited for before an attempt, if time is left for it`() {
        #expect(
            steps([(.began, 5_000), (.paced(.seconds(2)), 5_000), (.waited, 3_000)]) == [
                .pace(number: 1), .wait(.seconds(2)), .send(number: 1),
            ])
        #expect(steps([(.began, 5_000), (.paced(.seconds(5)), 5_000)]).last == .finish)
    }

    @Test(arguments: [(0, Step.finish), (100, .finish), (101, .pace(number: 1))])
    func `without time no attempt begins`(left: Int, step: Step) {
        #expect(steps([(.began, left)]) == [step])
    }

    @Test func `a wait leaves time for an attempt`() {
        let fault = Event.ended(.fault, isFixable: false)
        let begin: [(Event, left: Int)] = [(.began, 5_000), (.paced(.zero), 5_000)]
        #expect(steps(begin + [(fault, 150)]).last == .wait(.milliseconds(50)))
        #expect(steps(begin + [(fault, 100)]).last == .finish)
        #expect(steps(begin + [(fault, 5_000)], random: 0).last == .wait(.zero))
    }
}
