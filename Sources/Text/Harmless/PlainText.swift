extension UnsafeBufferPointer<UInt8> {
    /// Copies bytes from `index` on, up to the first that is not ASCII or belongs to `special`.
    ///
    /// Eight at a time: a whole word is copied, and the bytes from its first special byte on are
    /// overwritten later.
    /// - Parameters:
    ///   - index: where to begin.
    ///   - space: has the size of the rest of the text plus eight bytes.
    ///   - special: of the bytes that ``PlainText/suspects(in:)`` looks for, those that count.
    /// - Returns: how many bytes were copied.
    func copyPlain(
        from index: Int, to space: UnsafeMutablePointer<UInt8>, until special: ByteSet
    ) -> Int {
        guard let base = baseAddress else { return 0 }
        let source = UnsafeRawPointer(base)
        let target = UnsafeMutableRawPointer(space)
        var at = index
        while at < count {
            if at + 8 <= count {
                let word = source.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                target.storeBytes(of: word, toByteOffset: at - index, as: UInt64.self)
                let plain = PlainText.suspects(in: word).trailingZeroBitCount / 8
                at += plain
                if plain == 8 { continue }
            }
            let byte = self[at]
            if byte >= 0x80 || special.contains(byte) { break }
            space[at - index] = byte
            at += 1
        }
        return at - index
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is printable ASCII in which no medium reads markup, eight bytes at a time.
    public var isWithoutMarkup: Bool {
        guard count >= 8 else { return consists(of: .commands) }
        for index in stride(from: 0, to: count, by: 8) {
            // The last word ends where the text ends.
            if PlainText.markup(in: word(at: Swift.min(index, count - 8))) != 0 { return false }
        }
        return true
    }
}

/// Finds bytes that may have a special meaning in some medium, eight bytes at a time.
enum PlainText {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// A word whose lowest set bit is in the first byte that is a control character, not ASCII, or
    /// one of `&*.:<>@[\]^_` and `` `{|}~ ``; no bit is set if absent.
    @inline(__always)
    static func suspects(in word: UInt64) -> UInt64 {
        let control = (word &- ones &* 0x20) & ~word
        let high = word | (word &+ ones &* 0x05)  // from 0x7B on
        let filled = word | tops
        let brackets = (filled &- ones &* 0x5B) & ~(filled &- ones &* 0x61)
        let others =
            zeros(word & (ones &* 0xFB) ^ (ones &* 0x2A))  // * and .
            | zeros(word & (ones &* 0xFD) ^ (ones &* 0x3C))  // < and >
            | zeros(word ^ (ones &* 0x3A)) | zeros(word ^ (ones &* 0x40))
            | zeros(word ^ (ones &* 0x26))
        return (control | high | brackets | others) & tops
    }

    /// The same for `:`, `=`, `>` and `-`, which separate a name from its value.
    @inline(__always)
    static func assignments(in word: UInt64) -> UInt64 {
        let found =
            zeros(word ^ (ones &* 0x3A)) | zeros(word ^ (ones &* 0x3D))
            | zeros(word ^ (ones &* 0x3E)) | zeros(word ^ (ones &* 0x2D))
        return found & tops
    }

    /// A word whose lowest set bit is in the first byte that no command has: a control character, not
    /// ASCII, or one of `&<>\` and a backtick; no bit is set if absent.
    @inline(__always)
    static func markup(in word: UInt64) -> UInt64 {
        let others =
            zeros(word & (ones &* 0xFD) ^ (ones &* 0x3C))  // < and >
            | zeros(word ^ (ones &* 0x26)) | zeros(word ^ (ones &* 0x5C))
            | zeros(word ^ (ones &* 0x60))
        let control = (word &- ones &* 0x20) & ~word
        return (control | (word &+ ones) | word | others) & tops
    }

    /// A word whose lowest set bit is in the first byte that is `byte`; no bit is set if absent.
    @inline(__always)
    static func bytes(_ byte: UInt8, in word: UInt64) -> UInt64 {
        zeros(word ^ (ones &* UInt64(byte))) & tops
    }

    /// The top bit of the first byte that is zero, and perhaps of later ones.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word
    }
}
