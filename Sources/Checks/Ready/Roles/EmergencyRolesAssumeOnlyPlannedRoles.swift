import AccessPlan
import Snapshots
import Text

extension DriftCheck {
    /// The first hop leads to the second, and nowhere else.
    public static let emergencyRolesAssumeOnlyPlannedRoles = DriftCheck(
        id: "emergency-roles-assume-only-planned-roles",
        title: "Each emergency role may take exactly its planned workload roles",
        question: .ready,
        rationale: """
            A role it may not take is an account nobody can help in; anything more is power in the \
            emergency account that nobody planned.
            """,
        severity: .high,
        remediation:
            "Deploy the access template again, and find out who changed the role's policies.",
        reference:
            "https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access-mapping-design.html",
        explainedBy: ["emergency-roles-exist"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for expected in plan.emergencyRoles {
                let seen = snapshot.role(expected.name, in: plan.emergencyAccount)
                guard let role = findings.read(seen) else { continue }
                let targets = Set(
                    expected.accounts.map {
                        plan.roleARN(RoleNames.workload(expected.access), in: $0)
                    })
                findings.compare(hops: role, to: targets, name: expected.name, at: snapshot.takenAt)
            }
            return findings.all
        })
}

extension Findings {
    /// What going on to the next role consists of, in lower case.
    private static let hop = Set(TrustPolicy.actions("sts:AssumeRole").map(\.foldedName))

    fileprivate mutating func compare(
        hops role: Snapshot.Role, to targets: Set<String>, name: String, at now: Int
    ) {
        var reached: Set<String> = []
        let before = missing
        for policy in role.permissions.attached.items where policy.isOwnedByAWS {
            drift(role.arn, "role \(name) carries \(policy.arn)")
        }
        for (policy, document) in role.permissions.documents(of: name, findings: &self) {
            for statement in document.statements where !statement.isRevocation(now: now) {
                if statement.effect == .deny {
                    if Self.hop.contains(where: { statement.concerns(action: $0) }) {
                        drift(role.arn, "policy \(policy) of role \(name) denies sts:AssumeRole")
                    }
                    continue
                }
                let extra = statement.actions.filter { !Self.hop.contains($0.foldedName) }
                    .sorted()
                if !extra.isEmpty || !statement.notActions.isEmpty {
                    let what = extra.isEmpty ? "nearly everything" : extra.joined(separator: ", ")
                    drift(role.arn, "policy \(policy) of role \(name) allows \(what)")
                    continue
                }
                for key in statement.conditionKeys(beside: []) {
                    drift(role.arn, "policy \(policy) of role \(name) has a condition on \(key)")
                }
                guard statement.concerns(action: "sts:AssumeRole") else { continue }
                for resource in statement.resources.subtracting(targets).sorted() {
                    drift(role.arn, "policy \(policy) of role \(name) allows taking \(resource)")
                }
                if !statement.notResources.isEmpty {
                    drift(
                        role.arn, "policy \(policy) of role \(name) allows taking nearly any role")
                }
                reached.formUnion(statement.resources)
            }
        }
        // What could not be read may allow the rest: only a policy that was read can lack it.
        guard missing == before else { return }
        for target in targets.subtracting(reached).sorted() {
            drift(role.arn, "role \(name) may not take \(target)")
        }
    }
}
