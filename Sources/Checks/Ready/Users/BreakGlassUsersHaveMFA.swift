import AccessPlan
import Snapshots

extension DriftCheck {
    /// A password alone is not sufficient, and one lost device locks nobody out.
    public static let breakGlassUsersHaveMFA = DriftCheck(
        id: "break-glass-users-have-mfa",
        title: "Each break-glass user has two MFA devices or more, one of them showing six digits",
        question: .ready,
        rationale: """
            The roles demand MFA, so a user without a device gets nowhere, and with one device a \
            loss is a lock-out. A device that shows digits works where a passkey's browser part \
            does not.
            """,
        severity: .critical,
        remediation: "Enrol another device, kept by somebody else than the first.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
        explainedBy: ["break-glass-users-can-sign-in"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for (name, user) in findings.users(of: plan, in: snapshot) {
                let devices = findings.read(user.mfaDevices)
                guard user.mfaDevices.unread == nil else { continue }
                let arn = plan.userARN(name)
                if devices.count < 2 {
                    findings.drift(arn, "user \(name) has \(devices.count) of two MFA devices")
                }
                if !devices.isEmpty, !devices.contains(where: \.isTOTP) {
                    findings.drift(arn, "user \(name) has no MFA device that shows digits")
                }
            }
            return findings.all
        })
}
