/// A text in which `*` stands for any characters, none included; `\*` and `\\` are the characters.
struct Wildcard: Sendable, Hashable {
    /// What is between the stars.
    private let parts: [[UInt8]]

    /// The stars.
    var stars: Int { parts.count - 1 }

    /// Reads a wildcard; nil where EventBridge refuses it: two stars side by side, or a backslash
    /// before anything else.
    init?(_ text: String) {
        var parts: [[UInt8]] = [[]]
        var bytes = text.utf8.makeIterator()
        var afterStar = false
        while let byte = bytes.next() {
            let isStar = byte == UInt8(ascii: "*")
            guard !(isStar && afterStar) else { return nil }
            afterStar = isStar
            if isStar {
                parts.append([])
            } else if byte == UInt8(ascii: "\\") {
                guard let next = bytes.next(), "*\\".utf8.contains(next) else { return nil }
                parts[parts.count - 1].append(next)
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        self.parts = parts
    }

    /// Whether the whole text has the form.
    func matches(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        guard let first = parts.first, rest.starts(with: first) else { return false }
        guard stars > 0, let last = parts.last else { return rest.count == first.count }
        rest = rest.dropFirst(first.count)
        guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else {
            return false
        }
        rest = rest.dropLast(last.count)
        // The first place where a part fits leaves most for those behind it.
        for part in parts.dropFirst().dropLast() {
            guard let end = Self.end(of: part, in: rest) else { return false }
            rest = rest[end...]
        }
        return true
    }

    private static func end(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        var start = text.startIndex
        while text.endIndex - start >= part.count {
            if text[start...].starts(with: part) { return start + part.count }
            start += 1
        }
        return nil
    }
}
