extension Secrets {
    /// Names whose value is a secret, in lower case, each with its last eight bytes.
    private static let names: [(name: StaticString, ending: UInt64)] =
        ([
            "sessiontoken", "session_token", "session-token", "securitytoken", "security-token",
            "secretaccesskey", "secret_access_key", "secret-access-key", "secretkey",
            "samlassertion",
            "samlresponse", "webidentitytoken", "client_secret", "clientsecret", "client_assertion",
            "accesstoken", "access_token", "id_token", "refresh_token", "refreshtoken", "password",
            "authorization",
        ] as [StaticString]).map { name in
            (name, name.withUTF8Buffer { ending(of: $0, at: $0.count) })
        }

    /// The values of secrets that the text names: `sessionToken=…`, `"sessionToken": "…"`,
    /// `<SessionToken>…`, `--session-token …`.
    static func namedValues(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var free = 0
        var index = 0
        while index < text.count {
            // The last word ends where the text ends.
            let start = min(index, text.count - 8)
            var marks = PlainText.assignments(in: text.word(at: start))
            while marks != 0 {
                let place = start + marks.trailingZeroBitCount / 8
                marks &= marks &- 1
                guard place >= free, let name = name(at: place, in: text),
                    let value = value(of: name, in: text)
                else { continue }
                found.append(value)
                free = value.upperBound
            }
            index = start + 8
            free = max(free, index)
        }
        return found
    }

    /// The name of a secret that ends before the `:`, `=` or `>` at `index`, or is the flag there.
    @inline(__always)
    private static func name(
        at index: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        var end = index
        if text[index] == UInt8(ascii: "-") {
            guard text.byte(index + 1) == text[index] else { return nil }
            while end < text.count, ByteSet.tokens.contains(text[end]) { end += 1 }
        } else {
            guard ByteSet.assignments.contains(text[index]) else { return nil }
            while end > 0, index - end < 4, ByteSet.separators.contains(text[end - 1]) { end -= 1 }
        }
        guard end >= 8 else { return nil }
        let ending = ending(of: text, at: end)
        guard isEndOfName(ending) else { return nil }
        let known = names.first { name in
            name.ending == ending
                && text.equals(name.name, at: end - name.name.utf8CodeUnitCount)
        }
        return known.map { end - $0.name.utf8CodeUnitCount..<end }
    }

    /// The eight bytes before `end`, letters in lower case; other bytes may be changed, too.
    @inline(__always)
    private static func ending(of text: UnsafeBufferPointer<UInt8>, at end: Int) -> UInt64 {
        text.word(at: end - 8) | 0x2020_2020_2020_2020
    }

    /// Whether some name has the same last three letters. This excludes most words.
    @inline(__always)
    private static func isEndOfName(_ ending: UInt64) -> Bool {
        switch ending >> 40 {
        case 0x6E_656B, 0x79_656B, 0x6E_6F69, 0x65_736E, 0x74_6572, 0x64_726F:
            return true  // ken key ion nse ret ord
        default:
            return false
        }
    }

    private static func value(
        of name: Range<Int>, in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        var start = name.upperBound
        while start < text.count, start - name.upperBound < 8,
            ByteSet.separators.contains(text[start])
        {
            start += 1
        }
        // A header's value has a word before its secret: "Authorization: Bearer …".
        let isHeader = text.equals("authorization", at: name.lowerBound)
        var end = start
        while end < text.count {
            let byte = text[end]
            if ByteSet.valueEnds.contains(byte), !isHeader || byte != UInt8(ascii: " ") { break }
            end += 1
        }
        return end > start ? start..<end : nil
    }
}
