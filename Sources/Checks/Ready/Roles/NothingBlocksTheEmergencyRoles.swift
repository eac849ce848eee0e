import AccessPlan
import Snapshots

extension DriftCheck {
    /// Nothing above the roles keeps them from working.
    public static let nothingBlocksTheEmergencyRoles = DriftCheck(
        id: "nothing-blocks-the-emergency-roles",
        title: "No organization policy and no boundary keeps the emergency roles from working",
        question: .ready,
        rationale: """
            A service control policy, a resource control policy or a permissions boundary can make \
            perfectly good roles useless, and nobody notices until they are needed.
            """,
        severity: .critical,
        remediation: """
            Except the emergency roles from the policy that denies, as the guardrail template does \
            for its own, and take the boundary off.
            """,
        reference:
            "https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html",
        explainedBy: [
            "emergency-roles-exist", "workload-roles-exist",
            "emergency-roles-assume-only-planned-roles",
            "workload-roles-carry-the-planned-policies",
        ],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            let first =
                plan.hasFederation
                ? plan.emergencyRoles.map { ($0.name, plan.emergencyAccount) } : []
            for (name, id) in first + plan.rolesForWork {
                let account = snapshot.account(id)
                let arn = plan.roleARN(name, in: id)
                let place = "role \(name) in \(words(id))"
                let role = snapshot.role(name, in: id)
                if let boundary = role.value?.boundary {
                    findings.drift(arn, "\(place) has the boundary \(boundary)")
                }
                let answer =
                    account.simulations[name] ?? .notReached("the simulation of \(name) in \(id)")
                for simulation in findings.read(answer) ?? [] where simulation.decision != "allowed"
                {
                    findings.drift(
                        arn,
                        "\(place) is denied \(simulation.action) on \(simulation.resource)"
                            + simulation.cause)
                }
            }
            for id in plan.watchedAccounts {
                for policy in findings.read(snapshot.account(id).resourceControlPolicies) {
                    findings.compare(id) { () throws(Unavailable) in
                        try policy.blockedHops(in: words(id))
                    }
                }
            }
            return findings.all
        })
}

extension Snapshot.Simulation {
    /// Which policy denies.
    fileprivate var cause: String {
        if allowedByOrganizations == false { return ": by a service control policy" }
        if allowedByBoundary == false { return ": by its permissions boundary" }
        return decision == "explicitDeny" ? ": by an explicit denial" : ""
    }
}

extension Snapshot.Policy {
    /// The steps of coming in that this resource control policy denies: the simulator does not weigh
    /// such policies.
    /// - Throws: when it denies one under conditions, of which only AWS knows when they hold.
    fileprivate func blockedHops(in place: String) throws(Unavailable) -> [String] {
        let document = try PolicyDocument(text, name: "resource control policy \(name)")
        let steps = TrustPolicy.actions("sts:AssumeRole").union(["sts:AssumeRoleWithSAML"])
        var problems: [String] = []
        for statement in document.denying {
            for step in steps.sorted() where statement.concerns(action: step) {
                guard statement.conditions.isEmpty else {
                    throw Unavailable(
                        "what resource control policy \(name) means for emergency roles",
                        .malformed,
                        detail: "it denies \(step) under conditions")
                }
                problems.append("resource control policy \(name) denies \(step) in \(place)")
            }
        }
        return problems
    }
}
