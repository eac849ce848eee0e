import AccessPlan
import Snapshots

extension DriftCheck {
    /// Only the identity provider's users can assume the emergency roles.
    public static let emergencyRolesTrustTheProvider = DriftCheck(
        id: "emergency-roles-trust-the-provider",
        title:
            "The emergency roles trust the SAML provider, at sign-in endpoints of several Regions",
        question: .ready,
        rationale: """
            A wrong provider ARN or audience locks everybody out, and the sign-in endpoint without \
            a Region is one Region's: when that is what failed, a Regional one has to be accepted. \
            Anybody else in the trust policy comes in past the identity provider.
            """,
        severity: .critical,
        remediation: "Deploy the access template again, and find out who changed the trust policy.",
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html",
        explainedBy: ["emergency-roles-exist"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let provider = plan.providerARN ?? ""
            for expected in plan.emergencyRoles {
                let seen = snapshot.role(expected.name, in: plan.emergencyAccount)
                guard let role = findings.read(seen) else { continue }
                findings.compare(expected.arn) { () throws(Unavailable) in
                    try TrustPolicy(of: role)
                        .problems(provider: provider, partition: plan.partition)
                        .map { "role \(expected.name) \($0)" }
                }
            }
            return findings.all
        })
}

extension Findings {
    /// Adds each problem that a comparison finds, or that it could not be made.
    mutating func compare(_ resource: String, _ problems: () throws(Unavailable) -> [String]) {
        do throws(Unavailable) {
            var seen: Set<String> = []
            for problem in try problems() where seen.insert(problem).inserted {
                drift(resource, problem)
            }
        } catch {
            gap(error)
        }
    }
}
