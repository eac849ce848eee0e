import AccessPlan
import Alerts

extension EventKind {
    private static let source = "organizations.amazonaws.com"

    /// Changes after which the organization's policies no longer apply to an account.
    static let organization = [
        EventKind(
            title: "An account is moved, closed or leaves the organization",
            source: source,
            names: [
                "MoveAccount", "LeaveOrganization", "RemoveAccountFromOrganization",
                "CloseAccount",
            ]
        ) { reading in
            let named = reading.record.request["accountId"]
            let leaves = reading.record.eventName == "LeaveOrganization"
            let account = named ?? (leaves ? reading.recordedIn : nil)
            // A denial may not name an account: then it may have been a watched one.
            guard account.map(reading.watch.isPlannedAccount) ?? true else {
                return reading.takeNamedARN()
            }
            reading.takeOrganization(.account, account)
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
                "DisablePolicyType", "DeleteOrganization", "DeregisterDelegatedAdministrator",
                "DeleteResourcePolicy", "PutResourcePolicy", "EnableAllFeatures",
            ]
        ) { reading in
            reading.takeOrganization(.organization, nil)
        },
        EventKind(
            title: "A service that emergency access relies on loses the organization's trust",
            source: source,
            names: ["DisableAWSServiceAccess"]
        ) { reading in
            let service = reading.record.request["servicePrincipal"]
            guard service.map(isReliedOn) ?? true else { return }
            reading.takeOrganization(.organization, service)
        },
        EventKind(
            title: "Stack sets no longer reach new accounts",
            source: "cloudformation.amazonaws.com",
            names: ["DeactivateOrganizationsAccess"]
        ) { reading in
            reading.takeOrganization(.organization, nil)
        },
        EventKind(
            title: "Who may act as root of member accounts is changed",
            source: "iam.amazonaws.com",
            names: [
                "EnableOrganizationsRootCredentialsManagement",
                "DisableOrganizationsRootCredentialsManagement",
                "EnableOrganizationsRootSessions", "DisableOrganizationsRootSessions",
            ]
        ) { reading in
            reading.takeOrganization(.organization, nil)
        },
    ]

    /// What deploys the rules into new accounts, records their events, and controls root.
    private static func isReliedOn(_ principal: String) -> Bool {
        ["cloudformation", "cloudtrail", "iam", "sso", "account"].contains {
            principal.hasPrefix("\($0).") || principal.contains(".\($0).")
        }
    }
}

extension Reading {
    fileprivate mutating func takeOrganization(_ type: ResourceKind, _ id: String?) {
        alert.kind = .tamper
        alert.due = true
        alert.resource = Alert.Resource(type: type, arn: id)
        if type == .account { alert.account.target = id }
    }

    /// A policy is watched by its id or ARN if the plan guards one, else by what it is attached to.
    ///
    /// The organization's root contains all our accounts. Organizational units may: this is not
    /// visible from the event, so a change there raises an alert if the plan guards no policy. So
    /// does a denial that names neither policy nor target.
    fileprivate mutating func takePolicy() {
        let policy = record.request["policyId"]
        let target = record.request["targetId"]
        let guarded = watch.watched.filter { $0.type == .serviceControlPolicy && $0.account != nil }
        if let policy, let ours = guarded.first(where: { $0.matches(name: policy) }) {
            return takeOrganization(.serviceControlPolicy, ours.arn)
        }
        if watch.isPlannedAccount(target) {
            alert.account.target = target
            return takeOrganization(.serviceControlPolicy, policy)
        }
        let isUnit = target?.hasPrefix("ou-") ?? (policy != nil)
        let isEverything = target?.hasPrefix("r-") ?? (policy == nil)
        if isEverything || isUnit && guarded.isEmpty {
            return takeOrganization(.serviceControlPolicy, policy)
        }
        takeNamedARN()
    }
}
