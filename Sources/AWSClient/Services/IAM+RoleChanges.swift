import XML

extension IAM {
    /// Makes a role without permissions.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
    ///
    /// - Parameters:
    ///   - name: of the role.
    ///   - trust: who may assume it: JSON text.
    /// - Returns: a call that answers with its ARN.
    public static func createRole(_ name: String, trust: String) -> AWS.Operation<String> {
        call("CreateRole", ["RoleName": name, "AssumeRolePolicyDocument": trust]) {
            result throws(AWS.Unreadable) in
            try require(result["Role"]?.text("Arn"), "Arn")
        }
    }

    /// Deletes a role without policies; `NoSuchEntity` if it is not there.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html>
    public static func deleteRole(_ name: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteRole", .form(["RoleName": name])) {
            _ throws(AWS.Unreadable) in
        }
    }
}
