/// Names with wildcards, as a plan writes them: `*` is any text, the empty one too, and `?` is one
/// character. Letters are compared as ``Swift/String/isSameName(as:)`` compares them.
extension String {
    /// Whether a `*` or a `?` is in it.
    public var hasWildcard: Bool { utf8.contains(where: Self.isWildcard) }

    /// The text before the first wildcard; all of it where there is none.
    public var beforeWildcards: Substring { Substring(utf8.prefix { !Self.isWildcard($0) }) }

    /// The text after the last wildcard; all of it where there is none.
    public var afterWildcards: Substring {
        Substring(
            utf8[(utf8.lastIndex(where: Self.isWildcard).map(utf8.index(after:)) ?? startIndex)...])
    }

    /// Whether the name is one that `pattern` stands for.
    public func matchesName(_ pattern: String) -> Bool {
        guard let first = pattern.utf8.firstIndex(where: Self.isWildcard) else {
            return isSameName(as: pattern)
        }
        let isFamily =
            pattern.utf8[first] == Self.star && pattern.utf8.index(after: first) == pattern.endIndex
        guard isFamily else { return Self.matches(Array(utf8), Array(pattern.utf8)) }
        return utf8.count >= pattern.utf8.count - 1
            && zip(pattern.utf8.dropLast(), utf8).allSatisfy { $0.folded == $1.folded }
    }

    /// After a mismatch, the last `*` takes one byte more: no other `*` needs to be tried again.
    private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var at = 0
        var place = 0
        var retry: (at: Int, place: Int)?
        while at < name.count {
            if place < pattern.count, pattern[place] == star {
                retry = (at, place)
                place += 1
            } else if place < pattern.count, pattern[place] == question {
                at += 1
                while at < name.count, name[at] & 0xC0 == 0x80 { at += 1 }
                place += 1
            } else if place < pattern.count, pattern[place].folded == name[at].folded {
                at += 1
                place += 1
            } else if let last = retry {
                retry = (last.at + 1, last.place)
                at = last.at + 1
                place = last.place + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == star }
    }

    private static let star = UInt8(ascii: "*")
    private static let question = UInt8(ascii: "?")

    private static func isWildcard(_ byte: UInt8) -> Bool { byte == star || byte == question }
}
