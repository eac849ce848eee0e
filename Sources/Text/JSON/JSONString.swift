/// The text between the quotes of a JSON string.
enum JSONString {
    /// The text without its escapes; a lone surrogate becomes U+FFFD.
    static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String {
        var plain = ByteBuffer(capacity: raw.count)
        var index = 0
        while index < raw.count {
            let run = raw[index...].prefix { $0 != UInt8(ascii: "\\") }
            plain.append(UnsafeBufferPointer(rebasing: run))
            index = run.endIndex + 1
            guard index < raw.count else {
                // A backslash at the end, where the text was cut.
                if index == raw.count { plain.append(UInt8(ascii: "\\")) }
                break
            }
            let escape = raw[index]
            index += 1
            switch escape {
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "u"): plain.append(String(scalar(in: raw, at: &index)))
            default: plain.append(escape)
            }
        }
        return plain.text
    }

    /// Reads the four digits after `\u`, and the second half of a pair where there is one.
    private static func scalar(in raw: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Character
    {
        let replacement: Character = "\u{FFFD}"
        guard let first = unit(in: raw, at: &index) else { return replacement }
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        var ahead = index
        guard first < 0xDC00, ahead + 1 < raw.count, raw[ahead] == UInt8(ascii: "\\"),
            raw[ahead + 1] == UInt8(ascii: "u")
        else { return replacement }
        ahead += 2
        guard let second = unit(in: raw, at: &ahead), (0xDC00...0xDFFF).contains(second)
        else { return replacement }
        index = ahead
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(value).map(Character.init) ?? replacement
    }

    private static func unit(in raw: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt16? {
        guard index + 4 <= raw.count else { return nil }
        var value: UInt16 = 0
        for byte in raw[index..<index + 4] {
            guard let digit = Hexadecimal.value(of: byte) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        index += 4
        return value
    }
}
