import CCrypto

/// A key pair on the curve P-256 that is made in this process and ends with it. It signs proofs of
/// possession, one for every request, without a call of KMS.
public final class EphemeralKey: Sendable {
    /// The public half, which proofs contain.
    public let publicKey: JWK

    // OpenSSL reads a key from several threads at a time as long as nobody changes it.
    nonisolated(unsafe) private let key: OpaquePointer

    /// Makes a key; nil if OpenSSL has no memory or no randomness.
    public init?() {
        guard let key = breakglass_p256_key() else { return nil }
        guard let publicKey = JWK(key) else {
            EVP_PKEY_free(key)
            return nil
        }
        self.key = key
        self.publicKey = publicKey
    }

    deinit { EVP_PKEY_free(key) }

    /// Signs as `ES256` does (RFC 7518, section 3.4): 64 bytes, r and s.
    public func sign(_ bytes: [UInt8]) -> [UInt8]? {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        // A DER-encoded signature on this curve takes 72 bytes at most.
        var signature = [UInt8](repeating: 0, count: 80)
        var length = signature.count
        guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
            EVP_DigestSign(context, &signature, &length, bytes, bytes.count) == 1
        else { return nil }
        return Self.joined(Array(signature.prefix(length)))
    }

    /// r and s of a DER-encoded signature, 32 bytes each.
    static func joined(_ der: [UInt8]) -> [UInt8]? {
        let signature = der.withUnsafeBufferPointer { bytes in
            var next = bytes.baseAddress
            return d2i_ECDSA_SIG(nil, &next, bytes.count)
        }
        ERR_clear_error()
        guard let signature else { return nil }
        defer { ECDSA_SIG_free(signature) }
        var joined = [UInt8](repeating: 0, count: 64)
        let isWhole = joined.withUnsafeMutableBufferPointer { bytes in
            BN_bn2binpad(ECDSA_SIG_get0_r(signature), bytes.baseAddress, 32) == 32
                && BN_bn2binpad(
                    ECDSA_SIG_get0_s(signature), bytes.baseAddress?.advanced(by: 32), 32) == 32
        }
        return isWhole ? joined : nil
    }
}
