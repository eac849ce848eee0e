import AccessPlan
import Snapshots
import Time

extension DriftCheck {
    /// Nobody wore the uniform.
    public static let emergencyRolesUnused = DriftCheck(
        id: "emergency-roles-unused",
        title: "No emergency role was used since the last emergency was closed",
        question: .shut,
        rationale: """
            IAM remembers when a role was last used, whoever used it and whether or not an alert \
            was heard.
            """,
        severity: .high,
        remediation: """
            Look the role's sessions up in CloudTrail around that time, and follow the runbook for \
            unexpected use.
            """,
        reference: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html",
        explainedBy: [
            "nobody-signed-in-through-the-app", "break-glass-password-unused",
            "no-session-is-alive",
        ],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            for (name, account) in plan.allRoles {
                let role = snapshot.role(name, in: account)
                if role.isMissing { continue }  // emergency-roles-exist reports it.
                guard let used = findings.read(role)?.lastUsed else { continue }
                guard let closed = findings.read(snapshot.history.baseline(nil)) else { continue }
                guard used > closed else { continue }
                findings.drift(
                    plan.roleARN(name, in: account),
                    "\(name) in account \(words(account)) was used at "
                        + used.moment,
                    opening: .use(person: nil, account: account), at: used)
            }
            return findings.all
        })
}

extension Plan {
    /// Every role that an emergency may use, by name and account.
    fileprivate var allRoles: [(name: String, account: String)] {
        let federated =
            hasFederation
            ? emergencyRoles.map { ($0.name, emergencyAccount) }
                + workloadRoles.map { ($0.name, $0.account) }
            : []
        return federated + (hasUsers ? accounts.map { (RoleNames.breakGlass, $0.id) } : [])
    }
}

extension Snapshot.History {
    /// The moment until which use is accounted for: the last close, or the last drill.
    /// - Parameter path: the access path; `nil` means either.
    /// - Returns: seconds since 1970, 0 where nothing was ever closed or practiced.
    func baseline(_ path: AccessPath?) -> Observed<Int> {
        let known = drills.value ?? [:]
        let drill = (path.map { [$0] } ?? AccessPath.allCases).compactMap { known[$0] }
            .max()
        switch lastClose {
        case .unavailable(let why): return .unavailable(why)
        case .observed(let close):
            // People go on for a while after the sign-in that counts as the drill.
            return .observed(max(close ?? 0, drill.map { $0.adding(3600) } ?? 0))
        }
    }
}
