import Crypto
import Foundation
import Text

/// A file with a public key, in any of the usual forms.
struct PublicKeyFile {
    /// The key as it is registered at the identity provider: a JWK with its id and use.
    let key: JSON

    /// Reads the output of AWS KMS, PEM or DER; `-` is standard input.
    init(path: String) throws(CommandError) {
        let bytes = try FileBytes.read(path)
        let name = path == "-" ? "standard input" : path
        guard let key = Self.candidates(bytes).lazy.compactMap({ JWK(spki: $0) }).first else {
            throw .noPublicKey(name, reason: "it is not PEM, DER, or the output of AWS KMS")
        }
        // The checker signs as RS256.
        guard case .object(var members) = key.json, key.json["kty"]?.string == "RSA" else {
            throw .noPublicKey(
                name, reason: "its key is an elliptic curve key, but an RSA key is required")
        }
        members["kid"] = .string(key.thumbprint)
        members["use"] = "sig"
        members["alg"] = "RS256"
        self.key = .object(members)
    }

    /// Every way in which the bytes may encode a key.
    private static func candidates(_ bytes: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: bytes, as: UTF8.self)
        let encoded =
            JSON(bytes)?["PublicKey"]?.string
            ?? text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }.joined()
        // `--output text` without `--query` prints every field on one line.
        let fields = [encoded] + text.split(whereSeparator: \.isWhitespace).map(String.init)
        return [bytes] + fields.compactMap { Data(base64Encoded: $0).map(Array.init) }
    }
}
