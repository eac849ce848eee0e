extension JSONScanner {
    /// A string, or a number, `true` or `false` as text; `nil` for anything else. A text of more bytes
    /// than `limit` is cut there.
    public mutating func text(limit: Int = 8_192) -> String? {
        switch next {
        case UInt8(ascii: "\""): return string(limit: limit)
        case UInt8(ascii: "{"), UInt8(ascii: "["), nil:
            skipValue()
            return nil
        default:
            guard let word = word(), word.count <= 64, !word.elementsEqual("null".utf8) else {
                return nil
            }
            return String(decoding: word, as: UTF8.self)
        }
    }

    /// `true`, "true" and "TRUE" alike; `nil` for anything else.
    public mutating func flag() -> Bool? {
        switch text(limit: 8)?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The bytes of the value that comes next, as they are; `nil` for `null` or after a fault.
    public mutating func raw() -> [UInt8]? {
        let isNull = next == UInt8(ascii: "n")
        guard let range = range(), !isNull else { return nil }
        return Array(bytes[range])
    }

    /// Steps over the value that comes next and returns where it is, without the white space around
    /// it; `nil` after a fault.
    public mutating func range() -> Range<Int>? {
        let start = position
        skipValue()
        guard fault == nil else { return nil }
        var end = position
        while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The bytes of a number, `true`, `false` or `null`, of any length; `nil` after a fault.
    mutating func word() -> ArraySlice<UInt8>? {
        let start = position
        skipValue()
        let word = bytes[start..<position].prefix { !Self.isSpace($0) }
        return fault == nil && !word.isEmpty ? word : nil
    }

    /// The string that comes next, cut at `limit` bytes as they are written; `nil` after a fault.
    mutating func string(limit: Int) -> String? {
        guard let (raw, isEscaped) = rawString() else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            let cut = UnsafeBufferPointer(rebasing: bytes[raw].prefix(limit))
            return isEscaped ? JSONString.unescaped(cut) : String(decoding: cut, as: UTF8.self)
        }
    }

    /// Goes past `"key":` and returns the key; `nil` after a fault.
    mutating func key() -> Key? {
        guard next == UInt8(ascii: "\"") else {
            fail(.noKey)
            return nil
        }
        guard let (raw, isEscaped) = rawString() else { return nil }
        guard next == UInt8(ascii: ":") else {
            fail(.noColon)
            return nil
        }
        step()
        guard isEscaped else { return Key(bytes[raw]) }
        return Key(
            bytes.withUnsafeBufferPointer { bytes in
                ArraySlice(JSONString.unescaped(UnsafeBufferPointer(rebasing: bytes[raw])).utf8)
            })
    }

    /// Goes past a string and returns the place of what is between its quotes; `nil` after a fault.
    @inline(__always)
    mutating func rawString() -> (raw: Range<Int>, isEscaped: Bool)? {
        let start = position + 1
        let (end, isEscaped) = bytes.withUnsafeBufferPointer { $0.endOfString(from: start) }
        guard !isStrict || isStrictString(start..<end) else { return nil }
        guard end < bytes.count else {
            fail(.unexpectedEnd, at: end)
            return nil
        }
        position = end
        step()
        return (start..<end, isEscaped)
    }
}
