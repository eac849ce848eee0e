import AccessPlan
import Snapshots

extension DriftCheck {
    /// No sign-in is denied because of the session duration that it requests.
    public static let sessionDurationsFit = DriftCheck(
        id: "session-durations-fit",
        title: "The session durations of app and roles fit each other and the plan",
        question: .ready,
        rationale: """
            A session longer than the role allows is refused outright, so a setting of the app can \
            lock everybody out. A session taken from another session lasts one hour at most, \
            whatever the role says.
            """,
        severity: .high,
        remediation: """
            Set the app's session duration to the emergency roles' maximum or less, and deploy the \
            templates again.
            """,
        reference:
            "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
        explainedBy: ["emergency-roles-exist", "workload-roles-exist", "federation-app-exists"],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            if plan.hasFederation { findings.compareFederated(snapshot, plan) }
            for (name, account) in plan.rolesForWork {
                guard let role = findings.read(snapshot.role(name, in: account)) else { continue }
                let hours = name == RoleNames.breakGlass ? plan.breakGlassRole.maxSessionHours : 1
                let (limit, overflow) = hours.multipliedReportingOverflow(by: 3600)
                guard !overflow, role.maxSessionDuration != limit else { continue }
                findings.drift(
                    plan.roleARN(name, in: account),
                    "role \(name) in \(words(account)) allows sessions of "
                        + "\(role.maxSessionDuration) s, planned are \(limit) s")
            }
            return findings.all
        })
}

extension Findings {
    fileprivate mutating func compareFederated(_ snapshot: Snapshot, _ plan: Plan) {
        var asked: Int?
        if plan.has(.okta), let app = read(snapshot.identityProvider.app) {
            asked = read(app.federation)?.sessionDuration
        }
        for expected in plan.emergencyRoles {
            let seen = snapshot.role(expected.name, in: plan.emergencyAccount)
            guard let role = read(seen), let asked, asked > role.maxSessionDuration else {
                continue
            }
            drift(
                expected.arn,
                "the app asks for \(asked) s, role \(expected.name) allows "
                    + "\(role.maxSessionDuration) s")
        }
    }
}
