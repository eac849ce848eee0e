extension UnsafeBufferPointer<UInt8> {
    /// Writes the text as the inside of a JSON string.
    ///
    /// Eight bytes at a time while they are plain, as nearly all are: a word is copied whole, and what
    /// follows its first byte that is not plain is overwritten.
    /// - Parameters:
    ///   - space: has seven times the size of the text plus eight bytes.
    ///   - isNested: whether that JSON is itself inside a string of another JSON text.
    /// - Returns: how many bytes were written.
    func escapeJSON(into space: UnsafeMutablePointer<UInt8>, isNested: Bool) -> Int {
        guard let base = baseAddress else { return 0 }
        let words = UnsafeRawPointer(base)
        let target = UnsafeMutableRawPointer(space)
        var end = 0
        var index = 0
        while index < count {
            if index + 8 <= count {
                let word = words.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                target.storeBytes(of: word, toByteOffset: end, as: UInt64.self)
                let plain = JSONEscape.plainBytes(word)
                index += plain
                end += plain
                if plain == 8 { continue }
            }
            let byte = self[index]
            if byte < 0x80 {
                if JSONEscape.isPlain(byte) {
                    space[end] = byte
                    end += 1
                } else {
                    end += JSONEscape.write(ascii: byte, to: space + end, isNested)
                }
                index += 1
            } else {
                let (scalar, length) = scalar(at: index)
                if scalar.isInvisible {
                    for unit in scalar.utf16 {
                        end += JSONEscape.write(unit: unit, to: space + end, isNested)
                    }
                } else {
                    for offset in 0..<length { space[end + offset] = self[index + offset] }
                    end += length
                }
                index += length
            }
        }
        return end
    }
}

/// How single characters are written in a JSON string.
enum JSONEscape {
    private static let backslash = UInt8(ascii: "\\")

    /// The top bits of the quotes and backslashes in a word, and perhaps of bytes behind them.
    @inline(__always)
    static func marks(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let slash = word ^ (ones &* 0x5C)
        return ((quote &- ones) & ~quote | (slash &- ones) & ~slash) & (ones &* 0x80)
    }

    /// How many bytes of a word, first byte lowest, come before one that is not plain.
    @inline(__always)
    static func plainBytes(_ word: UInt64) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // The quotation mark goes to 0x20, and controls stay below it.
        let low = word ^ (ones &* 0x02)
        let slash = word ^ (ones &* 0x5C)
        let special =
            (low &- ones &* 0x21) & ~low | (slash &- ones) & ~slash
            | (word &+ ones) | word  // from 0x7F on
        return (special & (ones &* 0x80)).trailingZeroBitCount / 8
    }

    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != backslash && byte != 0x7F
    }

    @inline(__always)
    static func write(
        ascii byte: UInt8, to space: UnsafeMutablePointer<UInt8>, _ isNested: Bool
    ) -> Int {
        switch byte {
        case UInt8(ascii: "\""), backslash:
            space[0] = backslash
            guard isNested else {
                space[1] = byte
                return 2
            }
            space[1] = backslash
            space[2] = backslash
            space[3] = byte
            return 4
        case 0x0A: return write(letter: UInt8(ascii: "n"), to: space, isNested)
        case 0x0D: return write(letter: UInt8(ascii: "r"), to: space, isNested)
        case 0x09: return write(letter: UInt8(ascii: "t"), to: space, isNested)
        default: return write(unit: UInt16(byte), to: space, isNested)
        }
    }

    /// Writes `\n` and similar escapes.
    private static func write(
        letter: UInt8, to space: UnsafeMutablePointer<UInt8>, _ isNested: Bool
    ) -> Int {
        var end = 1
        space[0] = backslash
        if isNested {
            space[1] = backslash
            end = 2
        }
        space[end] = letter
        return end + 1
    }

    /// Writes `\uXXXX`.
    static func write(
        unit: UInt16, to space: UnsafeMutablePointer<UInt8>, _ isNested: Bool
    ) -> Int {
        let end = write(letter: UInt8(ascii: "u"), to: space, isNested)
        for place in 0..<4 {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(12 - 4 * place) & 0xF)
            space[end + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
        return end + 4
    }
}
