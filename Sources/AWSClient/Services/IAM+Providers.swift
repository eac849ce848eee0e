import XML

extension IAM {
    /// Lists the ARNs of the account's SAML providers.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html>
    public static func listSAMLProviders() -> AWS.Operation<[String]> {
        call("ListSAMLProviders") { result throws(AWS.Unreadable) in
            try result.members("SAMLProviderList").map { member throws(AWS.Unreadable) in
                try require(member.text("Arn"), "Arn")
            }
        }
    }
}
