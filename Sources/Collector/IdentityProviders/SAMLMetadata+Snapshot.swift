import Crypto
import IdPClient
import Snapshots
import Time

extension Snapshot.SAMLMetadata {
    /// Reads a document that an identity provider served.
    /// - Throws: if it is not SAML metadata.
    init(_ part: String, _ document: [UInt8]) throws(Unavailable) {
        do throws(SAMLMetadata.Malformed) {
            let read = try SAMLMetadata(document)
            self.init(
                entityID: read.entityID,
                validUntil: read.validUntil.map { Int($0.secondsSince1970) },
                certificates: read.certificates.map { Observed(part, $0) })
        } catch {
            throw Unavailable(part, .malformed, detail: error.description)
        }
    }
}

extension Observed<Snapshot.Certificate> {
    fileprivate init(_ part: String, _ read: SAMLMetadata.SigningCertificate) {
        switch read {
        case .success(let certificate): self = .observed(Snapshot.Certificate(certificate))
        case .failure(let wrong):
            self = .unavailable(
                Unavailable("a certificate of \(part)", .malformed, detail: wrong.description))
        }
    }
}

extension Snapshot.Certificate {
    /// The facts of a certificate that was read.
    init(_ read: Certificate) {
        self.init(
            subject: read.subject, issuer: read.issuer, serialNumber: read.serialNumber,
            notBefore: Int(read.notBefore.secondsSince1970),
            notAfter: Int(read.notAfter.secondsSince1970), fingerprint: read.fingerprint)
    }
}
