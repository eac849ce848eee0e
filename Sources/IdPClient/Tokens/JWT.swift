import Text
import Time

/// A JSON Web Token before it is signed (RFC 7519), in the compact form of RFC 7515.
struct JWT {
    /// How it is signed, and by which key.
    let header: JSON

    /// What it states.
    let claims: JSON

    /// What the signature is over: header and claims, encoded and joined by a dot.
    var signingInput: [UInt8] {
        Array("\(Base64.encodeURL(header.bytes)).\(Base64.encodeURL(claims.bytes))".utf8)
    }

    /// The whole token.
    ///
    /// - Parameter signature: over ``signingInput``, as RFC 7518 wants it for the header's `alg`.
    /// - Returns: three parts, joined by dots.
    func compact(_ signature: [UInt8]) -> Secret {
        Secret(String(decoding: signingInput, as: UTF8.self) + "." + Base64.encodeURL(signature))
    }

    /// The permissions (`roles`) in a token, if it is readable: for the report, and for
    /// telling "empty" from "not shown". The server alone decides about access.
    static func roles(claimedBy token: Secret) -> [String] {
        let parts = token.text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Base64.decodeURL(String(parts[1])),
            let roles = JSON(payload)?["roles"]?.array
        else { return [] }
        return roles.compactMap(\.string)
    }

    /// A time as claims state it.
    static func numericDate(_ moment: Timestamp) -> JSON { .number("\(moment.secondsSince1970)") }
}
