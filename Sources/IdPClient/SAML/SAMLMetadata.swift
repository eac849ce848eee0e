public import Crypto
public import Time
import XML

/// The SAML metadata of an identity provider.
/// Source: "Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0".
public struct SAMLMetadata: Sendable, Hashable {
    /// Where people sign in.
    public struct Endpoint: Sendable, Hashable {
        /// `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST`, ….
        public let binding: String
        /// Its URL.
        public let location: String
    }

    /// One signing certificate, or why it cannot be read.
    public typealias SigningCertificate = Result<Certificate, Certificate.Malformed>

    /// `entityID`.
    public let entityID: String

    /// The earliest `validUntil` around the provider's role; nil if none is stated.
    public let validUntil: Timestamp?

    /// The certificates that may sign assertions, in the order of the document: those of
    /// `KeyDescriptor`s for signing and of those for any use. None twice.
    public let certificates: [SigningCertificate]

    /// Where people sign in.
    public let signInEndpoints: [Endpoint]

    /// The text is not the metadata of an identity provider. Says what is wrong, to follow "the
    /// metadata".
    public struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong.
        public let description: String
    }

    /// The longest metadata, in bytes: IAM accepts at most 10,000,000 characters.
    static let maximumSize = 10_000_000

    /// Reads a document: one entity, or several of which the first identity provider counts.
    /// - Throws: what is wrong with it. An unreadable certificate is not a reason.
    public init(_ text: [UInt8]) throws(Malformed) {
        guard text.count <= Self.maximumSize else {
            throw Malformed(description: "has \(text.count) bytes")
        }
        let reading = SAMLMetadataReading()
        do throws(XMLReader.Invalid) {
            try XMLReader.read(
                text, atStart: { reading.start($0, $1) }, atEnd: { reading.end($0, $1) })
        } catch {
            throw Malformed(description: "is not XML: \(error)")
        }
        guard let entity = reading.provider else {
            throw Malformed(description: "does not describe an identity provider")
        }
        guard let id = entity.id, !id.isEmpty else {
            throw Malformed(description: "has no entityID")
        }
        if let wrong = entity.wrongTime {
            throw Malformed(
                description: "is valid until \"\(wrong.prefix(64))\", which is not a time")
        }
        entityID = id
        validUntil = entity.validUntil
        var seen: Set<SigningCertificate> = []
        certificates = entity.certificates.map { text in
            Result { () throws(Certificate.Malformed) in try Certificate(text: text) }
        }.filter { seen.insert($0).inserted }
        signInEndpoints = entity.endpoints
    }
}
