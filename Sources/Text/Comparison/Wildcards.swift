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
        guard isFamily else { return matches(wildcards: pattern, ignoringCase: true) }
        return utf8.count >= pattern.utf8.count - 1
            && zip(pattern.utf8.dropLast(), utf8).allSatisfy { $0.folded == $1.folded }
    }

    /// Whether the whole text is one that `pattern` stands for, as IAM compares: `*` is any text, the
    /// empty one too, and `?` is one character.
    ///
    /// Takes at most as many steps as the product of both lengths.
    /// - Parameters:
    ///   - pattern: a text with wildcards, or without.
    ///   - ignoringCase: whether A to Z count as a to z, as in the names of actions.
    /// - Returns: whether it is.
    public func matches(wildcards pattern: String, ignoringCase: Bool) -> Bool {
        let name = Array(utf8)
        let pattern = Array(pattern.utf8)
        func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
            ignoringCase ? one.folded == other.folded : one == other
        }
        // After a mismatch, the last `*` takes one byte more: no other `*` needs to be tried again.
        var at = 0
        var place = 0
        var retry: (at: Int, place: Int)?
        while at < name.count {
            if place < pattern.count, pattern[place] == Self.star {
                retry = (at, place)
                place += 1
            } else if place < pattern.count, pattern[place] == Self.question {
                at += 1
                while at < name.count, name[at] & 0xC0 == 0x80 { at += 1 }
                place += 1
            } else if place < pattern.count, isSame(pattern[place], name[at]) {
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
        return pattern[place...].allSatisfy { $0 == Self.star }
    }

    private static let star = UInt8(ascii: "*")
    private static let question = UInt8(ascii: "?")

    private static func isWildcard(_ byte: UInt8) -> Bool { byte == star || byte == question }
}
