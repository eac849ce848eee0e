import Glibc
import Time

extension World {
    /// The machine's clocks, random numbers and environment variables.
    public static let real = World(
        now: {
            let time = read(CLOCK_REALTIME)
            return Timestamp(
                secondsSince1970: Int64(time.tv_sec),
                milliseconds: Int64(time.tv_nsec) / 1_000_000)
        },
        instant: {
            let time = read(CLOCK_MONOTONIC)
            return Instant(
                nanoseconds: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
        },
        block: { sleep(for: $0) },
        wait: { try? await Task.sleep(for: $0) },
        random: { Double.random(in: 0..<1) },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
        environment: .process)

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return time
    }

    private static func sleep(for duration: Duration) {
        let nanoseconds = duration.inNanoseconds
        guard nanoseconds > 0 else { return }
        var rest = timespec(
            tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
        var left = timespec()
        // A signal interrupts it: then it waits for the rest.
        while unsafe nanosleep(&rest, &left) != 0, errno == EINTR { rest = left }
    }
}
