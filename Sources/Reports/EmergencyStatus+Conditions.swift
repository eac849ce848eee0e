import AccessPlan
import Checks
import Runs
import Snapshots

extension EmergencyStatus {
    /// Everything that must be true before a declaration is closed, in the order of the runbook.
    static func conditions(
        _ declaration: Declaration, _ outcomes: [Outcome], _ snapshot: Snapshot,
        _ plan: Plan, _ last: RunDigest?
    ) -> [Condition] {
        var conditions = [
            Condition(
                title: "Somebody signed in through IAM Identity Center again",
                holds: declaration.identityCenterProven)
        ]
        for (id, title) in shutAgain {
            guard let outcome = outcomes.first(where: { $0.check.id == id }) else { continue }
            conditions.append(Condition(title: title, holds: outcome.isAsBefore))
        }
        if declaration.mode != .federation {
            conditions += plan.breakGlassUsers.map { rotated($0, since: declaration, snapshot) }
        }
        let clean = last?.cleanRuns ?? 0
        conditions.append(Condition(title: "Two runs in a row found nothing", holds: clean >= 2))
        return conditions
    }

    /// Checks that were open, and the titles of their conditions.
    private static let shutAgain = [
        ("federation-app-is-inactive", "The federation app is inactive"),
        ("emergency-groups-have-no-members", "The emergency groups are empty"),
        ("federation-app-has-no-direct-users", "Nobody is assigned to the app directly"),
        ("no-session-is-alive", "No session is alive"),
        ("nobody-signed-in-through-the-app", "Nobody signed in through the app since"),
        ("break-glass-users-have-no-keys", "No access key was left behind"),
        ("break-glass-users-have-mfa", "The users' MFA devices are as planned"),
        ("emergency-roles-trust-the-provider", "The emergency roles trust only the provider"),
        ("workload-roles-trust-only-their-emergency-role", "The workload roles trust only theirs"),
        ("workload-roles-carry-the-planned-policies", "The roles' policies are as planned"),
    ]

    /// A person knows a break-glass password that was used, so it must be changed.
    private static func rotated(
        _ name: String, since declaration: Declaration, _ snapshot: Snapshot
    ) -> Condition {
        let title = "The password of \(name) was changed after it was used"
        guard let user = snapshot.emergencyAccount.user(name).value else {
            return Condition(title: title, holds: nil)
        }
        guard let used = user.passwordLastUsed, used >= declaration.declared else {
            return Condition(title: title, holds: true)
        }
        return Condition(title: title, holds: user.passwordLastChanged.value.map { $0 > used })
    }
}

extension Outcome {
    /// Whether it is as in normal times; `nil` when that could not be read.
    fileprivate var isAsBefore: Bool? {
        switch status {
        case .inSync, .waived: true
        case .drifted, .open: false
        case .notChecked: nil
        }
    }
}
