import Crypto
import Foundation
import Text

/// A file with a public key, in any of the forms in which people hold one.
struct PublicKeyFile {
    /// The key as its owner registers it at the identity provider: a JWK with its name and use.
    let key: JSON

    /// Reads what AWS KMS gave out, or PEM, or DER; `-` is standard input.
    init(path: String) throws(CommandError) {
        let bytes = try FileBytes.read(path)
        let name = path == "-" ? "standard input" : path
        guard let key = Self.candidates(bytes).lazy.compactMap({ JWK(spki: $0) }).first else {
            throw .noPublicKey(name, reason: "it is neither PEM nor DER nor what KMS prints")
        }
        // The checker signs as RS256.
        guard case .object(var members) = key.json, key.json["kty"]?.string == "RSA" else {
            throw .noPublicKey(name, reason: "its key is on an elliptic curve, and RSA is needed")
        }
        members["kid"] = .string(key.thumbprint)
        members["use"] = "sig"
        members["alg"] = "RS256"
        self.key = .object(members)
    }

    /// What the bytes may be a writing of.
    private static func candidates(_ bytes: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: bytes, as: UTF8.self)
        let answer = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let encoded =
            answer?["PublicKey"] as? String
            ?? text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }.joined()
        // `--output text` without a query prints every field on one line.
        let fields = [encoded] + text.split(whereSeparator: \.isWhitespace).map(String.init)
        return [bytes] + fields.compactMap { Data(base64Encoded: $0).map(Array.init) }
    }
}
