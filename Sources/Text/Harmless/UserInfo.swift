extension String {
    /// The same without the user and password of every URL: `https://user:password@host` is
    /// `https://host`.
    public var withoutUserInfo: String {
        guard utf8.contains(UInt8(ascii: "@")) else { return self }
        var text = self
        return text.withUTF8 { bytes in
            var clean: [UInt8] = []
            var start = 0
            for range in bytes.userInfos {
                clean.append(contentsOf: bytes[start..<range.lowerBound])
                start = range.upperBound + 1
            }
            clean.append(contentsOf: bytes[start...])
            return String(decoding: clean, as: UTF8.self)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// User and password of every URL, without the `@` that ends them.
    var userInfos: [Range<Int>] {
        guard contains(UInt8(ascii: "@")) else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index + 3 <= count {
            guard equals("://", at: index) else {
                index += 1
                continue
            }
            let start = index + 3
            var end = start
            while end < count, !isEndOfHost(self[end]) { end += 1 }
            if let at = self[start..<end].lastIndex(of: UInt8(ascii: "@")), at > start {
                found.append(start..<at)
            }
            index = end
        }
        return found
    }

    /// What ends a URL's host, or the text around the URL.
    private func isEndOfHost(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "/?#\"'`<>\\".utf8.contains(byte)
    }
}
