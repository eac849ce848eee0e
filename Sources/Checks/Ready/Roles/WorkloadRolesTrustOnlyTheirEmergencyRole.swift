import AccessPlan
import Snapshots

extension DriftCheck {
    /// Only its emergency role can assume a workload role.
    public static let workloadRolesTrustOnlyTheirEmergencyRole = DriftCheck(
        id: "workload-roles-trust-only-their-emergency-role",
        title: "Each workload role trusts its one emergency role and nobody else",
        question: .ready,
        rationale: """
            A role that trusts the whole emergency account, another account or everybody is a way \
            in that no group and no app shuts.
            """,
        severity: .high,
        remediation:
            "Deploy the workload template again, and find out who changed the trust policy.",
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access-mapping-design.html",
        explainedBy: ["workload-roles-exist"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            for expected in plan.workloadRoles {
                let seen = snapshot.role(expected.name, in: expected.account)
                guard let role = findings.read(seen) else { continue }
                let place = "role \(expected.name) in \(words(expected.account))"
                findings.compare(expected.arn) { () throws(Unavailable) in
                    try TrustPolicy(of: role).problems(
                        trusted: [expected.trusted], account: plan.emergencyAccount,
                        mayNameThem: true, demandsMFA: false
                    ).map { "\(place) \($0)" }
                }
            }
            return findings.all
        })
}
