import XML

extension IAM {
    /// Lists the names of the account's own managed policies, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html>
    public static func listPolicyNames(marker: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        page("ListPolicies", "Policies", ["Scope": "Local", "MaxItems": "1000"], marker) {
            member throws(AWS.Unreadable) in try require(member.text("PolicyName"), "PolicyName")
        }
    }

    /// Lists the names of all users, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html>
    public static func listUserNames(marker: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        page("ListUsers", "Users", ["MaxItems": "1000"], marker) {
            member throws(AWS.Unreadable) in try require(member.text("UserName"), "UserName")
        }
    }

    /// Lists the ARNs of the SAML providers: the list has no pages.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html>
    public static func listSAMLProviders() -> AWS.Operation<[String]> {
        call("ListSAMLProviders") { result throws(AWS.Unreadable) in
            _ = try require(result["SAMLProviderList"], "SAMLProviderList")
            return try result.members("SAMLProviderList").map { member throws(AWS.Unreadable) in
                try require(member.text("Arn"), "Arn")
            }
        }
    }
}
