import Reports
import Snapshots

extension Defect {
    package static let trust: [Defect] = [
        // emergency-roles-trust-the-provider
        .trust("emergency-roles-trust-the-provider", "another provider is trusted") {
            $0.replacing(":saml-provider/Okta", with: ":saml-provider/Other")
        },
        .trust("emergency-roles-trust-the-provider", "the audience is the guide's damaged one") {
            $0.replacing("https://signin.aws", with: "https:~/~/signin.aws")
        },
        .trust("emergency-roles-trust-the-provider", "no Region but one is accepted") {
            $0.replacing(#","https://us-east-1.signin.aws.amazon.com/saml""#, with: "")
        },
        .trust("emergency-roles-trust-the-provider", "us-east-1 alone is accepted") {
            $0.replacing("https://eu-west-1.", with: "https://us-east-1.")
        },
        .trust("emergency-roles-trust-the-provider", "no audience is demanded") {
            $0.replacing("SAML:aud", with: "SAML:iss")
        },
        .trust("emergency-roles-trust-the-provider", "the audience is a wildcard") {
            $0.replacing("StringEquals", with: "StringLike")
        },
        .trust("emergency-roles-trust-the-provider", "an account is trusted too") {
            $0.replacing(
                #""Principal":{"#, with: #""Principal":{"AWS":"arn:aws:iam::999988887777:root","#)
        },
        .trust("emergency-roles-trust-the-provider", "callers may do anything") {
            $0.replacing(#""sts:AssumeRoleWithSAML""#, with: #""sts:*""#)
        },
        .trust("emergency-roles-trust-the-provider", "sign-in is refused") {
            $0.replacing(#""Effect":"Allow""#, with: #""Effect":"Deny""#)
        } consequences: {
            ["source-identity-passes-the-chain"]
        },
        .trust(
            "emergency-roles-trust-the-provider", "the policy is no JSON", status: .notChecked
        ) { _ in
            "{"
        } consequences: {
            ["source-identity-passes-the-chain"]
        },
        .trust(
            "emergency-roles-trust-the-provider", "the policy has an unknown member",
            status: .notChecked
        ) {
            $0.replacing(#""Sid""#, with: #""Surprise""#)
        } consequences: {
            ["source-identity-passes-the-chain"]
        },

        // workload-roles-trust-only-their-emergency-role
        .work("workload-roles-trust-only-their-emergency-role", "the whole account is trusted") {
            $0.replacing("aws:PrincipalArn", with: "aws:SourceVpc")
        },
        .work("workload-roles-trust-only-their-emergency-role", "everybody is trusted") {
            $0.replacing(#"{"AWS":"arn:aws:iam::123456789012:root"}"#, with: #""*""#)
        },
        .work("workload-roles-trust-only-their-emergency-role", "another account is trusted") {
            $0.replacing("arn:aws:iam::123456789012:root", with: "999988887777")
        },
        .work("workload-roles-trust-only-their-emergency-role", "another role is trusted") {
            $0.replacing("EmergencyAccess_Role1_Ops", with: "EmergencyAccess_Role1_RO")
        },
        .work("workload-roles-trust-only-their-emergency-role", "a wildcard is trusted") {
            $0.replacing("ArnEquals", with: "ArnLike")
                .replacing("EmergencyAccess_Role1_Ops", with: "EmergencyAccess_*")
        },
        .work("workload-roles-trust-only-their-emergency-role", "MFA is demanded on this way") {
            $0.replacing(
                #""Condition":{"#,
                with: #""Condition":{"Bool":{"aws:MultiFactorAuthPresent":true},"#)
        },

        // break-glass-roles-trust-only-the-users-with-mfa
        .work(
            "break-glass-roles-trust-only-the-users-with-mfa", "MFA has to be a second old",
            role: "BreakGlassRole"
        ) {
            $0.replacing(
                #""Bool":"#, with: #""NumericLessThan":{"aws:MultiFactorAuthAge":"1"},"Bool":"#)
        },
        .work(
            "break-glass-roles-trust-only-the-users-with-mfa", "no MFA is demanded",
            role: "BreakGlassRole"
        ) { $0.replacing("aws:MultiFactorAuthPresent", with: "aws:SecureTransport") },
        .work(
            "break-glass-roles-trust-only-the-users-with-mfa", "MFA is demanded only if known",
            role: "BreakGlassRole"
        ) { $0.replacing("\"Bool\"", with: "\"BoolIfExists\"") },
        .work(
            "break-glass-roles-trust-only-the-users-with-mfa", "a user is missing",
            role: "BreakGlassRole"
        ) { $0.replacing(#","arn:aws:iam::123456789012:user/BreakglassUser2""#, with: "") },
        .work(
            "break-glass-roles-trust-only-the-users-with-mfa", "another user is trusted",
            role: "BreakGlassRole"
        ) {
            $0.replacing(
                "user/BreakglassUser2\"", with: "user/BreakglassUser2\",\"arn:aws:iam::1:user/x\"")
        },
        .work(
            "break-glass-roles-trust-only-the-users-with-mfa", "a user is trusted by unique id",
            role: "BreakGlassRole"
        ) {
            $0.replacing("arn:aws:iam::123456789012:root", with: "AIDAEXAMPLE")
        },
    ]

    /// A changed trust policy of an emergency role.
    private static func trust(
        _ check: String, _ name: String, status: Outcome.Status = .drifted,
        _ change: @escaping @Sendable (String) -> String,
        consequences: () -> [String] = { [] }
    ) -> Defect {
        Defect(name: name, check: check, status: status, consequences: consequences()) {
            snapshot, _ in
            snapshot.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role1_Ops"]?.edit {
                let changed = change($0.trust)
                precondition(changed != $0.trust)
                $0.trust = changed
            }
        }
    }

    /// A changed trust policy of a workload role.
    package static func work(
        _ check: String, _ name: String, role: String = "EmergencyAccess_Ops",
        _ change: @escaping @Sendable (String) -> String
    ) -> Defect {
        .drift(check, name) {
            $0.accounts[CheckPlan.production]?.roles[role]?.edit {
                let changed = change($0.trust)
                precondition(changed != $0.trust)
                $0.trust = changed
            }
        }
    }
}
