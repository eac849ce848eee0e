public import Time
import XML

extension IAM {
    /// A role.
    public struct Role: Sendable, Hashable {
        /// Its ARN, path included.
        public let arn: String

        /// Its trust policy: JSON text.
        public let trust: String

        /// Seconds.
        public let maxSessionDuration: Int?

        /// When it was last used, in the 400 days that IAM remembers.
        public let lastUsed: Timestamp?

        /// The ARN of its permissions boundary.
        public let boundary: String?
    }

    /// Reads a role. Only this call returns when it was last used.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html>
    public static func getRole(_ name: String) -> AWS.Operation<Role> {
        call("GetRole", ["RoleName": name]) { result throws(AWS.Unreadable) in
            let role = try require(result["Role"], "Role")
            return Role(
                arn: try require(role.text("Arn"), "Arn"),
                trust: try document(role, "AssumeRolePolicyDocument"),
                maxSessionDuration: role.text("MaxSessionDuration").flatMap { Int($0) },
                lastUsed: try moment(role["RoleLastUsed"]?.text("LastUsedDate")),
                boundary: role["PermissionsBoundary"]?.text("PermissionsBoundaryArn"))
        }
    }

    /// Lists the names of all roles, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html>
    public static func listRoleNames(marker: String? = nil) -> AWS.Operation<AWS.Page<String>> {
        page("ListRoles", "Roles", ["MaxItems": "1000"], marker) {
            member throws(AWS.Unreadable) in try require(member.text("RoleName"), "RoleName")
        }
    }

    /// Lists the names of a role's inline policies, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html>
    public static func listRolePolicies(
        _ role: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page("ListRolePolicies", "PolicyNames", ["RoleName": role], marker) { $0.text }
    }

    /// Reads an inline policy of a role: JSON text.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html>
    public static func getRolePolicy(role: String, policy: String) -> AWS.Operation<String> {
        call("GetRolePolicy", ["RoleName": role, "PolicyName": policy]) {
            result throws(AWS.Unreadable) in try document(result, "PolicyDocument")
        }
    }

    /// Lists the managed policies attached to a role, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html>
    public static func listAttachedRolePolicies(
        _ role: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Attached>> {
        page("ListAttachedRolePolicies", "AttachedPolicies", ["RoleName": role], marker) {
            member throws(AWS.Unreadable) in
            Attached(arn: try require(member.text("PolicyArn"), "PolicyArn"))
        }
    }

    /// A moment, or nil if the answer has none; another text is unreadable.
    static func moment(_ text: String?) throws(AWS.Unreadable) -> Timestamp? {
        guard let text else { return nil }
        return try require(Timestamp(iso8601: text), "a readable time")
    }
}
