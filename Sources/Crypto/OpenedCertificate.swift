import CCrypto
import Glibc
import Time

/// OpenSSL's form of a certificate, and what is read from it.
final class OpenedCertificate {
    private let certificate: OpaquePointer

    /// How many bytes it took.
    let length: Int

    /// Opens the DER form; nil if the bytes are not a certificate.
    init?(_ der: [UInt8]) {
        var length = 0
        let opened = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            var start = bytes.baseAddress
            let opened = d2i_X509(nil, &start, bytes.count)
            if let end = start, let base = bytes.baseAddress { length = end - base }
            return opened
        }
        // A failure stays in OpenSSL's error queue, where TLS would find it.
        ERR_clear_error()
        guard let opened else { return nil }
        certificate = opened
        self.length = length
    }

    deinit { X509_free(certificate) }

    var subject: String { Self.text(of: X509_get_subject_name(certificate)) }

    var issuer: String { Self.text(of: X509_get_issuer_name(certificate)) }

    var notBefore: Timestamp? { Self.time(X509_get0_notBefore(certificate)) }

    var notAfter: Timestamp? { Self.time(X509_get0_notAfter(certificate)) }

    var serialNumber: String {
        guard let number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nil) else {
            return ""
        }
        defer { BN_free(number) }
        guard let digits = BN_bn2hex(number) else { return "" }
        defer { CRYPTO_free(digits, nil, 0) }
        return String(cString: digits).lowercased()
    }

    /// The DER form of its SubjectPublicKeyInfo; nil if OpenSSL does not know the kind of key.
    var publicKey: [UInt8]? {
        defer { ERR_clear_error() }
        guard X509_get0_pubkey(certificate) != nil else { return nil }
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &bytes)
        guard count > 0, let bytes else { return nil }
        defer { CRYPTO_free(bytes, nil, 0) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    /// A name as RFC 2253 writes it, in UTF-8; characters that are not printable are escaped.
    private static func text(of name: OpaquePointer?) -> String {
        guard let name, let memory = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(memory) }
        guard X509_NAME_print_ex(memory, name, 0, breakglass_name_flags) >= 0 else { return "" }
        var bytes = [UInt8](repeating: 0, count: 2048)
        let count = BIO_read(memory, &bytes, Int32(bytes.count))
        return String(decoding: bytes.prefix(max(0, Int(count))), as: UTF8.self)
    }

    private static func time(_ time: UnsafePointer<ASN1_TIME>?) -> Timestamp? {
        var parts = tm()
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return Timestamp(secondsSince1970: Int64(timegm(&parts)))
    }
}
