extension UnsafeBufferPointer<UInt8> {
    /// The eight bytes from `index` on, the first one lowest.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// The first place of an ASCII byte from `start` on.
    public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 8 <= count {
            let found = PlainText.bytes(byte, in: word(at: index))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// The scalar that begins at `index`, and its length in bytes; U+FFFD if it is not UTF-8.
    func scalar(at index: Int) -> (Unicode.Scalar, Int) {
        let lead = UInt32(self[index])
        if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard length > 1, index + length <= count else { return ("\u{FFFD}", 1) }
        var value = lead & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset]) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension String {
    /// The longest whole-character beginning of at most `limit` bytes, and how much was left out.
    public func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        let start = beginning(limit)
        let rest = utf8.dropFirst(start.utf8.count).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return "\(start)…(cut, \(rest) characters)"
    }
}
