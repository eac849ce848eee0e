extension Base64 {
    /// Encodes bytes for URLs and tokens: `-` and `_`, no padding (RFC 4648, section 5).
    public static func encodeURL(_ bytes: [UInt8]) -> String {
        let text = encode(bytes).utf8.prefix { $0 != UInt8(ascii: "=") }.map { digit in
            switch digit {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: digit
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Decodes text that ``encodeURL(_:)`` wrote.
    /// - Returns: nil if it is not.
    public static func decodeURL(_ text: String) -> [UInt8]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return decode(plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
