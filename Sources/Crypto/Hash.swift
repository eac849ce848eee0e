// Crypto: hashes, keys and certificates, by OpenSSL.

import CCrypto

/// The hash functions that signing needs, over plain bytes: those of OpenSSL, which TLS needs
/// anyway. The only place that calls a cryptographic library.
public enum Hash {
    /// SHA-256, 32 bytes.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        digest(length: Int(SHA256_DIGEST_LENGTH)) { SHA256(bytes, bytes.count, $0) }
    }

    /// HMAC with SHA-256, 32 bytes.
    public static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        digest(length: Int(SHA256_DIGEST_LENGTH)) { result in
            HMAC(EVP_sha256(), key, Int32(clamping: key.count), bytes, bytes.count, result, nil)
        }
    }

    /// SHA-1, 20 bytes: names the files of the SSO token cache and protects nothing.
    public static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        digest(length: Int(SHA_DIGEST_LENGTH)) { SHA1(bytes, bytes.count, $0) }
    }

    /// A result of OpenSSL's. Without memory there is no result, and zeros are returned: a
    /// signature that the service rejects.
    private static func digest(
        length: Int, _ compute: (UnsafeMutablePointer<UInt8>?) -> UnsafeMutablePointer<UInt8>?
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            buffer.initialize(repeating: 0)
            _ = compute(buffer.baseAddress)
            count = length
        }
    }
}
