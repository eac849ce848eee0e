extension JSON {
    /// Reads one JSON document (RFC 8259), nothing before or after it but white space.
    ///
    /// - Returns: nil when it is none, or is nested deeper than 64 levels. Bytes that are no UTF-8
    ///   inside text become U+FFFD, as does half a surrogate pair; of equal names the last counts.
    public init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool {
            mutating get {
                skipSpace()
                return index == bytes.count
            }
        }

        mutating func value(depth: Int) -> JSON? {
            skipSpace()
            guard index < bytes.count, depth < 64 else { return nil }
            switch bytes[index] {
            case UInt8(ascii: "{"): return object(depth: depth)
            case UInt8(ascii: "["): return array(depth: depth)
            case UInt8(ascii: "\""): return string().map(JSON.string)
            case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
            case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
            case UInt8(ascii: "n"): return take("null") ? .null : nil
            default: return number()
            }
        }

        private mutating func object(depth: Int) -> JSON? {
            index += 1
            var members: [String: JSON] = [:]
            if takes(UInt8(ascii: "}")) { return .object(members) }
            repeat {
                skipSpace()
                guard let name = string(), takes(UInt8(ascii: ":")),
                    let member = value(depth: depth + 1)
                else { return nil }
                members[name] = member
            } while takes(UInt8(ascii: ","))
            return takes(UInt8(ascii: "}")) ? .object(members) : nil
        }

        private mutating func array(depth: Int) -> JSON? {
            index += 1
            var elements: [JSON] = []
            if takes(UInt8(ascii: "]")) { return .array(elements) }
            repeat {
                guard let element = value(depth: depth + 1) else { return nil }
                elements.append(element)
            } while takes(UInt8(ascii: ","))
            return takes(UInt8(ascii: "]")) ? .array(elements) : nil
        }

        private mutating func string() -> String? {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
            index += 1
            var text: [UInt8] = []
            while index < bytes.count {
                let start = index
                while index < bytes.count, bytes[index] >= 0x20,
                    bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\")
                {
                    index += 1
                }
                text += bytes[start..<index]
                guard index < bytes.count, bytes[index] >= 0x20 else { return nil }
                index += 1
                if bytes[index - 1] == UInt8(ascii: "\"") {
                    return String(decoding: text, as: UTF8.self)
                }
                guard let scalar = escape() else { return nil }
                text += Array(String(scalar).utf8)
            }
            return nil
        }

        private mutating func escape() -> Unicode.Scalar? {
            guard index < bytes.count else { return nil }
            index += 1
            switch bytes[index - 1] {
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "u"): return unicode()
            case let plain where "\"\\/".utf8.contains(plain): return Unicode.Scalar(plain)
            default: return nil
            }
        }

        private mutating func unicode() -> Unicode.Scalar? {
            guard let unit = hexadecimal() else { return nil }
            guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
            let start = index
            guard take("\\u"), let next = hexadecimal(), UTF16.isTrailSurrogate(next) else {
                index = start
                return "\u{FFFD}"
            }
            return Unicode.Scalar(
                0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(next) - 0xDC00))
        }

        private mutating func hexadecimal() -> UInt16? {
            guard bytes.count - index >= 4 else { return nil }
            let digits = bytes[index..<index + 4]
            guard !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")) else {
                return nil
            }
            index += 4
            return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        }

        private mutating func number() -> JSON? {
            let start = index
            _ = takeByte(UInt8(ascii: "-"))
            let whole = digits()
            guard whole == 1 || whole > 1 && bytes[index - whole] != UInt8(ascii: "0") else {
                return nil
            }
            if takeByte(UInt8(ascii: ".")), digits() == 0 { return nil }
            if takeByte(UInt8(ascii: "e")) || takeByte(UInt8(ascii: "E")) {
                _ = takeByte(UInt8(ascii: "+")) || takeByte(UInt8(ascii: "-"))
                guard digits() > 0 else { return nil }
            }
            return .number(String(decoding: bytes[start..<index], as: UTF8.self))
        }

        private mutating func digits() -> Int {
            let start = index
            while index < bytes.count, bytes[index] >= UInt8(ascii: "0"),
                bytes[index] <= UInt8(ascii: "9")
            {
                index += 1
            }
            return index - start
        }

        private mutating func skipSpace() {
            while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
                index += 1
            }
        }

        private mutating func take(_ word: StaticString) -> Bool {
            for byte in word.description.utf8 {
                guard takeByte(byte) else { return false }
            }
            return true
        }

        private mutating func takes(_ byte: UInt8) -> Bool {
            skipSpace()
            return takeByte(byte)
        }

        private mutating func takeByte(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }
    }
}
