extension TextWriter {
    /// Writes an ASCII byte that may mean something in this medium.
    mutating func writeSpecial(
        _ byte: UInt8, at index: Int, of text: UnsafeBufferPointer<UInt8>
    ) {
        let chat = medium == .chat || medium == .code
        switch byte {
        case 0..<0x20, 0x7F:
            mark(Unicode.Scalar(byte))
        case UInt8(ascii: ":"):
            if text.opensLink(at: index) { ours(medium.inertColon) } else { self.byte(byte) }
        case UInt8(ascii: "."):
            if text.isHostDot(at: index) { ours(medium.inertDot) } else { self.byte(byte) }
        case UInt8(ascii: "@"):
            if text.isMention(at: index) { ours("(at)") } else { self.byte(byte) }
        case UInt8(ascii: "<"):
            ours(chat ? "‹" : text.opensTag(at: index) ? "< " : "<")
        case UInt8(ascii: ">"):
            ours(chat ? "›" : ">")
        case UInt8(ascii: "&"):
            ours("&amp;")
        default:
            if medium == .sms {
                self.byte(TextWriter.gsm(byte))
            } else if medium == .code {
                self.byte(UInt8(ascii: "'"))
            } else {
                if byte != UInt8(ascii: "_") || text.isWordEdge(at: index) {
                    self.byte(UInt8(ascii: "\\"))
                }
                self.byte(byte)
            }
        }
    }

    /// The nearest character that takes one septet in GSM 7-bit's basic set.
    private static func gsm(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): UInt8(ascii: "(")
        case UInt8(ascii: "]"), UInt8(ascii: "}"): UInt8(ascii: ")")
        case UInt8(ascii: "\\"), UInt8(ascii: "|"): UInt8(ascii: "/")
        case UInt8(ascii: "~"): UInt8(ascii: "-")
        default: UInt8(ascii: "'")
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The byte there, 0 outside.
    func byte(_ index: Int) -> UInt8 {
        index >= 0 && index < count ? self[index] : 0
    }

    /// Whether the colon at `index` ends a scheme that some client makes a link of.
    func opensLink(at index: Int) -> Bool {
        let slash = UInt8(ascii: "/")
        return byte(index + 1) == slash && byte(index + 2) == slash
            || endsWord(at: index, in: TextTables.schemes)
    }

    /// Whether the `@` at `index` is a mention, not a part of an address.
    func isMention(at index: Int) -> Bool {
        let before = byte(index - 1)
        return !ByteSet.mailboxes.contains(before)
            || startsWord(at: index + 1, in: TextTables.mentions)
    }

    /// Whether the `<` at `index` looks like markup.
    func opensTag(at index: Int) -> Bool {
        ByteSet.tagStarts.contains(byte(index + 1))
    }

    /// Whether at least one neighbor of `index` is not a letter or digit.
    func isWordEdge(at index: Int) -> Bool {
        !ByteSet.alphanumerics.contains(byte(index - 1))
            || !ByteSet.alphanumerics.contains(byte(index + 1))
    }

    /// Whether the word before `index` is one of `words`, case-insensitively.
    private func endsWord(at index: Int, in words: [StaticString]) -> Bool {
        guard ByteSet.letters.contains(byte(index - 1)) else { return false }
        return words.contains { word in
            let start = index - word.utf8CodeUnitCount
            return start >= 0 && byte(index - 1).folded == word.lastByte
                && !ByteSet.alphanumerics.contains(byte(start - 1))
                && equals(word, at: start)
        }
    }

    /// Whether the word at `index` is one of `words`, case-insensitively.
    private func startsWord(at index: Int, in words: [StaticString]) -> Bool {
        words.contains { word in
            !ByteSet.hosts.contains(byte(index + word.utf8CodeUnitCount))
                && equals(word, at: index)
        }
    }

    /// Whether `word` (ASCII in lower case) is at `index`, case-insensitively.
    func equals(_ word: StaticString, at index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        let bytes = word.utf8Start
        for offset in 0..<length where self[index + offset].folded != bytes[offset] {
            return false
        }
        return true
    }
}

extension StaticString {
    /// The last byte. Every word in the tables is longer than one character, so it has a pointer.
    var lastByte: UInt8 {
        utf8Start[utf8CodeUnitCount - 1]
    }
}
