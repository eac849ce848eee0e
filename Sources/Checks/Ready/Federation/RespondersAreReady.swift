import AccessPlan
import Snapshots

extension DriftCheck {
    /// The people can sign in.
    public static let respondersAreReady = DriftCheck(
        id: "responders-are-ready",
        title: "Every responder is active at the identity provider and enrolled for MFA",
        question: .ready,
        rationale: "Somebody who left, is locked out or has lost the phone cannot help.",
        severity: .medium,
        remediation: "Bring the plan's responders up to date; have them enrol a second factor.",
        reference:
            "https://developer.okta.com/docs/api/openapi/okta-management/management/UserFactor/",
        applies: { $0.has(.okta, .entra, .adfs, .other) && !$0.responders.isEmpty },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for name in plan.responders {
                let seen = snapshot.identityProvider.responder(name)
                findings.demand(seen, name, "responder \(name) does not exist")
                guard let responder = seen.value else { continue }
                if responder.status.uppercased() != "ACTIVE" {
                    findings.drift(name, "responder \(name) is \(responder.status)")
                }
                if findings.read(responder.factors).isEmpty, responder.factors.unread == nil {
                    findings.drift(name, "responder \(name) has no second factor")
                }
            }
            return findings.all
        })
}
