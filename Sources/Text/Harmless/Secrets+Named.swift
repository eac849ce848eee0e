extension Secrets {
    /// Names whose value is a secret, in lower case.
    private static let names: [StaticString] = [
        "sessiontoken", "session_token", "session-token", "securitytoken", "security-token",
        "secretaccesskey", "secret_access_key", "secret-access-key", "secretkey", "samlassertion",
        "samlresponse", "webidentitytoken", "client_secret", "clientsecret", "client_assertion",
        "accesstoken", "access_token", "id_token", "refresh_token", "refreshtoken", "password",
        "authorization",
    ]

    /// The values of secrets that the text names: `sessionToken=…`, `"sessionToken": "…"`,
    /// `<SessionToken>…`, `--session-token …`.
    static func namedValues(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard let base = text.baseAddress else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            if index + 8 <= text.count {
                let word = UnsafeRawPointer(base).loadUnaligned(
                    fromByteOffset: index, as: UInt64.self)
                let none = PlainText.assignments(in: word).trailingZeroBitCount / 8
                index += none
                if none == 8 { continue }
            }
            if let name = name(at: index, in: text), let value = value(of: name, in: text) {
                found.append(value)
                index = value.upperBound
            } else {
                index += 1
            }
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
        guard end >= 8, endsLikeName(text, end) else { return nil }
        let known = names.first { name in
            text[end - 1].folded == name.lastByte
                && text.equals(name, at: end - name.utf8CodeUnitCount)
        }
        return known.map { end - $0.utf8CodeUnitCount..<end }
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

    /// Whether some name has the same last three letters. This excludes most words.
    @inline(__always)
    private static func endsLikeName(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        let ending =
            UInt32(text[end - 3].folded) << 16 | UInt32(text[end - 2].folded) << 8
            | UInt32(text[end - 1].folded)
        switch ending {
        case 0x6B_656E, 0x6B_6579, 0x69_6F6E, 0x6E_7365, 0x72_6574, 0x6F_7264:
            return true  // ken key ion nse ret ord
        default:
            return false
        }
    }
}
