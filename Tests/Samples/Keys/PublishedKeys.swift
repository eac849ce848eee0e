package import Crypto
import Text

/// Public keys as standards print them.
package enum PublishedKeys {
    private struct Unreadable: Error {}

    /// The key of RFC 7638, section 3.1, as a SubjectPublicKeyInfo.
    package static let rsa = """
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78L\
        hWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc/BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ/2W+5JsGY4Hc5n9yBXA\
        rwl93lqt7/RN5w6Cf0h4QyQ5v+65YGjQR0/FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajr\
        n1n91CbOpbISD08qNLyrdkt+bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ+G/xBniIqbw0Ls1jF44+csFCur+\
        kEgU8awapJzKnqDKgwIDAQAB
        """

    /// The key of RFC 7515, appendix A.3.
    package static let p256 = """
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72bfocs\
        3+257rn0s2ldbqkLJK2KRiMohYjlrQ==
        """

    /// A key on P-384, which is not used for signatures here.
    package static let p384 = """
        MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAELPLfL/OFVCsyqWhJsogn3wNF1Efnz9Zqfrd01XSeDeL7x/3qByEUS19/q4p2\
        cBdgrpHPLSy4/4Dv6vb3IzpyWg6kogwMYfnQjooUjZpjMdQ0yXp7J+UlmRvfTHJ9CkFg
        """

    package static func jwk(_ text: String) throws -> JWK {
        guard let spki = Base64.decode(text), let key = JWK(spki: spki) else {
            throw Unreadable()
        }
        return key
    }
}
