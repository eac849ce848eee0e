import System

extension WebAPI {
    /// Records which rate limits are used up, and until when.
    actor RateGate {
        private let world: World
        private var closed: [String: Deadline] = [:]

        init(in world: World) { self.world = world }

        /// Closes a bucket for a while.
        func close(_ bucket: String, for pause: Duration) {
            closed[bucket] = world.deadline(after: pause)
        }

        /// How long the bucket stays closed; zero if it is open.
        func pause(of bucket: String) -> Duration {
            closed[bucket]?.remaining(in: world) ?? .zero
        }
    }
}
