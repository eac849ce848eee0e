import Text

/// AWS Key Management Service. <https://docs.aws.amazon.com/kms/latest/APIReference/>
public enum KMS {
    static let service = AWS.Service(
        name: "kms", variable: "KMS", wire: .json(version: "1.1", target: "TrentService"))

    /// What is known about a key.
    public struct Key: Sendable, Hashable {
        /// The key's ARN, also if the call named an alias.
        public let arn: String

        /// `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, `Unavailable`, ….
        public let state: String

        /// `CUSTOMER` or `AWS`.
        public let manager: String?

        /// What people wrote about it.
        public let description: String?

        /// When it is deleted, if it is pending deletion; seconds since 1970.
        public let deletionDate: Int64?
    }

    /// Reads what a key is and whether it can be used.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html>
    ///
    /// - Parameter keyID: key id, key ARN, alias name or alias ARN.
    /// - Returns: a call that answers with the key.
    public static func describeKey(keyID: String) -> AWS.Operation<Key> {
        AWS.Operation(
            service, "DescribeKey", .json(["KeyId": .string(keyID)])
        ) { answer throws(AWS.Unreadable) in
            let key = try answer.json()["KeyMetadata"]
            return Key(
                arn: try require(key?["Arn"]?.string, "Arn"),
                state: try require(key?["KeyState"]?.string, "KeyState"),
                manager: key?["KeyManager"]?.string,
                description: key?["Description"]?.string, deletionDate: key?["DeletionDate"]?.int)
        }
    }

    /// Signs up to 4,096 bytes with an asymmetric key.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html>
    ///
    /// - Parameters:
    ///   - keyID: key id, key ARN, alias name or alias ARN.
    ///   - message: what is signed; KMS computes the digest (`MessageType=RAW`).
    ///   - algorithm: e.g. `RSASSA_PKCS1_V1_5_SHA_256`.
    /// - Returns: a call that answers with the signature, DER-encoded for an elliptic curve.
    public static func sign(
        keyID: String, message: [UInt8], algorithm: String
    ) -> AWS.Operation<[UInt8]> {
        let input: JSON = [
            "KeyId": .string(keyID), "Message": .string(Base64.encode(message)),
            "MessageType": "RAW", "SigningAlgorithm": .string(algorithm),
        ]
        return AWS.Operation(service, "Sign", .json(input)) { answer throws(AWS.Unreadable) in
            try require(answer.json()["Signature"]?.string.flatMap(Base64.decode), "Signature")
        }
    }
}
