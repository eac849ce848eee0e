import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// The last drill is recent.
    public static let drillIsRecent = DriftCheck(
        id: "drill-is-recent",
        title: "A person came in by each way within the last 90 days",
        question: .exercised,
        rationale: """
            Everything above looks at settings. Only a person who signed in, and was heard, shows \
            that the way works, that the password is where it should be and that people know how.
            """,
        severity: .high,
        remediation: "Hold a drill: declare it, come in by that way, hear the alert, close it.",
        reference:
            "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            let drills = try snapshot.history.drills.get()
            var findings = Findings()
            let now = snapshot.takenAt
            for path in AccessPath.allCases where path.isPlanned(in: plan) {
                guard let last = drills[path] else {
                    findings.drift(
                        path.rawValue, "nobody ever came in \(path.words)", severity: .critical)
                    continue
                }
                guard last < now.adding(-90 * 86_400) else { continue }
                findings.drift(
                    path.rawValue, "nobody came in \(path.words) since \(last.day)",
                    severity: last < now.adding(-180 * 86_400) ? .critical : nil)
            }
            return findings.all
        })
}

extension AccessPath {
    fileprivate func isPlanned(in plan: Plan) -> Bool {
        self == .user ? plan.hasUsers : plan.hasFederation
    }

    fileprivate var words: String {
        self == .user ? "as a break-glass user" : "through the identity provider"
    }
}
