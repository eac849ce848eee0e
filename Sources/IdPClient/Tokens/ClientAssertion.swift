import Text
import Time

/// What a program signs to prove who it is when it asks for an access token: `private_key_jwt`
/// (RFC 7523, section 2.2). Each is valid for one request.
struct ClientAssertion {
    /// How it is signed, and how the server finds the key.
    enum Key: Hashable {
        /// RSASSA-PKCS1-v1_5 with SHA-256; the key by its `kid`. What Okta accepts.
        case rs256(kid: String)
        /// RSASSA-PSS with SHA-256; the certificate by its SHA-256 thumbprint. What Entra accepts.
        case ps256(certificateThumbprint: [UInt8])
    }

    /// How it is signed.
    let key: Key

    /// The program's id, which is issuer and subject both.
    let clientID: String

    /// The token endpoint's URL.
    let audience: String

    /// Valid for five minutes: long enough for clocks that differ, short enough to be worthless
    /// to a thief.
    static let lifetime: Int64 = 300

    /// The assertion to be signed.
    ///
    /// - Parameters:
    ///   - now: by the server's clock.
    ///   - id: never used before.
    /// - Returns: a token without its signature.
    func token(now: Timestamp, id: String) -> JWT {
        JWT(
            header: header,
            claims: [
                "iss": .string(clientID), "sub": .string(clientID), "aud": .string(audience),
                "iat": JWT.numericDate(now), "nbf": JWT.numericDate(now),
                "exp": JWT.numericDate(now.advanced(by: Self.lifetime)), "jti": .string(id),
            ])
    }

    private var header: JSON {
        switch key {
        case .rs256(let kid): ["typ": "JWT", "alg": "RS256", "kid": .string(kid)]
        case .ps256(let thumbprint):
            ["typ": "JWT", "alg": "PS256", "x5t#S256": .string(Base64.encodeURL(thumbprint))]
        }
    }
}

extension ClientAssertion {
    /// Makes assertions, each signed by a key outside this process.
    func signed(
        by signature: @escaping WebAPI.Signature
    ) -> WebAPI.Grant.Assertion {
        { now, id, deadline async throws(WebAPI.Failure) in
            let token = token(now: now, id: id)
            do throws(WebAPI.Unsigned) {
                return token.compact(try await signature(token.signingInput, deadline))
            } catch {
                throw .unsigned(reason: error.reason)
            }
        }
    }
}
