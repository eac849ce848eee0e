import Synchronization
public import System
public import Time

/// A machine whose time is a variable: it stands still until somebody waits or ``advance(by:)`` is
/// called. Keeps how long was waited.
public final class FakeWorld: Sendable {
    private struct State {
        var elapsed = Duration.zero
        var waits: [Duration] = []
        var bytes: UInt8 = 0
        var sleepers: [Int: Sleeper] = [:]
        var lastSleeper = 0
    }

    private struct Sleeper {
        let end: Duration
        let continuation: CheckedContinuation<Void, Never>
    }

    private let start: Timestamp
    private let randomNumber: Double
    private let environment: Environment
    private let shortWait: Duration
    private let state = Mutex(State())

    /// Makes a machine.
    ///
    /// - Parameters:
    ///   - start: the time of day to begin with.
    ///   - random: every random number.
    ///   - environment: the environment variables.
    ///   - shortWait: the longest wait that advances the time. A task that waits longer sleeps until
    ///     others have advanced the time that far, as a time limit does that usually does not expire.
    public init(
        start: Timestamp = Timestamp(secondsSince1970: 1_780_000_000), random: Double = 0.5,
        environment: [String: String] = [:], shortWait: Duration = .seconds(86_400)
    ) {
        self.start = start
        randomNumber = random
        self.environment = Environment(environment)
        self.shortWait = shortWait
    }

    /// What code under test is given.
    public var world: World {
        World(
            now: { self.now }, instant: { Instant(nanoseconds: self.elapsed.inNanoseconds) },
            block: { self.wait($0) }, wait: { await self.waitInTask($0) },
            random: { self.randomNumber }, randomBytes: { self.nextBytes($0) },
            environment: environment)
    }

    /// How long was waited so far, wait by wait.
    public var waits: [Duration] { state.withLock { $0.waits } }

    /// The time of day.
    public var now: Timestamp {
        let milliseconds = start.millisecondsSince1970 + elapsed.inMilliseconds
        return Timestamp(
            secondsSince1970: milliseconds / 1_000, milliseconds: milliseconds % 1_000)
    }

    /// How much time has passed.
    public var elapsed: Duration { state.withLock { $0.elapsed } }

    /// How many tasks sleep until the time has advanced far enough.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Returns a deadline that is this far ahead.
    public func deadline(after duration: Duration) -> Deadline { world.deadline(after: duration) }

    /// Lets time pass, without anybody waiting.
    public func advance(by duration: Duration) {
        let awake = state.withLock { state in
            if duration > .zero { state.elapsed += duration }
            let awake = state.sleepers.filter { $0.value.end <= state.elapsed }
            for id in awake.keys { state.sleepers[id] = nil }
            return awake.values.map(\.continuation)
        }
        for continuation in awake { continuation.resume() }
    }

    private func wait(_ duration: Duration) {
        state.withLock { $0.waits.append(duration) }
        advance(by: duration)
    }

    private func waitInTask(_ duration: Duration) async {
        if duration <= shortWait {
            wait(duration)
            return await Task.yield()
        }
        let id = state.withLock { state in
            state.lastSleeper += 1
            return state.lastSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustSleep = state.withLock { state in
                    if Task.isCancelled { return false }
                    state.sleepers[id] = Sleeper(
                        end: state.elapsed + duration, continuation: continuation)
                    return true
                }
                if !mustSleep { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume()
        }
    }

    private func nextBytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            state.bytes &+= 1
            return [UInt8](repeating: state.bytes, count: count)
        }
    }
}
