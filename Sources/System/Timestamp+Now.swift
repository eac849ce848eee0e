import Glibc
public import Time

extension Timestamp {
    /// The time of day: the wall clock, which is what Lambda's deadlines are given in.
    public static func now() -> Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
            secondsSince1970: Int64(time.tv_sec), milliseconds: Int64(time.tv_nsec) / 1_000_000)
    }

    /// Seconds since 1970 with their fraction, as the pure rooms are handed the time.
    public var seconds: Double { Double(millisecondsSince1970) / 1_000 }
}
