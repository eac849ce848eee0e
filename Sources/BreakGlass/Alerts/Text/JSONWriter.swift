/// Writes compact JSON by appending bytes: no tree, no reflection, no intermediate strings.
///
/// Whatever does not show (control, bidi, zero-width characters, U+2028/9) is written as `\uXXXX`,
/// so that the text of the JSON itself is harmless to look at while its values stay exact.
struct JSONWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// The longest string written whole, in UTF-8 bytes; a longer one is cut and says so.
    var limit = Int.max

    /// Whether the next member or element needs no comma before it.
    private var isFirst = true

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Opens an object, as a value or at the top.
    mutating func openObject() {
        comma()
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
    }

    mutating func closeObject() {
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    mutating func openArray() {
        comma()
        bytes.append(UInt8(ascii: "["))
        isFirst = true
    }

    mutating func closeArray() {
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// Writes the name of the next member; our own names need no escaping.
    mutating func key(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    /// Writes the name of the next member, whatever it contains.
    mutating func key(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
    }

    mutating func value(_ text: String) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.count > limit {
            escape(text.cut(toBytes: limit))
        } else {
            escape(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func value(_ text: String?) {
        if let text { value(text) } else { null() }
    }

    mutating func value(_ flag: Bool) {
        comma()
        append(flag ? "true" : "false")
    }

    mutating func value(_ number: Int?) {
        guard let number else { return null() }
        comma()
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func null() {
        comma()
        append("null")
    }

    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        value(number)
    }

    mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// Writes an array of strings.
    mutating func member(_ name: StaticString, _ texts: [String]) {
        key(name)
        openArray()
        for text in texts { value(text) }
        closeArray()
    }

    private mutating func comma() {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}

// MARK: - Escaping

extension JSONWriter {
    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while true {
            index = text.endOfPlainJSON(from: index)
            if index >= text.count { break }
            let byte = text[index]
            if byte >= 0x80 {
                let (scalar, length) = text.scalar(at: index)
                if scalar.isInvisible {
                    bytes.append(contentsOf: text[start..<index])
                    escape(scalar)
                    start = index + length
                }
                index += length
            } else {
                bytes.append(contentsOf: text[start..<index])
                escape(ascii: byte)
                index += 1
                start = index
            }
        }
        bytes.append(contentsOf: text[start..<text.count])
    }

    private mutating func escape(ascii byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default: unit(UInt16(byte))
        }
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        for code in scalar.utf16 {
            bytes.append(UInt8(ascii: "\\"))
            unit(code)
        }
    }

    /// Appends `uXXXX`.
    private mutating func unit(_ code: UInt16) {
        bytes.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: code >> UInt16(shift) & 0xF)
            bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
