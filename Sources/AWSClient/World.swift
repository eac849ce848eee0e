import Glibc
import System
public import Time

extension AWS {
    /// What a client takes from the outside, apart from the network and the credentials.
    public struct World {
        /// The time of day.
        public var now: () -> Timestamp

        /// Sleeps.
        public var wait: (Duration) -> Void

        /// A number from 0 up to 1.
        public var random: () -> Double

        /// Makes a world, e.g. one in which no time passes.
        public init(
            now: @escaping () -> Timestamp, wait: @escaping (Duration) -> Void,
            random: @escaping () -> Double
        ) {
            self.now = now
            self.wait = wait
            self.random = random
        }

        /// The real one.
        public static var real: World {
            World(
                now: { Timestamp(secondsSince1970: Int64(time(nil))) },
                wait: { duration in
                    let nanoseconds = max(0, duration.inNanoseconds)
                    var rest = timespec(
                        tv_sec: Int(nanoseconds / 1_000_000_000),
                        tv_nsec: Int(nanoseconds % 1_000_000_000))
                    var left = timespec()
                    while nanosleep(&rest, &left) != 0, errno == EINTR { rest = left }
                },
                random: { Double.random(in: 0..<1) })
        }
    }
}
