extension EventKind {
    private static let source = "organizations.amazonaws.com"

    /// What moves an account out from under the rules that guard it.
    static let organization = [
        EventKind(
            title: "An account is moved, closed or leaves the organization",
            source: source,
            names: [
                "MoveAccount", "LeaveOrganization", "RemoveAccountFromOrganization",
                "CloseAccount",
            ]
        ) { reading in
            let account = reading.record.request["accountId"] ?? reading.recordedIn
            guard reading.watch.isPlannedAccount(account) else { return }
            reading.takeOrganization("account", account)
        },
        EventKind(
            title: "A service control policy is changed, attached or detached",
            source: source,
            names: ["AttachPolicy", "DetachPolicy", "UpdatePolicy", "DeletePolicy"]
        ) { reading in
            reading.takePolicy()
        },
        EventKind(
            title: "The organization is changed as a whole",
            source: source,
            names: [
                "DisablePolicyType", "DeleteOrganization", "DisableAWSServiceAccess",
                "DeregisterDelegatedAdministrator", "DeleteResourcePolicy", "PutResourcePolicy",
                "DeleteOrganizationalUnit",
            ]
        ) { reading in
            reading.takeOrganization("organization", nil)
        },
    ]
}

extension Reading {
    fileprivate mutating func takeOrganization(_ type: String, _ id: String?) {
        alert.kind = .tamper
        alert.due = true
        alert.resource = Alert.Resource(type: type, arn: id)
        if type == "account" { alert.account.target = id }
    }

    /// A policy is ours by its id or ARN where the plan guards one; else by what it is attached to.
    ///
    /// Roots and organizational units may hold our accounts: that cannot be seen from the event, so
    /// a change there is told.
    fileprivate mutating func takePolicy() {
        let policy = record.request["policyId"]
        let guarded = watch.plan.watched.filter { $0.type == "scp" && $0.account != nil }
        if let policy, guarded.contains(where: { $0.matches(name: policy) }) {
            return takeOrganization("scp", guarded.first { $0.matches(name: policy) }?.arn)
        }
        let target = record.request["targetId"]
        if watch.isPlannedAccount(target) {
            alert.account.target = target
            return takeOrganization("scp", policy)
        }
        let mayHoldOurs = target.map { $0.hasPrefix("r-") || $0.hasPrefix("ou-") } ?? true
        if guarded.isEmpty, mayHoldOurs { takeOrganization("scp", policy) }
    }
}
