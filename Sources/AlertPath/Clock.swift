import Glibc

/// The time of day, for whoever wires a function; everything else is handed it.
public enum Clock {
    /// Seconds since 1970, UTC.
    public static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
