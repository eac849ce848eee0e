import AccessPlan
import Snapshots

extension DriftCheck {
    /// The door is locked.
    public static let federationAppIsInactive = DriftCheck(
        id: "federation-app-is-inactive",
        title: "The direct federation app is inactive",
        question: .shut,
        rationale: """
            While the app is active, whoever is in an emergency group signs in to AWS past IAM \
            Identity Center.
            """,
        severity: .critical,
        remediation: """
            Deactivate the app in the identity provider, find out in its log who activated it, and \
            ask why.
            """,
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html",
        explainedBy: ["federation-app-exists"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            // Absence from a list would prove nothing: the app is read by its id.
            let app = try snapshot.identityProvider.app.get()
            switch app.state {
            case .inactive: break
            case .active:
                findings.drift(app.id, "app \(app.label) is active", opening: .app)
            case .deleted:
                findings.gap(Unavailable("app \(app.id)", .notFound, detail: "it was deleted"))
            case .other(let word):
                findings.gap(
                    Unavailable("app \(app.id)", .malformed, detail: "its status is \(word)"))
            }
            if let expected = plan.identityProvider?.app, expected != app.id {
                findings.gap(
                    Unavailable(
                        "app \(expected)", .malformed, detail: "the answer is about \(app.id)"))
            }
            return findings.all
        })
}
