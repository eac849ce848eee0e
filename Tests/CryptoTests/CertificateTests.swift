import Samples
import Testing

@testable import Crypto
@testable import Text
@testable import Time

struct CertificateTests {
    @Test func `it has the same fields as the openssl command prints`() throws {
        let pem = try MadeCertificate.pem(
            subject: "/O=Béispiel & Söhne/CN=idp.example.com",
            ["-days", "30", "-set_serial", "0x00ABCDEF"])
        let certificate = try Certificate(text: pem)
        let facts = try MadeCertificate.facts(
            pem,
            ["-fingerprint", "-sha256", "-serial", "-dates", "-dateopt", "iso_8601"])
        let values = facts.split(separator: "\n").map { String($0.split(separator: "=")[1]) }
        #expect(certificate.fingerprint == values[0].replacing(":", with: "").lowercased())
        #expect(certificate.serialNumber == values[1].lowercased())
        #expect(certificate.notBefore.iso8601 == values[2].replacing(" ", with: "T"))
        #expect(certificate.notAfter.iso8601 == values[3].replacing(" ", with: "T"))
        #expect(certificate.subject == "CN=idp.example.com,O=Béispiel & Söhne")
        #expect(certificate.issuer == certificate.subject)
    }

    @Test func `an expired one is read like any other`() throws {
        let certificate = try Certificate(text: MadeCertificate.expired(subject: "/CN=old"))
        #expect(certificate.notAfter.iso8601 == "2021-01-01T00:00:00Z")
    }

    @Test func `PEM, bare Base64 and odd line breaks are one certificate`() throws {
        let pem = try MadeCertificate.pem(subject: "/CN=a")
        let bare = pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        let read = try Certificate(text: pem)
        #expect(try Certificate(text: bare) == read)
        let broken = " \r\n\t" + bare.prefix(40) + " \n " + bare.dropFirst(40)
        #expect(try Certificate(text: broken) == read)
    }

    @Test func `keys of elliptic curves are read, and two keys differ`() throws {
        let one = try Certificate(text: MadeCertificate.pem(subject: "/CN=a"))
        let other = try Certificate(
            text: MadeCertificate.pem(
                subject: "/CN=a", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]))
        #expect(one.publicKeyFingerprint.count == 64)
        #expect(one.publicKeyFingerprint != other.publicKeyFingerprint)
    }

    @Test(arguments: [
        ("", "is empty"), ("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", "is empty"),
        ("not base64!", "is not Base64"), ("AAAA", "is not an X.509 certificate"),
        (String(repeating: "A", count: 200_000), "is not Base64"),
    ])
    func `text that is not a certificate is rejected with a reason`(text: String, reason: String) {
        #expect(throws: Certificate.Malformed(description: reason)) { try Certificate(text: text) }
    }

    @Test func `cut off, bent and padded ones never trap`() throws {
        let pem = try MadeCertificate.pem(subject: "/CN=a")
        let packed = pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        let der = try #require(Base64.decode(packed))
        #expect(throws: Certificate.Malformed(description: "is followed by something else")) {
            try Certificate(der: der + [0])
        }
        for count in stride(from: 0, to: der.count, by: 7) {
            #expect(throws: Certificate.Malformed.self) {
                try Certificate(der: Array(der[..<count]))
            }
        }
        for index in der.indices {
            var bent = der
            bent[index] ^= 0xFF
            _ = try? Certificate(der: bent)
        }
    }
}
