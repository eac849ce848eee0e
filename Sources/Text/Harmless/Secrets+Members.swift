extension Secrets {
    /// Names of members that hold a secret in AWS's requests and answers.
    private static let members: [StaticString] = [
        "sessionToken", "secretAccessKey", "password", "oldPassword", "newPassword",
        "SAMLAssertion",
        "webIdentityToken", "tokenCode", "authenticationCode1", "authenticationCode2", "assertion",
        "refreshToken", "accessToken", "idToken", "clientSecret", "code",
        "privateKey", "addPrivateKey",
    ]

    /// Whether the value of a member is never kept: passwords, tokens, keys.
    public static func isMember(_ key: JSONScanner.Key) -> Bool {
        members.contains { $0 ~= key } || "sAMLAssertion" ~= key
    }

    /// The same for a name, in any case of letters.
    public static func isMember(_ name: String) -> Bool {
        members.contains { name.isSameName(as: "\($0)") }
    }
}
