/// One element of a ``GroupFilter``: the characters that it matches.
struct CharacterSet: Sendable {
    private var ranges: [ClosedRange<Unicode.Scalar>]
    private var isNegated = false

    /// Everything.
    static let any = CharacterSet(ranges: ["\u{0}"..."\u{10FFFF}"])

    private static let digits: [ClosedRange<Unicode.Scalar>] = ["0"..."9"]
    private static let words: [ClosedRange<Unicode.Scalar>] = [
        "a"..."z", "A"..."Z", "0"..."9", "_"..."_",
    ]

    private static let spaces: [ClosedRange<Unicode.Scalar>] = [
        "\t"..."\r", " "..." ", "\u{85}"..."\u{85}", "\u{A0}"..."\u{A0}",
    ]
    private static let notSpaces: [ClosedRange<Unicode.Scalar>] = [
        "\u{0}"..."\u{8}", "\u{E}"..."\u{1F}", "!"..."\u{84}", "\u{86}"..."\u{9F}",
        "\u{A1}"..."\u{10FFFF}",
    ]
    private static let notDigits: [ClosedRange<Unicode.Scalar>] = [
        "\u{0}"..."/", ":"..."\u{10FFFF}",
    ]
    private static let notWords: [ClosedRange<Unicode.Scalar>] = [
        "\u{0}"..."/", ":"..."@", "["..."^", "`"..."`", "{"..."\u{10FFFF}",
    ]

    private init(ranges: [ClosedRange<Unicode.Scalar>]) {
        self.ranges = ranges
    }

    /// Reads a character, an escape, a class or `.`; `nil` for anything else.
    init?(_ rest: inout ArraySlice<Unicode.Scalar>) {
        guard let first = rest.popFirst() else { return nil }
        switch first {
        case ".": self = .any
        case "\\":
            guard let ranges = Self.escape(&rest) else { return nil }
            self.ranges = ranges
        case "[":
            guard let set = Self.characterClass(&rest) else { return nil }
            self = set
        case "^", "$", "*", "+", "?", "{", "}", "|", "(", ")", "]": return nil
        default: ranges = [first...first]
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar) } != isNegated
    }

    /// Reads the part after a backslash.
    private static func escape(
        _ rest: inout ArraySlice<Unicode.Scalar>
    ) -> [ClosedRange<Unicode.Scalar>]? {
        guard let next = rest.popFirst() else { return nil }
        switch next {
        case "d": return digits
        case "D": return notDigits
        case "w": return words
        case "W": return notWords
        case "s": return spaces
        case "S": return notSpaces
        case "a"..."z", "A"..."Z", "0"..."9": return nil
        default: return [next...next]
        }
    }

    /// Reads the part after `[`, up to `]`.
    private static func characterClass(
        _ rest: inout ArraySlice<Unicode.Scalar>
    ) -> CharacterSet? {
        var set = CharacterSet(ranges: [])
        if rest.first == "^" {
            set.isNegated = true
            rest.removeFirst()
        }
        while let next = rest.popFirst() {
            if next == "]" { return set.ranges.isEmpty ? nil : set }
            if next == "[" || next == "&" { return nil }
            if next == "\\" {
                guard let ranges = escape(&rest) else { return nil }
                set.ranges += ranges
                continue
            }
            let after = rest.dropFirst().first
            guard rest.first == "-", let last = after, last != "]", last != "\\" else {
                set.ranges.append(next...next)
                continue
            }
            guard next <= last else { return nil }
            set.ranges.append(next...last)
            rest = rest.dropFirst(2)
        }
        return nil
    }
}
