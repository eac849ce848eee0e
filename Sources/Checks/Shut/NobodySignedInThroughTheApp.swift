import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// Nobody came in.
    public static let nobodySignedInThroughTheApp = DriftCheck(
        id: "nobody-signed-in-through-the-app",
        title: "Nobody signed in through the federation app since the last run",
        question: .shut,
        rationale: """
            The identity provider logs each sign-in to the app itself, whatever AWS saw of it and \
            however soon the app was shut again.
            """,
        severity: .critical,
        remediation: """
            Call the person: was it them? Then revoke the sessions of the roles they used, and \
            follow the runbook for unexpected use.
            """,
        reference: "https://developer.okta.com/docs/reference/api/event-types/",
        explainedBy: ["federation-app-is-inactive"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let app = plan.identityProvider?.app
            for entry in findings.read(snapshot.identityProvider.log)
            where entry.type == "user.authentication.sso" && entry.succeeded
                && (app.map(entry.targets.contains) ?? true)
            {
                findings.drift(
                    entry.targets.first ?? entry.id,
                    "\(entry.actor) signed in through the app at "
                        + entry.time.moment,
                    opening: .use(person: entry.actor, account: nil), at: entry.time)
            }
            return findings.all
        })
}
