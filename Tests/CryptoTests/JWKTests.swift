import Samples
import Testing

@testable import Crypto
@testable import Text

struct JWKTests {
    @Test func `the thumbprint is that of RFC 7638`() throws {
        let key = try PublishedKeys.jwk(PublishedKeys.rsa)
        #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(key.json["e"]?.string == "AQAB")
        #expect(key.json["n"]?.string?.hasPrefix("0vx7agoebGcQSuuPiLJXZptN9nndrQmb") == true)
    }

    @Test func `a point on P-256 is written as RFC 7515 does`() throws {
        #expect(
            try PublishedKeys.jwk(PublishedKeys.p256).json == [
                "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            ])
    }

    @Test func `another curve, half a key and a longer one are rejected`() throws {
        let whole = try #require(Base64.decode(PublishedKeys.rsa))
        let p384 = try #require(Base64.decode(PublishedKeys.p384))
        #expect(JWK(spki: p384) == nil)
        #expect(JWK(spki: Array(whole.dropLast())) == nil)
        #expect(JWK(spki: whole + [0]) == nil)
        #expect(JWK(spki: []) == nil)
    }
}
