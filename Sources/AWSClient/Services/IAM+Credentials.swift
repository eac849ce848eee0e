public import Time
import XML

extension IAM {
    /// A credential of a user, for signing in or for signing requests.
    public struct Credential: Sendable, Hashable {
        /// Its id, which is not secret.
        public let id: String

        /// `Active` or `Inactive`.
        public let status: String
    }

    /// Lists a user's access keys, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html>
    public static func listAccessKeys(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Credential>> {
        credentials("ListAccessKeys", "AccessKeyMetadata", "AccessKeyId", user, marker)
    }

    /// Lists a user's signing certificates, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSigningCertificates.html>
    public static func listSigningCertificates(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Credential>> {
        credentials("ListSigningCertificates", "Certificates", "CertificateId", user, marker)
    }

    /// Lists a user's SSH public keys, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSSHPublicKeys.html>
    public static func listSSHPublicKeys(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Credential>> {
        credentials("ListSSHPublicKeys", "SSHPublicKeys", "SSHPublicKeyId", user, marker)
    }

    /// Lists the credentials that a user has for single services, such as CodeCommit or Bedrock, a
    /// page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html>
    public static func listServiceSpecificCredentials(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Credential>> {
        credentials(
            "ListServiceSpecificCredentials", "ServiceSpecificCredentials",
            "ServiceSpecificCredentialId", user, marker)
    }

    /// Reads when an access key was last used: nil if it never was, or not since April 2015.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html>
    public static func getAccessKeyLastUsed(_ id: String) -> AWS.Operation<Timestamp?> {
        call("GetAccessKeyLastUsed", ["AccessKeyId": id]) { result throws(AWS.Unreadable) in
            let used = try require(result["AccessKeyLastUsed"], "AccessKeyLastUsed")
            // Of a key that never was, the other members say `N/A`, and this one is missing.
            return try moment(used.text("LastUsedDate"))
        }
    }

    private static func credentials(
        _ name: String, _ list: String, _ id: String, _ user: String, _ marker: String?
    ) -> AWS.Operation<AWS.Page<Credential>> {
        page(name, list, ["UserName": user], marker) { member throws(AWS.Unreadable) in
            Credential(
                id: try require(member.text(id), id),
                status: try require(member.text("Status"), "Status"))
        }
    }
}
