import XML

extension IAM {
    /// Takes an MFA device from a user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeactivateMFADevice.html>
    ///
    /// - Parameters:
    ///   - serialNumber: of the device; the ARN of a virtual one.
    ///   - user: whose it is.
    /// - Returns: a call without an answer.
    public static func deactivateMFADevice(
        _ serialNumber: String, of user: String
    ) -> AWS.Operation<Void> {
        done("DeactivateMFADevice", ["SerialNumber": serialNumber, "UserName": user])
    }

    /// Deletes a virtual MFA device that is nobody's any more.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html>
    ///
    /// - Parameter serialNumber: its ARN.
    /// - Returns: a call without an answer.
    public static func deleteVirtualMFADevice(_ serialNumber: String) -> AWS.Operation<Void> {
        done("DeleteVirtualMFADevice", ["SerialNumber": serialNumber])
    }

    /// Takes the password from a user; `NoSuchEntity` if there is none.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html>
    public static func deleteLoginProfile(_ user: String) -> AWS.Operation<Void> {
        done("DeleteLoginProfile", ["UserName": user])
    }

    /// Deletes an access key of a user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html>
    public static func deleteAccessKey(_ id: String, of user: String) -> AWS.Operation<Void> {
        done("DeleteAccessKey", ["AccessKeyId": id, "UserName": user])
    }

    /// Deletes a signing certificate of a user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html>
    public static func deleteSigningCertificate(
        _ id: String, of user: String
    ) -> AWS.Operation<Void> {
        done("DeleteSigningCertificate", ["CertificateId": id, "UserName": user])
    }

    /// Deletes an SSH public key of a user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSSHPublicKey.html>
    public static func deleteSSHPublicKey(_ id: String, of user: String) -> AWS.Operation<Void> {
        done("DeleteSSHPublicKey", ["SSHPublicKeyId": id, "UserName": user])
    }

    /// Deletes a user's credential for one service.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceSpecificCredential.html>
    public static func deleteServiceSpecificCredential(
        _ id: String, of user: String
    ) -> AWS.Operation<Void> {
        done(
            "DeleteServiceSpecificCredential",
            ["ServiceSpecificCredentialId": id, "UserName": user])
    }

    /// Lists the ARNs of the account's own managed policies, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html>
    public static func listPolicyARNs(
        marker: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        page("ListPolicies", "Policies", ["Scope": "Local"], marker) {
            member throws(AWS.Unreadable) in try require(member.text("Arn"), "Arn")
        }
    }

    /// A version of a managed policy.
    public struct PolicyVersion: Sendable, Hashable {
        /// `v1`, `v2`, ….
        public let id: String

        /// Whether it is in force: it goes with the policy only.
        public let isDefault: Bool
    }

    /// Lists the versions of a managed policy, a page at a time.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html>
    public static func listPolicyVersions(
        arn: String, marker: String? = nil
    ) -> AWS.Operation<AWS.Page<PolicyVersion>> {
        page("ListPolicyVersions", "Versions", ["PolicyArn": arn], marker) {
            member throws(AWS.Unreadable) in
            PolicyVersion(
                id: try require(member.text("VersionId"), "VersionId"),
                isDefault: member.text("IsDefaultVersion") == "true")
        }
    }

    /// Deletes a version of a managed policy that is not in force.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html>
    public static func deletePolicyVersion(arn: String, id: String) -> AWS.Operation<Void> {
        done("DeletePolicyVersion", ["PolicyArn": arn, "VersionId": id])
    }

    /// Deletes a managed policy that is attached to nobody and has one version.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html>
    public static func deletePolicy(arn: String) -> AWS.Operation<Void> {
        done("DeletePolicy", ["PolicyArn": arn])
    }

    private static func done(_ name: String, _ form: [String: String]) -> AWS.Operation<Void> {
        AWS.Operation(service, name, .form(form)) { _ in }
    }
}
