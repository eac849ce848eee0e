import CCrypto
public import Text

/// The public half of a key as a JSON Web Key (RFC 7517, RFC 7518 section 6).
public struct JWK: Sendable, Hashable {
    enum Material: Sendable, Hashable {
        case rsa(modulus: [UInt8], exponent: [UInt8])
        case p256(x: [UInt8], y: [UInt8])
    }

    let material: Material

    /// Reads a public key in the form that AWS KMS returns.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html>
    ///
    /// Nil if the bytes are not a key, or the key is neither RSA nor P-256.
    ///
    /// - Parameter spki: a DER-encoded X.509 SubjectPublicKeyInfo.
    public init?(spki: [UInt8]) {
        let key = spki.withUnsafeBufferPointer { bytes in
            var next = bytes.baseAddress
            let key = d2i_PUBKEY(nil, &next, bytes.count)
            // Bytes after the key are not part of it.
            guard next == bytes.baseAddress?.advanced(by: bytes.count) else {
                EVP_PKEY_free(key)
                return OpaquePointer?.none
            }
            return key
        }
        // A failure stays in OpenSSL's error queue, where TLS would find it.
        ERR_clear_error()
        guard let key else { return nil }
        defer { EVP_PKEY_free(key) }
        self.init(key)
    }

    /// The public half of an OpenSSL key.
    init?(_ key: OpaquePointer) {
        switch EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_RSA:
            guard let modulus = Self.number("n", of: key), let exponent = Self.number("e", of: key)
            else { return nil }
            material = .rsa(modulus: modulus, exponent: exponent)
        case EVP_PKEY_EC:
            guard EVP_PKEY_get_bits(key) == 256, Self.curve(of: key) == "prime256v1",
                let x = Self.number("qx", of: key, length: 32),
                let y = Self.number("qy", of: key, length: 32)
            else { return nil }
            material = .p256(x: x, y: y)
        default: return nil
        }
    }

    /// Its required members and nothing else, in the order of their names.
    public var json: JSON {
        switch material {
        case .rsa(let modulus, let exponent):
            [
                "kty": "RSA", "n": .string(Base64.encodeURL(modulus)),
                "e": .string(Base64.encodeURL(exponent)),
            ]
        case .p256(let x, let y):
            [
                "kty": "EC", "crv": "P-256", "x": .string(Base64.encodeURL(x)),
                "y": .string(Base64.encodeURL(y)),
            ]
        }
    }

    /// The SHA-256 thumbprint (RFC 7638): the `kid` by which the key is registered.
    public var thumbprint: String { Base64.encodeURL(Hash.sha256(json.bytes)) }
}

extension JWK {
    /// A big-endian number of the key; without leading zeros unless a length is given.
    private static func number(
        _ name: String, of key: OpaquePointer, length: Int? = nil
    ) -> [UInt8]? {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, name, &number) == 1, let number else { return nil }
        defer { BN_free(number) }
        let count = Int((BN_num_bits(number) + 7) / 8)
        let length = length ?? count
        guard count > 0, count <= length else { return nil }
        var bytes = [UInt8](repeating: 0, count: length)
        guard BN_bn2binpad(number, &bytes, Int32(length)) == Int32(length) else { return nil }
        return bytes
    }

    private static func curve(of key: OpaquePointer) -> String? {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1 else { return nil }
        return String(
            decoding: name.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
