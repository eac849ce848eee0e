import AccessPlan
import Snapshots

extension DriftCheck {
    /// The break-glass users have no other credentials.
    public static let breakGlassUsersHaveNoKeys = DriftCheck(
        id: "break-glass-users-have-no-keys",
        title: "No break-glass user has an access key or any credential but password and MFA",
        question: .ready,
        rationale: "A key works from anywhere, without a second factor and without a vault.",
        severity: .critical,
        remediation: """
            Delete the credential, find out in CloudTrail who made it and what it did, and ask why.
            """,
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
        explainedBy: ["break-glass-users-can-sign-in"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for (name, user) in findings.users(of: plan, in: snapshot) {
                for credential in findings.read(user.credentials) {
                    findings.drift(
                        plan.userARN(name),
                        "user \(name) has the \(credential.kind.rawValue) \(credential.id) "
                            + "(\(credential.status.lowercased()))")
                }
            }
            return findings.all
        })
}
