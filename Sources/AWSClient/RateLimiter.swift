import Synchronization
import System

extension AWS {
    /// Slows down calls that a service throttles, and no others.
    ///
    /// Retries alone are not enough: a hundred tasks that wait independently keep a throttled
    /// service throttled. Calls of one caller to one service in one Region keep an interval, which
    /// doubles with each throttled call and shrinks with each answer.
    final class RateLimiter: Sendable {
        /// Calls that are slowed down together.
        struct Lane: Hashable {
            let caller: String
            let service: String
            let region: String
        }

        private struct State {
            /// Between two calls.
            var distance: Duration
            /// When the next call may begin.
            var next: Instant
        }

        private static let first = Duration.milliseconds(100)
        private static let longest = Duration.seconds(2)
        private static let shortest = Duration.milliseconds(20)

        private let lanes = Mutex<[Lane: State]>([:])

        /// Usually no call is slowed down. Then nothing is looked up.
        private let count = Atomic(0)

        /// How long a call that is ready now has to wait. Its place is reserved.
        func wait(_ lane: @autoclosure () -> Lane, at now: Instant) -> Duration {
            guard count.load(ordering: .relaxed) > 0 else { return .zero }
            let lane = lane()
            return lanes.withLock { lanes in
                guard let state = lanes[lane] else { return .zero }
                let begin = max(now, state.next)
                lanes[lane]?.next = begin + state.distance
                return begin - now
            }
        }

        /// The service throttled a call.
        func slowDown(_ lane: Lane, at now: Instant) {
            lanes.withLock { lanes in
                let distance = lanes[lane].map { min($0.distance * 2, Self.longest) } ?? Self.first
                let next = max(lanes[lane]?.next ?? now, now + distance)
                lanes[lane] = State(distance: distance, next: next)
                count.store(lanes.count, ordering: .relaxed)
            }
        }

        /// The service accepted a call.
        func speedUp(_ lane: @autoclosure () -> Lane) {
            guard count.load(ordering: .relaxed) > 0 else { return }
            let lane = lane()
            lanes.withLock { lanes in
                guard let distance = lanes[lane]?.distance else { return }
                if distance <= Self.shortest {
                    lanes[lane] = nil
                } else {
                    lanes[lane]?.distance = distance * 4 / 5
                }
                count.store(lanes.count, ordering: .relaxed)
            }
        }
    }
}
