import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// Nobody is inside.
    public static let noSessionIsAlive = DriftCheck(
        id: "no-session-is-alive",
        title: "No session on an emergency role or of a break-glass user is alive",
        question: .shut,
        rationale: """
            A session goes on after the group was emptied and the app was deactivated: only time, \
            or revoking it, ends it.
            """,
        severity: .high,
        remediation: "Revoke the role's sessions, or deactivate the user, as the runbook says.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
        explainedBy: ["nobody-signed-in-through-the-app", "break-glass-password-unused"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            // The longest possible session, if the event does not contain its duration.
            let longest = 12 * 3600
            for session in findings.read(snapshot.emergencyAccount.sessions)
            where (session.expires ?? session.time.adding(longest)) > snapshot.takenAt {
                let name = session.arn.split(separator: "/").last.map(String.init) ?? session.arn
                if name == AlertPathNames.canaryRole || name == AlertPathNames.auditRole {
                    continue
                }
                let isUser = plan.breakGlassUsers.contains(name)
                findings.drift(
                    session.arn,
                    "\(session.person) opened a session on \(name) at "
                        + session.time.moment,
                    opening: isUser
                        ? .userSignIn(user: name)
                        : .use(person: session.person, account: session.account),
                    at: session.time)
            }
            return findings.all
        })
}
