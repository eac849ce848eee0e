import System
public import Time

extension AWS {
    /// What a client for many calls takes from the outside: the ``World``, from any task.
    public struct ConcurrentWorld: Sendable {
        /// The time of day.
        public var now: @Sendable () -> Timestamp

        /// Sleeps; returns early where the task is cancelled.
        public var wait: @Sendable (Duration) async -> Void

        /// A number from 0 up to 1.
        public var random: @Sendable () -> Double

        /// Makes a world, e.g. one in which no time passes.
        public init(
            now: @escaping @Sendable () -> Timestamp,
            wait: @escaping @Sendable (Duration) async -> Void,
            random: @escaping @Sendable () -> Double
        ) {
            self.now = now
            self.wait = wait
            self.random = random
        }

        /// The real one.
        public static let real = ConcurrentWorld(
            now: { .now() }, wait: { try? await Task.sleep(for: $0) },
            random: { Double.random(in: 0..<1) })
    }
}
