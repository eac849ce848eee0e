extension Snapshot {
    /// The facts of an X.509 certificate, as the collector reads them.
    public struct Certificate: Sendable, Hashable {
        /// Distinguished name of its holder.
        public var subject: String
        /// Distinguished name of the issuer.
        public var issuer: String
        /// Hexadecimal.
        public var serialNumber: String
        /// Seconds since 1970.
        public var notBefore: Int
        /// Seconds since 1970.
        public var notAfter: Int
        /// SHA-256 of the DER form, lower-case hexadecimal.
        public var fingerprint: String

        /// Makes a certificate.
        public init(
            subject: String, issuer: String, serialNumber: String, notBefore: Int, notAfter: Int,
            fingerprint: String
        ) {
            self.subject = subject
            self.issuer = issuer
            self.serialNumber = serialNumber
            self.notBefore = notBefore
            self.notAfter = notAfter
            self.fingerprint = fingerprint
        }
    }

    /// The facts of a SAML metadata document about an identity provider.
    public struct SAMLMetadata: Sendable, Hashable {
        /// `entityID`.
        public var entityID: String
        /// `validUntil` of the document: seconds since 1970.
        public var validUntil: Int?
        /// The signing certificates, each read or with the reason why not.
        public var certificates: [Observed<Certificate>]

        /// Makes metadata.
        public init(
            entityID: String, validUntil: Int? = nil, certificates: [Observed<Certificate>]
        ) {
            self.entityID = entityID
            self.validUntil = validUntil
            self.certificates = certificates
        }
    }

    /// A SAML provider in IAM. Source: IAM API, `GetSAMLProvider`.
    public struct SAMLProvider: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// `ValidUntil`: seconds since 1970.
        public var validUntil: Int?
        /// The metadata document that was uploaded.
        public var metadata: Observed<SAMLMetadata>

        /// Makes a provider.
        public init(arn: String, validUntil: Int? = nil, metadata: Observed<SAMLMetadata>) {
            self.arn = arn
            self.validUntil = validUntil
            self.metadata = metadata
        }
    }
}
