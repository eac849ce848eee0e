/// A moment, read from every form that published CloudTrail events use.
///
/// `2026-07-01T12:08:19Z` (also with fractions), `20131102T010628Z`, `Sep 17, 2020 8:04:10 PM`,
/// `Jul 1, 2026, 12:08:19 PM`, the last two also with U+202F or U+00A0 before AM and PM.
struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970, UTC.
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    /// Reads a moment; `nil` where the text is none of the known forms.
    init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(64))
        guard let seconds = Self.iso(bytes) ?? Self.american(bytes) else { return nil }
        self.seconds = seconds
    }

    /// `2026-07-01T12:08:19Z`.
    var iso8601: String {
        let day = Self.floorDivision(seconds, 86_400)
        let (year, month, date) = Self.civil(day)
        let second = seconds - day * 86_400
        return "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(date))T"
            + "\(Self.padded(second / 3600)):\(Self.padded(second / 60 % 60))"
            + ":\(Self.padded(second % 60))Z"
    }

    // MARK: - Forms

    /// `YYYY-MM-DDTHH:MM:SS[.fff]Z` and `YYYYMMDDTHHMMSSZ`, told apart by their digits alone.
    private static func iso(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, isDigit(first), bytes.last == UInt8(ascii: "Z") else {
            return nil
        }
        let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
        let digits = whole.filter(isDigit)
        let marks = whole.filter { !isDigit($0) && $0 != UInt8(ascii: "Z") }
        guard digits.count == 14, marks == Array("--T::".utf8) || marks == Array("T".utf8) else {
            return nil
        }
        let n = { (range: Range<Int>) in number(digits[range]) }
        return moment(n(0..<4), n(4..<6), n(6..<8), n(8..<10), n(10..<12), n(12..<14))
    }

    /// `Jul 1, 2026, 12:08:19 PM`.
    private static func american(_ bytes: [UInt8]) -> Int? {
        let words = bytes.split {
            !isDigit($0) && !(0x41...0x5A).contains($0) && !(0x61...0x7A).contains($0)
        }
        guard words.count == 7, let month = month(words[0]) else { return nil }
        let numbers = words[1...5].map(number)
        guard numbers.allSatisfy({ $0 >= 0 }), (1...12).contains(numbers[2]) else { return nil }
        let hour: Int
        switch words[6].map({ $0 | 0x20 }) {
        case Array("am".utf8): hour = numbers[2] % 12
        case Array("pm".utf8): hour = numbers[2] % 12 + 12
        default: return nil
        }
        return moment(numbers[1], month, numbers[0], hour, numbers[3], numbers[4])
    }

    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        let names = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let name = String(decoding: word.prefix(3).map { $0 | 0x20 }, as: UTF8.self)
        return names.firstIndex(of: name).map { $0 + 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The number that up to nine digits spell, or -1.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(isDigit) else { return -1 }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    // MARK: - Calendar

    private static func moment(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int
    ) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// Days since 1970-01-01 in the Gregorian calendar: years are counted from March, so that the
    /// leap day is the last of its year.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivision(year, 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The date that lies that many days after 1970-01-01.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivision(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
    }

    private static func floorDivision(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }

    private static func padded(_ value: Int, _ width: Int = 2) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
