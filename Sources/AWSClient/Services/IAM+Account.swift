import Text
public import Time
import XML

extension IAM {
    /// A SAML provider.
    public struct SAMLProvider: Sendable, Hashable {
        /// When its metadata expires, as IAM reads it.
        public let validUntil: Timestamp?

        /// The metadata document that was uploaded.
        public let metadata: String
    }

    /// The password policy of an account.
    public struct PasswordPolicy: Sendable, Hashable {
        /// Days until a password expires; nil if it does not.
        public let maxAgeDays: Int?

        /// Whether only an administrator can change an expired password.
        public let hardExpiry: Bool
    }

    /// Reads a SAML provider by its ARN.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html>
    public static func getSAMLProvider(arn: String) -> AWS.Operation<SAMLProvider> {
        call("GetSAMLProvider", ["SAMLProviderArn": arn]) { result throws(AWS.Unreadable) in
            SAMLProvider(
                validUntil: try moment(result.text("ValidUntil")),
                metadata: try require(
                    result.text("SAMLMetadataDocument"), "SAMLMetadataDocument"))
        }
    }

    /// Reads the account's summary: numbers by name, e.g. `AccountMFAEnabled`.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>
    public static func getAccountSummary() -> AWS.Operation<[String: Int]> {
        call("GetAccountSummary") { result throws(AWS.Unreadable) in
            let summary = result.map("SummaryMap").compactMapValues { Int($0) }
            return try require(summary.isEmpty ? nil : summary, "SummaryMap")
        }
    }

    /// Reads the account's password policy; `NoSuchEntity` if none is set.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html>
    public static func getAccountPasswordPolicy() -> AWS.Operation<PasswordPolicy> {
        call("GetAccountPasswordPolicy") { result throws(AWS.Unreadable) in
            let policy = try require(result["PasswordPolicy"], "PasswordPolicy")
            let age = policy.text("MaxPasswordAge").flatMap { Int($0) } ?? 0
            return PasswordPolicy(
                maxAgeDays: age > 0 ? age : nil,
                hardExpiry: policy.text("HardExpiry")?.lowercased() == "true")
        }
    }

    /// Starts the credential report, unless one is less than four hours old.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html>
    ///
    /// - Returns: a call that answers whether the report is complete.
    public static func generateCredentialReport() -> AWS.Operation<Bool> {
        call("GenerateCredentialReport") { result throws(AWS.Unreadable) in
            try require(result.text("State"), "State") == "COMPLETE"
        }
    }

    /// Reads the credential report: comma-separated values, one line per user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html>
    public static func getCredentialReport() -> AWS.Operation<String> {
        call("GetCredentialReport") { result throws(AWS.Unreadable) in
            let bytes = result.text("Content").flatMap(Base64.decode)
            return String(decoding: try require(bytes, "Content"), as: UTF8.self)
        }
    }

    /// Lists what the organization has switched on for the root users of its accounts, e.g.
    /// `RootCredentialsManagement`. Only for the management or a delegated administrator account.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html>
    ///
    /// - Returns: a call that answers with the features; with none if the organization does not let
    ///   IAM manage anything (`ServiceAccessNotEnabled`).
    public static func listOrganizationsFeatures() -> AWS.Operation<[String]> {
        let name = "ListOrganizationsFeatures"
        return AWS.Operation(service, name, .form([:])) { answer throws(AWS.Unreadable) in
            try answer.xmlResult(of: name).members("EnabledFeatures").map(\.text)
        } readError: { error, _ in
            error.code?.hasPrefix("ServiceAccessNotEnabled") == true ? [] : nil
        }
    }
}
