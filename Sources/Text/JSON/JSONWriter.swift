/// Writes compact JSON by appending bytes: no tree, no reflection, no intermediate strings.
///
/// Whatever does not show (control, bidi, zero-width characters, U+2028/9) is written as `\uXXXX`,
/// so that the text of the JSON itself is harmless to look at while its values stay exact.
public struct JSONWriter: ~Copyable {
    private var buffer: ByteBuffer

    /// The longest string written whole, in UTF-8 bytes; a longer one is cut and says so.
    public var limit = Int.max

    /// Whether the next member or element needs no comma before it.
    private var isFirst = true

    /// Whether what is written stands inside a string of another JSON text: JSON in JSON, escaped
    /// once more as it is written.
    private var isNested = false

    /// Starts with an empty text.
    public init(capacity: Int) {
        buffer = ByteBuffer(capacity: capacity)
    }

    /// What was written so far.
    public var bytes: [UInt8] { buffer.bytes }

    /// How many bytes were written so far.
    public var count: Int { buffer.count }

    /// What was written so far, as a string.
    public var text: String { buffer.text }

    /// Opens an object, as a value or at the top.
    public mutating func openObject() {
        comma()
        buffer.append(UInt8(ascii: "{"))
        isFirst = true
    }

    /// Closes an object.
    public mutating func closeObject() {
        buffer.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// Opens an array, as a value or at the top.
    public mutating func openArray() {
        comma()
        buffer.append(UInt8(ascii: "["))
        isFirst = true
    }

    /// Closes an array.
    public mutating func closeArray() {
        buffer.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// Writes the name of the next member; our own names need no escaping.
    public mutating func key(_ name: StaticString) {
        let hasComma = !isFirst
        let isNested = isNested
        name.withUTF8Buffer { name in
            buffer.withSpace(name.count + 6) { space in
                var end = 0
                func put(_ byte: UInt8) {
                    space[end] = byte
                    end += 1
                }
                if hasComma { put(UInt8(ascii: ",")) }
                if isNested { put(UInt8(ascii: "\\")) }
                put(UInt8(ascii: "\""))
                for byte in name { put(byte) }
                if isNested { put(UInt8(ascii: "\\")) }
                put(UInt8(ascii: "\""))
                put(UInt8(ascii: ":"))
                return end
            }
        }
        isFirst = true
    }

    /// Writes the name of the next member, whatever it contains.
    public mutating func key(_ name: String) {
        value(name)
        buffer.append(UInt8(ascii: ":"))
        isFirst = true
    }

    /// Writes a string.
    public mutating func value(_ text: String) {
        comma()
        var text = text.utf8.count > limit ? text.cut(toBytes: limit) : text
        text.withUTF8 { quote($0) }
    }

    /// Writes a text that was made harmless.
    public mutating func value(_ text: borrowing TextWriter) {
        comma()
        text.withBytes { quote($0) }
    }

    mutating func value(_ text: String?) {
        if let text { value(text) } else { null() }
    }

    /// Writes `true` or `false`.
    public mutating func value(_ flag: Bool) {
        comma()
        buffer.append(flag ? "true" : "false")
    }

    /// Writes a number, or `null`.
    public mutating func value(_ number: Int?) {
        guard let number else { return null() }
        comma()
        buffer.append(String(number))
    }

    /// Writes `null`.
    public mutating func null() {
        comma()
        buffer.append("null")
    }

    /// Writes a member with a string, or `null`.
    public mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member with a harmless text.
    public mutating func member(_ name: StaticString, _ text: borrowing TextWriter) {
        key(name)
        value(text)
    }

    /// Writes a member with a number, or `null`.
    public mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes a member with `true` or `false`.
    public mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// Writes an array of strings.
    public mutating func member(_ name: StaticString, _ texts: [String]) {
        key(name)
        openArray()
        for text in texts { value(text) }
        closeArray()
    }

    private mutating func comma() {
        if isFirst { isFirst = false } else { buffer.append(UInt8(ascii: ",")) }
    }

    /// Writes a member whose value is a JSON text of its own, in a string as SNS wants it.
    public mutating func nested(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
        key(name)
        mark()
        isFirst = true
        isNested = true
        write(&self)
        isNested = false
        isFirst = false
        mark()
    }

    /// Writes a quotation mark.
    private mutating func mark() {
        if isNested { buffer.append(UInt8(ascii: "\\")) }
        buffer.append(UInt8(ascii: "\""))
    }

    /// Writes a string with its quotation marks, piece by piece: a byte may become seven.
    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        mark()
        let isNested = isNested
        var start = 0
        while start < text.count {
            var end = min(start + 512, text.count)
            while end < text.count, end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
            let piece = UnsafeBufferPointer(rebasing: text[start..<end])
            buffer.withSpace(piece.count * 7 + 8) { piece.escapeJSON(into: $0, isNested: isNested) }
            start = end
        }
        mark()
    }
}
