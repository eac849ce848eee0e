import FakeWorld
import Synchronization
import Testing

@testable import HTTP
@testable import System

/// Both drivers of the machine, on a machine whose time is a variable.
struct RetryingTests {
    struct Broken: Error, Equatable { let number: Int }

    private static let policy = RetryPolicy(
        maximumAttempts: 4, maximumFixes: 1, faultDelay: .milliseconds(100),
        throttlingDelay: .seconds(1), maximumDelay: .seconds(5), jitter: .full,
        attemptLimit: .seconds(10), leastTimeToBegin: .zero)

    /// Fails until the given attempt; each attempt takes a second.
    struct Script: BlockingCall, ConcurrentCall {
        typealias Failure = Broken

        let machine: FakeWorld
        let succeedsAt: Int
        var fixesFirst = false

        func pause(before number: Int) -> Duration { number == 2 ? .seconds(3) : .zero }

        func prepare() -> Int { 7 }

        func send(
            _ prepared: Int, number: Int, within time: Duration
        ) -> Attempt<Int, Broken, String> {
            machine.advance(by: .seconds(1))
            if number == succeedsAt { return Attempt(.success(number), .done) }
            let fix = fixesFirst && number == 1 ? "clock" : nil
            return Attempt(.failure(Broken(number: number)), .fault, fix: fix)
        }

        func fix(_ fix: String, after prepared: Int) -> Bool { fix == "clock" && prepared == 7 }

        var outOfTime: Broken { Broken(number: 0) }

        func outOfTime(pause: Duration) -> Broken { outOfTime }
    }

    private let machine = FakeWorld(random: 1)

    @Test func `a blocking call is retried after waits`() throws {
        let deadline = machine.deadline(after: .seconds(60))
        let script = Script(machine: machine, succeedsAt: 3)
        #expect(try script.run(Self.policy, in: machine.world, before: deadline) == 3)
        #expect(machine.waits == [.milliseconds(100), .milliseconds(200)])
    }

    @Test func `a concurrent call is retried after waits, its own and those for others`()
        async throws
    {
        let deadline = machine.deadline(after: .seconds(60))
        let script = Script(machine: machine, succeedsAt: 3)
        let run = try await concurrently(script, before: deadline)
        #expect(run == 3)
        #expect(machine.waits == [.milliseconds(100), .seconds(3), .milliseconds(200)])
    }

    @Test func `what was fixed is sent again at once`() throws {
        let deadline = machine.deadline(after: .seconds(60))
        let script = Script(machine: machine, succeedsAt: 2, fixesFirst: true)
        #expect(try script.run(Self.policy, in: machine.world, before: deadline) == 2)
        #expect(machine.waits == [])
    }

    @Test func `the last failure is the call's, when attempts or time are used up`() {
        let script = Script(machine: machine, succeedsAt: 9)
        #expect(throws: Broken(number: 4)) {
            try script.run(
                Self.policy, in: machine.world, before: machine.deadline(after: .seconds(60)))
        }
        #expect(throws: Broken(number: 1)) {
            try script.run(
                Self.policy, in: machine.world, before: machine.deadline(after: .seconds(1)))
        }
        #expect(throws: Broken(number: 0)) {
            try script.run(
                Self.policy, in: machine.world, before: machine.deadline(after: .zero))
        }
    }

    @Test func `a canceled task does not retry`() async {
        let script = Script(machine: machine, succeedsAt: 9)
        let deadline = machine.deadline(after: .seconds(60))
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await concurrently(script, before: deadline)
        }
        task.cancel()
        await #expect(throws: Broken(number: 1)) { try await task.value }
    }

    private func concurrently(
        _ call: some ConcurrentCall, before deadline: Deadline
    ) async throws -> Int? {
        try await call.run(Self.policy, in: machine.world, before: deadline) as? Int
    }
}
