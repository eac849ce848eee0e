import Testing

@testable import Clients

struct JWKTests {
    /// The key of RFC 7638, section 3.1, as a SubjectPublicKeyInfo.
    static let rsa = """
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78L\
        hWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc/BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ/2W+5JsGY4Hc5n9yBXA\
        rwl93lqt7/RN5w6Cf0h4QyQ5v+65YGjQR0/FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajr\
        n1n91CbOpbISD08qNLyrdkt+bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ+G/xBniIqbw0Ls1jF44+csFCur+\
        kEgU8awapJzKnqDKgwIDAQAB
        """

    /// The key of RFC 7515, appendix A.3.
    static let p256 = """
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72bfocs\
        3+257rn0s2ldbqkLJK2KRiMohYjlrQ==
        """

    /// A key on P-384, which nothing here signs with.
    static let p384 = """
        MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAELPLfL/OFVCsyqWhJsogn3wNF1Efnz9Zqfrd01XSeDeL7x/3qByEUS19/q4p2\
        cBdgrpHPLSy4/4Dv6vb3IzpyWg6kogwMYfnQjooUjZpjMdQ0yXp7J+UlmRvfTHJ9CkFg
        """

    static func jwk(_ text: String) throws -> JWK {
        let spki = try #require(Base64.decode(text))
        return try #require(JWK(spki: spki))
    }

    @Test func `the thumbprint is that of RFC 7638`() throws {
        let key = try Self.jwk(Self.rsa)
        #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(key.json["e"]?.string == "AQAB")
        #expect(key.json["n"]?.string?.hasPrefix("0vx7agoebGcQSuuPiLJXZptN9nndrQmb") == true)
    }

    @Test func `a point on P-256 is written as RFC 7515 does`() throws {
        #expect(
            try Self.jwk(Self.p256).json == [
                "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            ])
    }

    @Test func `another curve, half a key and a longer one are refused`() throws {
        let whole = try #require(Base64.decode(Self.rsa))
        let p384 = try #require(Base64.decode(Self.p384))
        #expect(JWK(spki: p384) == nil)
        #expect(JWK(spki: Array(whole.dropLast())) == nil)
        #expect(JWK(spki: whole + [0]) == nil)
        #expect(JWK(spki: []) == nil)
    }
}
