import AccessPlan
import Snapshots

extension DriftCheck {
    /// The person's name goes with them, and does not stop them.
    public static let sourceIdentityPassesTheChain = DriftCheck(
        id: "source-identity-passes-the-chain",
        title:
            "Source identity and session tags pass both hops when the identity provider sends them",
        question: .ready,
        rationale: """
            Once an assertion sets a source identity or tags, every role on the way has to allow \
            it: a trust policy that does not denies the call, in the middle of the night.
            """,
        severity: .critical,
        remediation: """
            Allow sts:SetSourceIdentity and sts:TagSession in the trust policies of both roles and \
            in the emergency role's own policy: deploy the templates again.
            """,
        reference:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html",
        explainedBy: ["emergency-roles-exist", "workload-roles-exist", "federation-app-exists"],
        applies: \.hasFederation,
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            let needed = findings.neededActions(snapshot, plan)
            if needed.isEmpty { return findings.all }
            for expected in plan.emergencyRoles {
                let seen = snapshot.role(expected.name, in: plan.emergencyAccount)
                guard let role = findings.read(seen) else { continue }
                findings.demand(needed, inTrustOf: role, expected.arn, "role \(expected.name)")
                let documents = role.permissions.documents(of: expected.name, findings: &findings)
                for action in needed
                where !documents.contains(where: {
                    $0.document.allowing.contains { $0.concerns(action: action) }
                }) {
                    findings.drift(
                        expected.arn, "role \(expected.name) may not do \(action) on the next role")
                }
            }
            for expected in plan.workloadRoles {
                let seen = snapshot.role(expected.name, in: expected.account)
                guard let role = findings.read(seen) else { continue }
                let place = "role \(expected.name) in \(words(expected.account))"
                findings.demand(needed, inTrustOf: role, expected.arn, place)
            }
            return findings.all
        })
}

extension Findings {
    /// What the identity provider's assertions require.
    fileprivate mutating func neededActions(_ snapshot: Snapshot, _ plan: Plan) -> [String] {
        // If the assertion cannot be seen, both are expected: the templates allow both.
        let all = ["sts:SetSourceIdentity", "sts:TagSession"]
        guard plan.has(.okta) else { return all }
        guard let app = read(snapshot.identityProvider.app),
            let settings = read(app.federation)
        else { return all }
        return (settings.sendsSourceIdentity ? [all[0]] : [])
            + (settings.sendsSessionTags ? [all[1]] : [])
    }

    fileprivate mutating func demand(
        _ actions: [String], inTrustOf role: Snapshot.Role, _ resource: String, _ place: String
    ) {
        compare(resource) { () throws(Unavailable) in
            let trust = try TrustPolicy(of: role)
            return actions.filter { !trust.allows($0) }.map {
                "\(place) does not let callers do \($0)"
            }
        }
    }
}
