/// Finds what looks like a credential in free text.
///
/// Events have session tokens in fields that are never read. This is the second line of defense: an
/// error message, a user agent or a name may contain one, too.
public enum Secrets {
    /// The placeholder for a credential.
    static let replacement = "[redacted]"

    /// The text without credentials; `nil` if it has none.
    public static func redacted(_ text: String) -> String? {
        if text.utf8.count < 12 { return nil }
        return text.withBytes { bytes in
            var found = tokens(in: bytes)
            let named = namedValues(in: bytes)
            let users = bytes.userInfos
            if found.isEmpty, named.isEmpty, users.isEmpty { return nil }
            found += named + users
            found.sort { $0.lowerBound < $1.lowerBound }
            var clean: [UInt8] = []
            var start = 0
            for range in found where range.lowerBound >= start {
                clean.append(contentsOf: bytes[start..<range.lowerBound])
                clean.append(contentsOf: replacement.utf8)
                start = range.upperBound
            }
            clean.append(contentsOf: bytes[start...])
            return String(decoding: clean, as: UTF8.self)
        }
    }

    /// What looks like a token or a secret key by itself.
    ///
    /// Only runs of sixteen characters and more can be one, so every sixteenth is looked at first.
    private static func tokens(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let isARN = text.equals("arn:", at: 0)
        var floor = 0
        var at = 15
        while at < text.count {
            guard ByteSet.tokens.contains(text[at]) else {
                at += 16
                continue
            }
            var start = at
            while start > floor, ByteSet.tokens.contains(text[start - 1]) { start -= 1 }
            var end = at + 1
            while end < text.count, ByteSet.tokens.contains(text[end]) { end += 1 }
            let run = start..<end
            if run.count >= 16, let secret = secret(in: text, run: run, isARN: isARN) {
                found.append(secret)
                end = secret.upperBound
            } else if run.count == 40, !isARN, looksLikeSecretKey(text, run),
                hasAccessKeyID(text) || text[run].contains(where: { $0 == 0x2B || $0 == 0x2F })
            {
                found.append(run)
            }
            floor = end
            at = end + 16
        }
        return found
    }

    /// Whether the text contains an access key id.
    private static func hasAccessKeyID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 20 else { return false }
        return (0...(text.count - 20)).contains { index in
            text[index] == UInt8(ascii: "A")
                && (text.equals("akia", at: index) || text.equals("asia", at: index))
        }
    }

    /// The run where it begins, somewhere inside, as tokens of AWS, SAML documents and JWTs do, or
    /// is base64 longer than any name.
    @inline(__always)
    private static func secret(
        in text: UnsafeBufferPointer<UInt8>, run: Range<Int>, isARN: Bool
    ) -> Range<Int>? {
        for index in run.lowerBound...(run.upperBound - 12) {
            switch text[index] {
            case UInt8(ascii: "I"), UInt8(ascii: "F"), UInt8(ascii: "A"), UInt8(ascii: "P"),
                UInt8(ascii: "e"):
                if opensToken(text, at: index) { return index..<end(of: run, in: text) }
            default: continue
            }
        }
        if isARN || run.count < 160 { return nil }
        let bytes = text[run]
        let slashes = bytes.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
        return looksLikeSecretKey(text, run) && slashes * 16 <= run.count
            ? run.lowerBound..<end(of: run, in: text) : nil
    }

    @inline(__always)
    private static func opensToken(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        func has(_ mark: StaticString) -> Bool {
            mark.withUTF8Buffer { mark in
                index + mark.count <= text.count
                    && (0..<mark.count).allSatisfy { text[index + $0] == mark[$0] }
            }
        }
        switch text[index] {
        case UInt8(ascii: "I"): return has("IQoJ")
        case UInt8(ascii: "F"): return has("FwoG") || has("FQoG") || has("FQoD")
        case UInt8(ascii: "A"): return has("AQoD") || has("AQoE")
        case UInt8(ascii: "P"): return has("PHNhbW") || has("PD94bW")
        default: return has("eyJ")
        }
    }

    /// The end of the run, with the parts of a JWT and the padding that follow it.
    private static func end(of run: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = run.upperBound
        while end < text.count {
            let byte = text[end]
            let joins = byte == UInt8(ascii: "=") || byte == UInt8(ascii: ".")
            guard joins || ByteSet.tokens.contains(byte) else { break }
            end += 1
        }
        return end
    }

    private static func looksLikeSecretKey(
        _ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>
    ) -> Bool {
        var upper = false
        var lower = false
        var digit = false
        for byte in text[run] {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper = true
            case UInt8(ascii: "a")...UInt8(ascii: "z"): lower = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = true
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "%"):
                if run.count == 40 { return false }
            default: break
            }
        }
        return upper && lower && digit
    }
}
