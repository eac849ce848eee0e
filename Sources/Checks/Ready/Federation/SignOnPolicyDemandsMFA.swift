import AccessPlan
import Snapshots

extension DriftCheck {
    /// Sign-in requires two factors and admits the responders.
    public static let signOnPolicyDemandsMFA = DriftCheck(
        id: "sign-on-policy-demands-mfa",
        title: "The app's sign-on policy demands MFA and does not keep the responders out",
        question: .ready,
        rationale: """
            AWS cannot see whether the identity provider asked for a second factor, so only this \
            policy makes sure of it. A rule that denies keeps responders out when it comes first.
            """,
        severity: .high,
        remediation: """
            Let every rule that lets people in ask for two factors, and put rules that deny after \
            those for the emergency groups.
            """,
        reference: "https://developer.okta.com/docs/api/openapi/okta-management/management/Policy/",
        explainedBy: ["federation-app-exists"],
        applies: { $0.has(.okta, .entra, .adfs, .other) },
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let policy = try snapshot.identityProvider.signOnPolicy.get()
            var findings = Findings()
            let ours = Set(plan.emergencyRoles.flatMap(\.groups))
            var letsIn = false
            for rule in findings.read(policy.rules) where rule.isActive {
                let isAboutUs = rule.groups.isEmpty || !ours.isDisjoint(with: rule.groups)
                if rule.allows {
                    if !rule.demandsMFA {
                        findings.drift(policy.id, "rule \(rule.name) lets people in without MFA")
                    }
                    if isAboutUs { letsIn = true }
                } else if !letsIn, isAboutUs, rule.isCatchAll || !rule.groups.isEmpty {
                    findings.drift(policy.id, "rule \(rule.name) keeps the responders out")
                    letsIn = true  // Said once.
                }
            }
            if !letsIn, policy.rules.unread == nil {
                findings.drift(policy.id, "no rule of the policy lets the responders in")
            }
            return findings.all
        })
}
