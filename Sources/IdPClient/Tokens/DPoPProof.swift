import Crypto
import Text
import Time

/// Shows that whoever sends a token holds the key it was issued to (RFC 9449). Every one is good for
/// one request.
struct DPoPProof {
    /// The request's method.
    let method: String

    /// The request's URL; what follows the path is left out.
    let url: String

    /// What the server asked to be repeated; nil where it asked for nothing.
    var nonce: String?

    /// The token that goes along; nil at the token end point.
    var accessToken: Secret?

    /// The proof, signed.
    ///
    /// - Parameters:
    ///   - key: the one that the token is bound to, or is going to be.
    ///   - now: by the clock that the other side compares with.
    ///   - id: never used before.
    /// - Returns: nil where signing fails.
    func signed(by key: EphemeralKey, now: Timestamp, id: String) -> Secret? {
        let token = token(key.publicKey, now: now, id: id)
        return key.sign(token.signingInput).map(token.compact)
    }

    /// The proof to be signed. The key stands in the header itself: a name beside it is refused by
    /// some servers.
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
