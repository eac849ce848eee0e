// Names are taken apart by bytes: by characters it costs tenfold, and a combining mark after a
// separator would hide it.
extension String {
    /// Reads the bytes by a pointer: through the string's own iterator each costs several times as much.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }

    /// The text after the last such byte, or the whole text if it does not occur; ASCII only.
    public func afterLast(_ byte: UInt8) -> String {
        guard let index = utf8.lastIndex(of: byte) else { return self }
        return String(self[utf8.index(after: index)...])
    }

    /// The text before the first such byte, or the whole text if it does not occur; ASCII only.
    public func beforeFirst(_ byte: UInt8) -> String {
        guard let index = utf8.firstIndex(of: byte) else { return self }
        return String(self[..<index])
    }

    /// The part of an ARN at an index from 0 to 5; `nil` if the text is not an ARN.
    public func partOfARN(_ place: Int) -> String? {
        guard hasPrefix("arn:") else { return nil }
        return withBytes { bytes in
            let colon = UInt8(ascii: ":")
            var start = 0
            for _ in 0..<place {
                guard let end = bytes.firstIndex(of: colon, from: start) else { return nil }
                start = end + 1
            }
            if place == 5 { return String(decoding: bytes[start...], as: UTF8.self) }
            return bytes.firstIndex(of: colon, from: start).map {
                String(decoding: bytes[start..<$0], as: UTF8.self)
            }
        }
    }

    /// The same with ASCII bytes exchanged.
    public func exchanging(_ exchange: (UInt8) -> UInt8) -> String {
        String(decoding: utf8.map(exchange), as: UTF8.self)
    }

    /// The longest whole-character beginning of at most `count` bytes.
    public func beginning(_ count: Int) -> String {
        guard utf8.count > count else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: Swift.max(0, count))
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { utf8.formIndex(before: &end) }
        return String(self[..<end])
    }

    /// The word, of several in lower case, that occurs first in the text, compared
    /// case-insensitively.
    public func firstWord(of words: [StaticString]) -> StaticString? {
        withBytes { bytes in
            var initials: UInt32 = 0
            for word in words { initials |= 1 << UInt32(word.utf8Start[0] & 31) }
            for index in 0..<bytes.count where initials &>> UInt32(bytes[index] & 31) & 1 == 1 {
                if let word = words.first(where: { bytes.equals($0, at: index) }) { return word }
            }
            return nil
        }
    }
}
