import Samples
import Testing

@testable import Crypto
@testable import IdPClient
@testable import Time

struct SAMLMetadataTests {
    /// As SimpleSAMLphp and Okta write it: one key for signing, one for encryption, two for any
    /// use.
    static func document(
        _ signing: String, any: String = "", attributes: String = "", around: String = ""
    ) -> String {
        let entity = """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
              xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example.com/saml"
              \(attributes)>
              <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data>
                  <ds:X509Certificate>\(signing)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
                </md:KeyDescriptor>
                <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data>
                  <ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
                </md:KeyDescriptor>
                \(any)
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                  Location="https://idp.example.com/sso?a=1&amp;b=2"/>
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """
        return "<?xml version=\"1.0\"?>" + (around.isEmpty ? entity : around + entity + "</g>")
    }

    static func any(_ text: String) -> String {
        "<md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(text)"
            + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
    }

    @Test func `entity, certificates and endpoints are read`() throws {
        let (one, other) = (
            try MadeCertificate.pem(subject: "/CN=one"),
            try MadeCertificate.pem(subject: "/CN=other")
        )
        let text = Self.document(
            one, any: Self.any(other) + Self.any(one),
            attributes: "validUntil=\"2027-01-01T00:00:00.5Z\"")
        let metadata = try SAMLMetadata(Array(text.utf8))
        #expect(metadata.entityID == "https://idp.example.com/saml")
        #expect(metadata.validUntil?.iso8601 == "2027-01-01T00:00:00Z")
        #expect(try metadata.certificates.map { try $0.get().subject } == ["CN=one", "CN=other"])
        #expect(metadata.signInEndpoints.map(\.location) == ["https://idp.example.com/sso?a=1&b=2"])
    }

    @Test func `a certificate that cannot be read is said and costs nothing else`() throws {
        let good = try MadeCertificate.pem(subject: "/CN=one")
        let text = Self.document("AAAA", any: Self.any(good))
        let metadata = try SAMLMetadata(Array(text.utf8))
        #expect(
            metadata.certificates.first
                == .failure(Certificate.Malformed(description: "is not an X.509 certificate")))
        #expect(try metadata.certificates.last?.get().subject == "CN=one")
    }

    @Test func `the earliest end counts, also that of a group of entities`() throws {
        let text = Self.document(
            "AAAA", attributes: "validUntil=\"2027-01-01T00:00:00Z\"",
            around: "<g:EntitiesDescriptor validUntil=\"2026-12-01T00:00:00Z\">"
        ).replacing("</g>", with: "</g:EntitiesDescriptor>")
        #expect(
            try SAMLMetadata(Array(text.utf8)).validUntil?.iso8601 == "2026-12-01T00:00:00Z")
    }

    @Test func `the end of another group does not count`() throws {
        let other = "<g:EntitiesDescriptor validUntil=\"2026-01-01T00:00:00Z\"/>"
        let text = Self.document(
            "AAAA", attributes: "validUntil=\"2027-01-01T00:00:00Z\"",
            around: "<g:EntitiesDescriptor>" + other
        ).replacing("</g>", with: "</g:EntitiesDescriptor>")
        #expect(
            try SAMLMetadata(Array(text.utf8)).validUntil?.iso8601 == "2027-01-01T00:00:00Z")
    }

    @Test(arguments: [
        "2027-01-01T00:00:00", "2027-01-01T00:00:00.000", "2027-01-01T01:00:00+01:00",
    ])
    func `a time is read with its zone, and in UTC without one`(time: String) throws {
        let text = Self.document("AAAA", attributes: "validUntil=\"\(time)\"")
        #expect(
            try SAMLMetadata(Array(text.utf8)).validUntil?.iso8601 == "2027-01-01T00:00:00Z")
    }

    @Test func `what only offers services is no identity provider`() {
        let text = Self.document("AAAA").replacing("IDPSSODescriptor", with: "SPSSODescriptor")
        #expect(
            throws: SAMLMetadata.Malformed(description: "does not describe an identity provider")
        ) {
            try SAMLMetadata(Array(text.utf8))
        }
    }

    @Test(arguments: [
        ("", "is not XML: no element found in line 1"),
        ("<html></html>", "does not describe an identity provider"),
        ("<!DOCTYPE a><a/>", "is not XML: declares a document type"),
        (document("AAAA").replacing("entityID=", with: "id="), "has no entityID"),
        (
            document("AAAA", attributes: "validUntil=\"tomorrow\""),
            "is valid until \"tomorrow\", which is not a time"
        ),
    ])
    func `what is none is refused with a reason`(text: String, reason: String) {
        #expect(throws: SAMLMetadata.Malformed(description: reason)) {
            try SAMLMetadata(Array(text.utf8))
        }
    }
}
