internal import Glibc

/// A moment, to the millisecond, as the log and the metrics write it.
struct Timestamp: Sendable, Hashable {
    let millisecondsSinceEpoch: Int64

    /// The wall clock, which is what Lambda's deadlines are given in.
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
            millisecondsSinceEpoch: Int64(time.tv_sec) &* 1_000 &+ Int64(time.tv_nsec) / 1_000_000)
    }

    /// RFC 3339 in UTC, e.g. `2026-11-21T04:00:16.123Z`: what Lambda's own log filter reads.
    var rfc3339: String {
        let (seconds, milliseconds) = Self.divide(millisecondsSinceEpoch, by: 1_000)
        let (days, secondOfDay) = Self.divide(seconds, by: 86_400)
        let (year, month, day) = Self.date(ofDay: days)
        func digits(_ value: Int64, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
            + "T\(digits(secondOfDay / 3_600, 2)):\(digits(secondOfDay / 60 % 60, 2))"
            + ":\(digits(secondOfDay % 60, 2)).\(digits(milliseconds, 3))Z"
    }

    /// Quotient and remainder, the remainder never negative.
    private static func divide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    /// The Gregorian date of a day counted from 1970-01-01. A year that begins in March puts the
    /// leap day at its end, and the months then follow one line: 153 days for five of them.
    private static func date(ofDay day: Int64) -> (Int64, Int64, Int64) {
        let (era, dayOfEra) = divide(day + 719_468, by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
}
