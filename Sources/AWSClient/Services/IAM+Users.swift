public import Time
import XML

extension IAM {
    /// A user.
    public struct User: Sendable, Hashable {
        /// Its ARN, path included.
        public let arn: String

        /// When its password was last used.
        public let passwordLastUsed: Timestamp?

        /// The ARN of its permissions boundary.
        public let boundary: String?
    }

    /// Reads a user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html>
    public static func getUser(_ name: String) -> AWS.Operation<User> {
        call("GetUser", ["UserName": name]) { result throws(AWS.Unreadable) in
            let user = try require(result["User"], "User")
            return User(
                arn: try require(user.text("Arn"), "Arn"),
                passwordLastUsed: try moment(user.text("PasswordLastUsed")),
                boundary: user["PermissionsBoundary"]?.text("PermissionsBoundaryArn"))
        }
    }

    /// Reads whether a user has a password (`NoSuchEntity` if not), and has to change it.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html>
    ///
    /// - Returns: a call that answers whether the next sign-in asks for a new password.
    public static func getLoginProfile(_ user: String) -> AWS.Operation<Bool> {
        call("GetLoginProfile", ["UserName": user]) { result throws(AWS.Unreadable) in
            let profile = try require(result["LoginProfile"], "LoginProfile")
            return profile.text("PasswordResetRequired")?.lowercased() == "true"
        }
    }

    /// Lists the serial numbers of a user's MFA devices, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html>
    public static func listMFADevices(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page("ListMFADevices", "MFADevices", ["UserName": user], marker) {
            member throws(AWS.Unreadable) in
            try require(member.text("SerialNumber"), "SerialNumber")
        }
    }

    /// Lists the names of the groups a user is in, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html>
    public static func listGroupsForUser(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page("ListGroupsForUser", "Groups", ["UserName": user], marker) {
            member throws(AWS.Unreadable) in try require(member.text("GroupName"), "GroupName")
        }
    }

    /// Lists the names of a user's inline policies, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html>
    public static func listUserPolicies(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page("ListUserPolicies", "PolicyNames", ["UserName": user], marker) { $0.text }
    }

    /// Reads an inline policy of a user: JSON text.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html>
    public static func getUserPolicy(user: String, policy: String) -> AWS.Operation<String> {
        call("GetUserPolicy", ["UserName": user, "PolicyName": policy]) {
            result throws(AWS.Unreadable) in try document(result, "PolicyDocument")
        }
    }

    /// Lists the managed policies attached to a user, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html>
    public static func listAttachedUserPolicies(
        _ user: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Attached>> {
        page("ListAttachedUserPolicies", "AttachedPolicies", ["UserName": user], marker) {
            member throws(AWS.Unreadable) in
            Attached(arn: try require(member.text("PolicyArn"), "PolicyArn"))
        }
    }
}
