extension Timestamp {
    /// Reads every form that published CloudTrail events use; `nil` if the text has none of them.
    ///
    /// `2026-07-01T12:08:19Z` (also with a fraction or an offset), `20131102T010628Z`,
    /// `Sep 17, 2020 8:04:10 PM`, `Jul 1, 2026, 12:08:19 PM`, the last two also with U+202F or
    /// U+00A0 before AM and PM.
    public init?(cloudTrail text: String) {
        guard text.utf8.count <= 64 else { return nil }
        if let moment = Timestamp(iso8601: text) {
            self = moment
        } else if let moment = Timestamp(basic: text) ?? Timestamp(american: text) {
            self = moment
        } else {
            return nil
        }
    }

    /// `20131102T010628Z`.
    private init?(basic text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
            let year = number(bytes[0..<4]), let month = number(bytes[4..<6]),
            let day = number(bytes[6..<8]), let hour = number(bytes[9..<11]),
            let minute = number(bytes[11..<13]), let second = number(bytes[13..<15])
        else { return nil }
        self.init(year, month, day, hour, minute, second)
    }

    /// `Jul 1, 2026, 12:08:19 PM`.
    private init?(american text: String) {
        let words = Array(text.utf8).split { byte in
            !(0x30...0x39).contains(byte) && !(0x41...0x5A).contains(byte & 0xDF)
        }
        guard words.count == 7, let month = Self.month(words[0]), let day = number(words[1]),
            let year = number(words[2]), let twelve = number(words[3]),
            let minute = number(words[4]), let second = number(words[5]),
            (1...12).contains(twelve)
        else { return nil }
        switch String(decoding: words[6], as: UTF8.self).lowercased() {
        case "am": self.init(year, month, day, twelve % 12, minute, second)
        case "pm": self.init(year, month, day, twelve % 12 + 12, minute, second)
        default: return nil
        }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func month(_ word: ArraySlice<UInt8>) -> Int64? {
        let name = String(decoding: word.prefix(3), as: UTF8.self).lowercased()
        return months.firstIndex(of: name).map { Int64($0) + 1 }
    }
}
