import Synchronization
import System

/// Gives tasks their turn, one by one, with a fixed interval.
final class Pace: Sendable {
    private let interval: Duration
    private let world: World
    private let next: Mutex<Instant>

    init(_ interval: Duration, in world: World) {
        self.interval = interval
        self.world = world
        next = Mutex(world.instant())
    }

    /// Waits for the next turn.
    func turn() async {
        let now = world.instant()
        let wait = next.withLock { next in
            let begin = max(now, next)
            next = begin + interval
            return begin - now
        }
        if wait > .zero { await world.wait(wait) }
    }
}
