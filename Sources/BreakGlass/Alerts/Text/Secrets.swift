/// Finds what looks like a credential in free text.
///
/// Events carry session tokens in fields that are never read; this is the second line: an error
/// message, a user agent or a name may hold one all the same.
enum Secrets {
    /// What stands in place of a credential.
    static let replacement = "[redacted]"

    /// The text without credentials, `nil` where it has none.
    static func redacted(_ text: String) -> String? {
        if text.utf8.count < 12 { return nil }
        var text = text
        return text.withUTF8 { bytes in
            let found = ranges(in: bytes)
            if found.isEmpty { return nil }
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

    /// What base64 in all its spellings is made of; `=` separates more often than it pads.
    private static let tokenBytes = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-%")

    private static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let isARN = text.equals("arn:", at: 0)
        var keyBeside: Bool?
        var index = 0
        while index < text.count {
            guard tokenBytes.contains(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, tokenBytes.contains(text[index]) { index += 1 }
            let run = start..<index
            if run.count >= 16, let secret = secret(in: text, run: run, isARN: isARN) {
                found.append(secret)
                index = secret.upperBound
            } else if run.count == 40, !isARN, looksLikeSecretKey(text, run) {
                let beside = keyBeside ?? hasAccessKeyID(text)
                keyBeside = beside
                if beside || text[run].contains(where: { $0 == 0x2B || $0 == 0x2F }) {
                    found.append(run)
                }
            } else if run.count >= 6, let value = namedValue(after: run, in: text) {
                found.append(value)
                index = value.upperBound
            }
        }
        return found
    }

    /// The run where it begins, somewhere inside, as tokens of AWS, SAML documents and JWTs do, or
    /// is base64 longer than any name.
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
            guard joins || tokenBytes.contains(byte) else { break }
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
