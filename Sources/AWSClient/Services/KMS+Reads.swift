import Text

extension KMS {
    /// Reads a key's policy; a key has just one, called `default`.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html>
    ///
    /// - Parameter keyID: key id or key ARN, not an alias.
    /// - Returns: a call that answers with JSON text.
    public static func getKeyPolicy(keyID: String) -> AWS.Operation<String> {
        let input: JSON = ["KeyId": .string(keyID), "PolicyName": "default"]
        return AWS.Operation(service, "GetKeyPolicy", .json(input)) {
            answer throws(AWS.Unreadable) in
            try require(answer.json()["Policy"]?.string, "Policy")
        }
    }

    /// Reads whether AWS rotates the key material automatically.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html>
    ///
    /// - Parameter keyID: key id or key ARN, not an alias.
    /// - Returns: a call that answers whether it does.
    public static func getKeyRotationStatus(keyID: String) -> AWS.Operation<Bool> {
        AWS.Operation(
            service, "GetKeyRotationStatus", .json(["KeyId": .string(keyID)])
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["KeyRotationEnabled"]?.bool, "KeyRotationEnabled")
        }
    }

    /// Reads the public half of an asymmetric key.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html>
    ///
    /// - Parameter keyID: key id, key ARN, alias name or alias ARN.
    /// - Returns: a call that answers with a `SubjectPublicKeyInfo` in DER.
    public static func getPublicKey(keyID: String) -> AWS.Operation<[UInt8]> {
        AWS.Operation(
            service, "GetPublicKey", .json(["KeyId": .string(keyID)])
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["PublicKey"]?.string.flatMap(Base64.decode), "PublicKey")
        }
    }
}
