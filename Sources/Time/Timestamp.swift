// Time: moments and their written forms.

/// A moment, to the millisecond, UTC.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, between the years 0 and 9999.
    public let secondsSince1970: Int64

    /// The milliseconds past the second, 0 to 999.
    public let milliseconds: Int64

    /// Makes a moment; a time outside the years 0 to 9999 becomes the nearest one inside.
    public init(secondsSince1970: Int64, milliseconds: Int64 = 0) {
        self.secondsSince1970 = min(max(secondsSince1970, -62_167_219_200), 253_402_300_799)
        self.milliseconds = min(max(milliseconds, 0), 999)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var millisecondsSince1970: Int64 { secondsSince1970 * 1_000 + milliseconds }

    /// Seconds since 1970 with their fraction, as the pure modules are given the time.
    public var seconds: Double { Double(millisecondsSince1970) / 1_000 }

    /// The earlier moment is less.
    public static func < (one: Timestamp, other: Timestamp) -> Bool {
        one.millisecondsSince1970 < other.millisecondsSince1970
    }

    /// `2026-07-01T12:08:19Z`.
    public var iso8601: String {
        var text = Array("0000-00-00T00:00:00Z".utf8)
        let (year, month, day) = civil
        let second = secondOfDay
        write(year, to: &text, before: 4)
        write(month, to: &text, before: 7)
        write(day, to: &text, before: 10)
        write(second / 3600, to: &text, before: 13)
        write(second / 60 % 60, to: &text, before: 16)
        write(second % 60, to: &text, before: 19)
        return String(decoding: text, as: UTF8.self)
    }

    /// `2026-07-01T12:08:19.123Z`: RFC 3339, as Lambda's log filter reads it.
    public var rfc3339: String { day + "T" + clock + "." + pad(milliseconds, 3) + "Z" }

    private var day: String {
        let (year, month, day) = civil
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
    }

    private var clock: String {
        let second = secondOfDay
        return pad(second / 3600, 2) + ":" + pad(second / 60 % 60, 2) + ":" + pad(second % 60, 2)
    }

    /// `20150830`, the date of a credential scope.
    public var date: String {
        let (year, month, day) = civil
        return pad(year, 4) + pad(month, 2) + pad(day, 2)
    }

    /// `20150830T123600Z`, as `X-Amz-Date` wants it.
    public var basic: String {
        let second = secondOfDay
        return date + "T" + pad(second / 3600, 2) + pad(second / 60 % 60, 2) + pad(second % 60, 2)
            + "Z"
    }

    /// This moment, `seconds` later.
    public func advanced(by seconds: Int64) -> Timestamp {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
        return Timestamp(secondsSince1970: overflow ? (seconds > 0 ? .max : .min) : sum)
    }

    private var secondOfDay: Int64 { ((secondsSince1970 % 86_400) + 86_400) % 86_400 }

    /// Days to year, month and day, in eras of 400 years that start on the first of March
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private var civil: (Int64, Int64, Int64) {
        let days = (secondsSince1970 - secondOfDay) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// Writes the digits of a number over zeros.
    private func write(_ number: Int64, to text: inout [UInt8], before end: Int) {
        var rest = number
        var place = end
        while rest > 0 {
            place -= 1
            text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    private func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
