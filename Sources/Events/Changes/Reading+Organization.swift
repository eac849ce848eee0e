import AccessPlan
import Alerts
import Calls

extension Reading {
    /// An account is moved, closed or leaves; its contacts change; somebody may come in to it.
    mutating func takeAccount(_ call: Call, orOwn: Bool = false) {
        let named = record.request["accountId"] ?? record.request["targetId"]
        let account = named ?? (orOwn ? recordedIn : nil)
        // A denial may not name an account: then it may have been a watched one.
        let isUnnamedDenial = call.service == .organizations
        guard account.map(watch.isPlannedAccount) ?? isUnnamedDenial else {
            return takeNamedARN()
        }
        takeTampering(call.target.type, account)
    }

    /// Who may sign in to the console at all. An organization's setting holds for every account.
    mutating func takeConsoleSignIn() {
        let target = record.request["targetId"] ?? recordedIn
        if let target, target.hasPrefix("o-") || target.hasPrefix("r-") {
            return takeTampering(.organization, target)
        }
        guard watch.isPlannedAccount(target) else { return }
        takeTampering(.account, target)
    }

    /// A policy is watched by its id or ARN if the plan guards one, else by what it is attached to.
    /// Only a guarded one is the guardrail: policies of tags and backups are attached by the same calls.
    ///
    /// The organization's root contains all our accounts. Organizational units may: this is not
    /// visible from the event, so a change there raises an alert if the plan guards no policy. So
    /// does a denial that names neither policy nor target.
    mutating func takePolicy() {
        let policy = record.request["policyId"]
        let target = record.request["targetId"]
        let guarded = watch.watched.filter { $0.type == .serviceControlPolicy && $0.account != nil }
        if let policy, let ours = guarded.first(where: { $0.matches(name: policy) }) {
            takeTampering(.serviceControlPolicy, ours.arn)
            if watch.isPlannedAccount(target) { alert.account.target = target }
            return
        }
        if watch.isPlannedAccount(target) {
            alert.account.target = target
            return takeTampering(.organizationPolicy, policy)
        }
        let isUnit = target?.hasPrefix("ou-") ?? (policy != nil)
        let isEverything = target?.hasPrefix("r-") ?? (policy == nil)
        if isEverything || isUnit && guarded.isEmpty {
            return takeTampering(.organizationPolicy, policy)
        }
        takeNamedARN()
    }

    /// What deploys the rules into new accounts, records their events, and controls root.
    static func isReliedOn(_ principal: String) -> Bool {
        ["cloudformation", "cloudtrail", "iam", "sso", "account"].contains {
            principal.hasPrefix("\($0).") || principal.contains(".\($0).")
        }
    }
}
