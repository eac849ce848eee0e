extension UnsafeBufferPointer<UInt8> {
    /// The first index from `index` whose byte is not printable ASCII, or is `"` or `\`; else `count`.
    ///
    /// Eight bytes at a time: nearly all text in an alert is plain.
    func endOfPlainJSON(from index: Int) -> Int {
        var index = index
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        if let base = UnsafeRawPointer(baseAddress) {
            while index + 8 <= count {
                let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let quote = word ^ (ones &* 0x22)
                let backslash = word ^ (ones &* 0x5C)
                let delete = word ^ (ones &* 0x7F)
                let low = (word &- ones &* 0x20) & ~word
                let found =
                    (low | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
                        | (delete &- ones) & ~delete | word) & tops
                if found != 0 { return index + found.trailingZeroBitCount / 8 }
                index += 8
            }
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte > 0x7E || byte == 0x22 || byte == 0x5C { break }
            index += 1
        }
        return index
    }

    /// The scalar that begins at `index`, and its length in bytes; U+FFFD for what is no UTF-8.
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
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: Swift.max(0, limit))
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { utf8.formIndex(before: &end) }
        let rest = unicodeScalars[end...].count
        return "\(self[..<end])…(cut, \(rest) characters)"
    }
}
