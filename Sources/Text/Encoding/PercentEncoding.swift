/// Percent-encoding as AWS signs it: everything but RFC 3986's unreserved characters.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
public enum PercentEncoding {
    /// Encodes text for a query or a form: `A-Z a-z 0-9 - . _ ~` stay, a space becomes `%20`.
    public static func encode(_ text: String) -> String {
        encode(text.utf8, keeping: { _ in false })
    }

    /// Encodes a path once more: slashes stay, and what is already encoded is encoded again.
    public static func encodePath(_ path: String) -> String {
        encode(path.utf8, keeping: { $0 == UInt8(ascii: "/") })
    }

    /// Converts a part of a query into the form that is signed: what is encoded stays encoded, in
    /// capital letters, and everything else that should be encoded is encoded.
    public static func normalize(_ part: some StringProtocol) -> String {
        encode(bytes(of: part), keeping: { _ in false })
    }

    /// Decodes text, e.g. a policy from IAM; nil if the bytes are not UTF-8. A plus sign stays a plus
    /// sign.
    public static func decode(_ text: String) -> String? {
        String(validating: bytes(of: text), as: UTF8.self)
    }

    private static func bytes(of part: some StringProtocol) -> [UInt8] {
        let bytes = Array(part.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = Hexadecimal.value(of: bytes[index + 1]),
                let low = Hexadecimal.value(of: bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    private static func encode(
        _ bytes: some Sequence<UInt8>, keeping: (UInt8) -> Bool
    ) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            if isUnreserved(byte) || keeping(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
