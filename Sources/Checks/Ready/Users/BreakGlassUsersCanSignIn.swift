import AccessPlan
import Snapshots

extension DriftCheck {
    /// The second access path works.
    public static let breakGlassUsersCanSignIn = DriftCheck(
        id: "break-glass-users-can-sign-in",
        title: "At least two break-glass users exist, each with a password",
        question: .ready,
        rationale: """
            They are the way in when the identity provider is down too. One user alone is one lost \
            device or one absent person away from none.
            """,
        severity: .critical,
        remediation: """
            Deploy the access template again, then have two people set password and MFA as the \
            runbook says.
            """,
        reference:
            "https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/break-glass-access.html",
        explainedBy: ["emergency-account-is-active"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            if plan.breakGlassUsers.count < 2 {
                findings.drift(
                    plan.emergencyAccount, "the plan names one break-glass user, not two")
            }
            for name in plan.breakGlassUsers {
                let arn = plan.userARN(name)
                let seen = snapshot.emergencyAccount.user(name)
                findings.demand(seen, arn, "user \(name) does not exist")
                guard let user = seen.value else { continue }
                if user.arn != arn {
                    findings.drift(arn, "user \(name) is \(user.arn), the roles trust \(arn)")
                }
                findings.demand(user.loginProfile, arn, "user \(name) has no password")
            }
            return findings.all
        })
}
