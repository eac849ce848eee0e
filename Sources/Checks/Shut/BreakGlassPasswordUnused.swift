import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// Nobody took the envelope.
    public static let breakGlassPasswordUnused = DriftCheck(
        id: "break-glass-password-unused",
        title: "No break-glass password was used since the last emergency or drill was closed",
        question: .shut,
        rationale: """
            The passwords lie in a vault. One that was used without anybody declaring it is known \
            to somebody who should not know it.
            """,
        severity: .critical,
        remediation: """
            Change the password, deactivate the user's sessions, and look the sign-in up in \
            CloudTrail: who it was, and from where.
            """,
        reference: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html",
        explainedBy: ["break-glass-users-can-sign-in"],
        applies: \.hasUsers,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for name in plan.breakGlassUsers {
                let user = snapshot.emergencyAccount.user(name)
                guard let used = findings.read(user)?.passwordLastUsed else { continue }
                guard let known = findings.read(snapshot.history.baseline(.user)), used > known
                else { continue }
                findings.drift(
                    plan.userARN(name),
                    "the password of \(name) was used at \(used.moment)",
                    opening: .userSignIn(user: name), at: used)
            }
            return findings.all
        })
}
