import Crypto
import Text
import Time

/// Proves that the sender of a token holds the key it was issued to (RFC 9449). Each is valid for
/// one request.
struct DPoPProof {
    /// The request's method.
    let method: String

    /// The request's URL; query and fragment are left out.
    let url: String

    /// The nonce that the server asked for; nil if it asked for none.
    var nonce: String?

    /// The token that is sent with it; nil at the token endpoint.
    var accessToken: Secret?

    /// The proof, signed.
    ///
    /// - Parameters:
    ///   - key: the one that the token is bound to, or is going to be.
    ///   - now: by the server's clock.
    ///   - id: never used before.
    /// - Returns: nil if signing fails.
    func signed(by key: EphemeralKey, now: Timestamp, id: String) -> Secret? {
        let token = token(key.publicKey, now: now, id: id)
        return key.sign(token.signingInput).map(token.compact)
    }

    /// The proof to be signed. The header contains the key itself: some servers reject a `kid` next
    /// to it.
    func token(_ key: JWK, now: Timestamp, id: String) -> JWT {
        JWT(
            header: ["typ": "dpop+jwt", "alg": "ES256", "jwk": key.json],
            claims: .members([
                "htm": .string(method), "htu": .string(target), "iat": JWT.numericDate(now),
                "jti": .string(id), "nonce": nonce.map(JSON.string),
                "ath": accessToken.map {
                    .string(Base64.encodeURL(Hash.sha256(Array($0.text.utf8))))
                },
            ]))
    }

    private var target: String { String(url.prefix { $0 != "?" && $0 != "#" }) }
}
