extension KMS {
    /// Gives out the public half of an asymmetric key.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html>
    ///
    /// - Parameter keyID: key id, key ARN, alias name or alias ARN.
    /// - Returns: a call that answers with a DER-encoded SubjectPublicKeyInfo.
    public static func getPublicKey(keyID: String) -> AWS.Operation<[UInt8]> {
        AWS.Operation(
            service, "GetPublicKey", .json(["KeyId": .string(keyID)])
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["PublicKey"]?.string.flatMap(Base64.decode), "PublicKey")
        }
    }
}
