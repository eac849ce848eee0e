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
        guard firstIndex(of: UInt8(ascii: "@"), from: 0) != nil else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while let colon = firstIndex(of: UInt8(ascii: ":"), from: index) {
            index = colon + 1
            guard equals("://", at: colon) else { continue }
            let start = colon + 3
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
