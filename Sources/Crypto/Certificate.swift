import Text
public import Time

/// An X.509 certificate, as far as it decides whether a sign-in is accepted (RFC 5280).
///
/// OpenSSL reads it: the same code, patched by the same distribution, that checks certificates of
/// TLS in this process.
public struct Certificate: Sendable, Hashable {
    /// Distinguished name of its holder, as RFC 2253 writes it.
    public let subject: String
    /// Distinguished name of who signed it.
    public let issuer: String
    /// Lower-case hexadecimal.
    public let serialNumber: String
    /// From when it holds.
    public let notBefore: Timestamp
    /// Until when it holds.
    public let notAfter: Timestamp
    /// SHA-256 of the DER form, lower-case hexadecimal.
    public let fingerprint: String
    /// SHA-256 of the DER form of its public key (SubjectPublicKeyInfo), lower-case hexadecimal: the
    /// same for every certificate of one key.
    public let publicKeyFingerprint: String

    /// A text or its bytes are no certificate: what is wrong, to follow "the certificate".
    public struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong.
        public let description: String
    }

    /// A certificate that takes more than this is none that anybody signs in with.
    static let maximumSize = 1 << 16

    /// Reads a certificate as documents carry it: Base64, perhaps with line breaks, perhaps between
    /// the lines that PEM puts around it.
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
            throw Malformed(description: "is no X.509 certificate")
        }
        guard read.length == der.count else {
            throw Malformed(description: "is followed by something else")
        }
        guard let notBefore = read.notBefore, let notAfter = read.notAfter else {
            throw Malformed(description: "does not say until when it holds")
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
