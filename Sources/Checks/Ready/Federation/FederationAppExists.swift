import AccessPlan
import Snapshots

extension DriftCheck {
    /// There is a door.
    public static let federationAppExists = DriftCheck(
        id: "federation-app-exists",
        title: "The federation app exists and is a SAML app for AWS",
        question: .ready,
        rationale: "An app that was deleted cannot be activated when it is needed.",
        severity: .critical,
        remediation: """
            Set the app up again as "breakglass plan idp" says, store its id in the plan, and \
            upload its metadata to the SAML provider.
            """,
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access-one-time-setup-direct-IAM-federation-application-in-idp.html",
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let planned = plan.identityProvider?.app ?? ""
            let seen = snapshot.identityProvider.app
            findings.demand(seen, planned, "app \(planned) does not exist")
            guard let app = seen.value else { return findings.all }
            if app.state == .deleted { findings.drift(app.id, "app \(app.label) was deleted") }
            if app.id != planned, !planned.isEmpty {
                findings.drift(planned, "the answer about app \(planned) is about \(app.id)")
            }
            if plan.has(.okta), app.kind != "amazon_aws" {
                findings.drift(app.id, "app \(app.label) is of kind \(app.kind), not amazon_aws")
            }
            if !app.protocolName.lowercased().contains("saml") {
                findings.drift(app.id, "app \(app.label) signs on by \(app.protocolName), not SAML")
            }
            return findings.all
        })
}
