import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// What lies in the vault is still true.
    public static let breakGlassPasswordsAreFresh = DriftCheck(
        id: "break-glass-passwords-are-fresh",
        title: "Each break-glass password is 90 days old at most and not about to expire",
        question: .ready,
        rationale: """
            A password that expired by the account's policy has to be changed before anything else \
            works, at the worst moment; with hard expiry its owner cannot even do that.
            """,
        severity: .high,
        remediation: """
            Change the password with two people, put the new one into the vault, and practise a \
            sign-in with it.
            """,
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
        explainedBy: ["break-glass-users-can-sign-in"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let now = snapshot.takenAt
            let policy = snapshot.emergencyAccount.passwordPolicy
            let expiry = policy.isMissing ? nil : findings.read(policy)
            for (name, user) in findings.users(of: plan, in: snapshot) {
                guard !user.loginProfile.isMissing,
                    let changed = findings.read(user.passwordLastChanged)
                else { continue }
                let arn = plan.userARN(name)
                if changed.adding(90 * 86_400) < now {
                    findings.drift(arn, "the password of \(name) is from \(changed.day)")
                }
                guard let days = expiry?.maxAgeDays, (0...36_500).contains(days) else { continue }
                let end = changed.adding(days * 86_400)
                if end < now.adding(14 * 86_400) {
                    let hard =
                        expiry?.hardExpiry == true ? ", and then only others can change it" : ""
                    findings.drift(arn, "the password of \(name) expires on \(end.day)\(hard)")
                }
            }
            return findings.all
        })
}
