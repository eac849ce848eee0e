import Samples
import Testing

@testable import Crypto
@testable import IdPClient
@testable import Text
@testable import Time

/// What stands in assertions and proofs.
struct TokenTests {
    let now = Timestamp(secondsSince1970: 1_700_000_000)

    @Test func `an assertion says who asks whom, for five minutes, once`() {
        let assertion = ClientAssertion(
            key: .rs256(kid: "k1"), clientID: "0oa2", audience: "https://a.example/oauth2/v1/token")
        let token = assertion.token(now: now, id: "id1")
        #expect(token.header == ["alg": "RS256", "kid": "k1", "typ": "JWT"])
        #expect(
            token.claims == [
                "iss": "0oa2", "sub": "0oa2", "aud": "https://a.example/oauth2/v1/token",
                "iat": .number("1700000000"), "nbf": .number("1700000000"),
                "exp": .number("1700000300"), "jti": "id1",
            ])
    }

    @Test func `Entra's assertion names the certificate and no key`() {
        let assertion = ClientAssertion(
            key: .ps256(certificateThumbprint: [0xFB, 0xFF]), clientID: "c", audience: "a")
        #expect(
            assertion.token(now: now, id: "i").header
                == ["alg": "PS256", "typ": "JWT", "x5t#S256": "-_8"])
    }

    @Test func `a proof names the URL without its query, and the token by its hash`() throws {
        let proof = DPoPProof(
            method: "GET", url: "https://server.example.com/api/v1/groups?limit=200#x",
            nonce: "n1", accessToken: Secret("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))
        let key = try PublishedKeys.jwk(PublishedKeys.p256)
        let token = proof.token(key, now: now, id: "j1")
        #expect(token.header == ["typ": "dpop+jwt", "alg": "ES256", "jwk": key.json])
        // The hash is that of RFC 9449, section 7.1.
        #expect(
            token.claims == [
                "htm": "GET", "htu": "https://server.example.com/api/v1/groups",
                "iat": .number("1700000000"), "jti": "j1", "nonce": "n1",
                "ath": "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo",
            ])
    }

    @Test func `a proof for the token end point carries neither hash nor nonce`() throws {
        let proof = DPoPProof(method: "POST", url: "https://a.example/token")
        let claims = proof.token(try PublishedKeys.jwk(PublishedKeys.p256), now: now, id: "j")
            .claims
        #expect(Set(claims.object?.keys.map { $0 } ?? []) == ["htm", "htu", "iat", "jti"])
    }

    @Test func `a token is three parts without padding`() {
        let text = JWT(header: ["a": "?>"], claims: [:]).compact([0xFF, 0xFE]).text
        #expect(text == "eyJhIjoiPz4ifQ.e30.__4")
    }

    @Test func `a secret is not printed`() {
        let secret = Secret("topsecret")
        var dumped = ""
        dump(["a": secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!text.contains("topsecret"))
        }
    }
}
