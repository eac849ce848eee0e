import Text
public import Time

/// An X.509 certificate, as far as it decides whether a sign-in is accepted (RFC 5280).
///
/// OpenSSL reads it: the same code, patched by the same distribution, that verifies certificates
/// for TLS in this process.
public struct Certificate: Sendable, Hashable {
    /// Distinguished name of its holder, as RFC 2253 writes it.
    public let subject: String
    /// Distinguished name of its issuer.
    public let issuer: String
    /// Lower-case hexadecimal.
    public let serialNumber: String
    /// The start of its validity.
    public let notBefore: Timestamp
    /// The end of its validity.
    public let notAfter: Timestamp
    /// SHA-256 of the DER form, lower-case hexadecimal.
    public let fingerprint: String
    /// SHA-256 of the DER form of its public key (SubjectPublicKeyInfo), lower-case hexadecimal:
    /// the same for every certificate of one key.
    public let publicKeyFingerprint: String

    /// The text or bytes are not a certificate. Says what is wrong, to follow "the certificate".
    public struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong.
        public let description: String
    }

    /// The longest certificate, in bytes; sign-in certificates are far shorter.
    static let maximumSize = 1 << 16

    /// Reads a certificate as documents carry it: Base64, perhaps with line breaks, perhaps between
    /// the lines of PEM.
    /// - Throws: what is wrong with it.
    public init(text: String) throws(Malformed) {
        var lines = text.split { $0.isNewline }.map { $0.filter { !$0.isWhitespace } }
        lines.removeAll { $0.isEmpty || $0.hasPrefix("-----") }
        let packed = lines.joined()
        guard !packed.isEmpty else { throw Malformed(description: "is empty") }
        guard packed.utf8.count <= Self.maximumSize * 3 / 2, let der = Base64.decode(packed) else {
            throw Malformed(description: "is not Base64")
        }
        try self.init(der: der)
    }

    /// Reads a certificate in its binary form.
    /// - Throws: what is wrong with it.
    public init(der: [UInt8]) throws(Malformed) {
        guard !der.isEmpty, der.count <= Self.maximumSize else {
            throw Malformed(description: "has \(der.count) bytes")
        }
        guard let read = OpenedCertificate(der) else {
            throw Malformed(description: "is not an X.509 certificate")
        }
        guard read.length == der.count else {
            throw Malformed(description: "is followed by something else")
        }
        guard let notBefore = read.notBefore, let notAfter = read.notAfter else {
            throw Malformed(description: "does not state when it expires")
        }
        guard let key = read.publicKey else {
            throw Malformed(description: "has a public key that cannot be read")
        }
        subject = read.subject
        issuer = read.issuer
        serialNumber = read.serialNumber
        self.notBefore = notBefore
        self.notAfter = notAfter
        fingerprint = Hexadecimal.encode(Hash.sha256(der))
        publicKeyFingerprint = Hexadecimal.encode(Hash.sha256(key))
    }
}
