/// Writes JSON by appending bytes: no tree, no reflection, no intermediate strings. The only writer
/// of JSON.
///
/// Characters that a reader cannot see (control, bidi and zero-width characters, U+2028/9) are written
/// as `\uXXXX`, so that the text of the JSON itself is harmless to look at and its values stay exact.
public struct JSONWriter: ~Copyable {
    private var buffer: ByteBuffer

    /// The longest string written whole, in UTF-8 bytes; a longer one is cut and marked as cut.
    public var limit = Int.max

    /// What comes before the next member or element.
    private var place = Place.alone

    private enum Place {
        /// Nothing: it is the whole text, or the value after a key.
        case alone
        /// It is the first one of an object or array.
        case first
        /// A comma.
        case next
    }

    /// Whether the text is inside a string of another JSON text, and so is escaped once more.
    private var isNested = false

    /// How many spaces a level is indented by; `nil` for one line without any space.
    private let indentation: Int?

    /// How many objects and arrays are open.
    private var depth = 0

    /// Starts with an empty text.
    /// - Parameters:
    ///   - capacity: about how many bytes it will have.
    ///   - indentation: how many spaces each level is indented by, with one member or element per
    ///     line; `nil` for one line without any space.
    public init(capacity: Int, indentation: Int? = nil) {
        buffer = ByteBuffer(capacity: capacity)
        self.indentation = indentation
    }

    /// What was written so far.
    public var bytes: [UInt8] { buffer.bytes }

    /// How many bytes were written so far.
    public var count: Int { buffer.count }

    /// What was written so far, as a string.
    public var text: String { buffer.text }

    /// Opens an object, as a value or at the top.
    public mutating func openObject() { open(UInt8(ascii: "{")) }

    /// Closes an object.
    public mutating func closeObject() { close(UInt8(ascii: "}")) }

    /// Opens an array, as a value or at the top.
    public mutating func openArray() { open(UInt8(ascii: "[")) }

    /// Closes an array.
    public mutating func closeArray() { close(UInt8(ascii: "]")) }

    /// Writes the name of the next member, which needs no escaping.
    public mutating func key(_ name: StaticString) {
        if indentation != nil { return key(name.description) }
        let hasComma = place == .next
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
                if let start = name.baseAddress {
                    (space + end).update(from: start, count: name.count)
                    end += name.count
                }
                if isNested { put(UInt8(ascii: "\\")) }
                put(UInt8(ascii: "\""))
                put(UInt8(ascii: ":"))
                return end
            }
        }
        place = .alone
    }

    /// Writes the name of the next member, whatever it contains.
    public mutating func key(_ name: String) {
        value(name)
        buffer.append(indentation == nil ? ":" : ": ")
        place = .alone
    }

    /// Writes a string.
    public mutating func value(_ text: String) {
        comma()
        if text.utf8.count > limit {
            text.cut(toBytes: limit).withBytes { quote($0) }
        } else {
            text.withBytes { quote($0) }
        }
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

    /// Writes a number, or `null` where it is not finite, for which JSON has no form.
    public mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        comma()
        buffer.append(String(number))
    }

    /// Writes a number that is in JSON's form already.
    mutating func value(number text: String) {
        comma()
        buffer.append(text)
    }

    /// Writes `null`.
    public mutating func null() {
        comma()
        buffer.append("null")
    }

    private mutating func comma() {
        if place == .next { buffer.append(UInt8(ascii: ",")) }
        if place != .alone, indentation != nil { line() }
        place = .next
    }

    private mutating func open(_ bracket: UInt8) {
        comma()
        buffer.append(bracket)
        depth += 1
        place = .first
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if place != .first, indentation != nil { line() }
        buffer.append(bracket)
        place = .next
    }

    /// Begins a line of the current depth.
    private mutating func line() {
        guard let indentation, !isNested else { return }
        buffer.append(UInt8(ascii: "\n"))
        for _ in 0..<depth * indentation { buffer.append(UInt8(ascii: " ")) }
    }

    /// Writes a member whose value is a string that holds a JSON text, as SNS expects it.
    public mutating func nested(_ name: StaticString, _ write: (inout JSONWriter) -> Void) {
        key(name)
        mark()
        place = .alone
        isNested = true
        write(&self)
        isNested = false
        place = .next
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
