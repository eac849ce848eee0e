/// Writes the text of one body by appending bytes: our own words as they are, other people's words
/// made harmless for the medium.
struct TextWriter {
    /// What was written so far, UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Where it will be shown.
    let medium: Medium

    init(_ medium: Medium, capacity: Int = 256) {
        self.medium = medium
        bytes.reserveCapacity(capacity)
    }

    /// What was written, as a string.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends our own words.
    mutating func ours(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends our own words, or text that was checked to hold nothing special.
    mutating func ours(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends text that somebody else chose, made harmless: what does not show becomes visible, a
    /// line break breaks no line, links, mentions and markup are inert.
    ///
    /// - Parameters:
    ///   - text: what they chose.
    ///   - limit: bytes of it that are written; of a longer one it is said what was cut.
    mutating func theirs(_ text: String, limit: Int = 500) {
        var text = text
        text.withUTF8 { theirs($0, limit: limit) }
    }

    mutating func theirs(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
        var end = text.count
        if end > limit {
            end = max(0, limit)
            while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        let shown = UnsafeBufferPointer(rebasing: text[..<end])
        let special = medium.special
        var start = 0
        var index = 0
        while index < shown.count {
            let byte = shown[index]
            if byte < 0x80, !special.contains(byte) {
                index += 1
                continue
            }
            bytes.append(contentsOf: shown[start..<index])
            if byte < 0x80 {
                writeSpecial(byte, at: index, of: shown)
                index += 1
            } else {
                let (scalar, length) = shown.scalar(at: index)
                write(scalar, at: index, of: shown)
                index += length
            }
            start = index
        }
        bytes.append(contentsOf: shown[start..<shown.count])
        if end < text.count { noteCut(text[end...]) }
    }

    /// Appends one byte, ASCII.
    mutating func byte(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Takes back what was written beyond `count` bytes; for media of ASCII only.
    mutating func truncate(to count: Int) {
        bytes.removeLast(max(0, bytes.count - count))
    }

    /// Appends a mark such as `<U+202E>`.
    mutating func mark(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        ours(medium.openMark)
        ours("U+")
        for _ in digits.utf8.count..<max(4, digits.utf8.count) { byte(UInt8(ascii: "0")) }
        ours(digits)
        ours(medium.closeMark)
    }

    private mutating func noteCut(_ rest: Slice<UnsafeBufferPointer<UInt8>>) {
        if medium.isASCII { return ours("...") }
        let characters = rest.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        ours("…(cut, \(characters) characters)")
    }
}
