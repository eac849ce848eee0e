import AccessPlan
import Snapshots

extension DriftCheck {
    /// The first hop is there.
    public static let emergencyRolesExist = DriftCheck(
        id: "emergency-roles-exist",
        title: "Every emergency role of the plan exists",
        question: .ready,
        rationale: "People who come through the identity provider take these roles first.",
        severity: .critical,
        remediation: "Deploy the access template again, and find out who deleted the role.",
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access-mapping-design.html",
        explainedBy: ["emergency-account-is-active"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for role in plan.emergencyRoles {
                findings.demand(
                    snapshot.role(role.name, in: plan.emergencyAccount), role.arn,
                    "role \(role.name) does not exist")
            }
            return findings.all
        })
}

extension Findings {
    /// Adds drift if the service answered that the role does not exist.
    mutating func demand<Value>(_ part: Observed<Value>, _ resource: String, _ fact: String) {
        if part.isMissing { drift(resource, fact) } else { _ = read(part) }
    }
}
