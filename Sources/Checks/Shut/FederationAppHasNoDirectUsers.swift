import AccessPlan
import Snapshots

extension DriftCheck {
    /// Nobody has a key of their own.
    public static let federationAppHasNoDirectUsers = DriftCheck(
        id: "federation-app-has-no-direct-users",
        title: "Nobody is assigned to the federation app except through a group",
        question: .shut,
        rationale: """
            A user assigned to the app directly gets in without being in any emergency group, and \
            an app that everybody is assigned to needs no group at all.
            """,
        severity: .high,
        remediation: "Remove the direct assignments, and switch assignment to everybody off.",
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/ApplicationUsers/",
        explainedBy: ["federation-app-exists"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = snapshot.identityProvider
            if let app = findings.read(provider.app), app.letsEverybodyIn {
                findings.drift(app.id, "app \(app.label) is assigned to everybody")
            }
            for user in findings.read(provider.appUsers) where user.isDirect {
                findings.drift(user.id, "\(user.login) is assigned to the app directly")
            }
            return findings.all
        })
}
