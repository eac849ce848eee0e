/// Writes the text of one body by appending bytes: our own text as it is, and other people's text
/// made harmless for the medium.
public struct TextWriter: ~Copyable {
    private var buffer: ByteBuffer

    /// Where it will be shown.
    var medium: Medium

    /// Starts a text for one medium.
    public init(_ medium: Medium, capacity: Int = 256) {
        self.medium = medium
        buffer = ByteBuffer(capacity: capacity)
    }

    /// How many bytes were written so far.
    public var count: Int { buffer.count }

    /// What was written, as a string.
    public var text: String { buffer.text }

    /// Reads what was written, UTF-8.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        buffer.withBytes(body)
    }

    /// The same, cut like a string (``Swift/String/cut(toBytes:)``).
    public consuming func cut(toBytes limit: Int) -> TextWriter {
        if count <= limit { return self }
        var short = TextWriter(medium, capacity: limit + 32)
        short.ours(text.cut(toBytes: limit))
        return short
    }

    /// Appends our own text.
    public mutating func ours(_ text: StaticString) {
        buffer.append(text)
    }

    /// Appends our own words, or text that was checked to hold nothing special.
    public mutating func ours(_ text: String) {
        buffer.append(text)
    }

    /// The same, by its bytes.
    public mutating func ours(_ text: UnsafeBufferPointer<UInt8>) {
        buffer.append(text)
    }

    /// Appends text that somebody else chose, made harmless: invisible characters become visible,
    /// line breaks are replaced, and links, mentions and markup do not work.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limit: how many of its bytes are written; a longer text is marked as cut.
    public mutating func theirs(_ text: String, limit: Int = 500) {
        text.withBytes { theirs($0, limit: limit) }
    }

    /// Writes text that a caller chose, at most `limit` characters of it.
    public mutating func theirs(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
        var end = text.count
        if end > limit {
            end = max(0, limit)
            while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        let shown = UnsafeBufferPointer(rebasing: text[..<end])
        let special = medium.special
        var index = 0
        while true {
            buffer.withSpace(shown.count - index + 8) { space in
                let plain = shown.copyPlain(from: index, to: space, until: special)
                index += plain
                return plain
            }
            if index == shown.count { break }
            let byte = shown[index]
            if byte < 0x80 {
                writeSpecial(byte, at: index, of: shown)
                index += 1
            } else {
                let (scalar, length) = shown.scalar(at: index)
                write(scalar, at: index, of: shown)
                index += length
            }
        }
        if end < text.count { noteCut(text[end...]) }
    }

    /// Appends one byte, ASCII.
    mutating func byte(_ byte: UInt8) {
        buffer.append(byte)
    }

    /// Removes everything beyond `count` bytes; for media of ASCII only.
    public mutating func truncate(to count: Int) {
        buffer.truncate(to: count)
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
