import Text

extension KMS {
    /// Lists the ids of the account's keys in a Region, those pending deletion included, a page at a
    /// time.
    /// <https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html>
    ///
    /// - Parameter token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listKeys(token: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        var input: [String: JSON] = ["Limit": .number("1000")]
        input["Marker"] = token.map(JSON.string)
        return AWS.Operation(service, "ListKeys", .json(.object(input))) {
            answer throws(AWS.Unreadable) in
            let page = try answer.json()
            let keys = try require(page["Keys"]?.array, "Keys")
            return AWS.Page(
                keys.compactMap { $0["KeyId"]?.string }, next: page["NextMarker"]?.string)
        }
    }

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
