/// A role in the emergency access account that people assume by federation.
public struct EmergencyRole: Hashable {
    /// The N of `RoleN`.
    public let number: Int
    /// What the role may do, e.g. `RO`.
    public let access: String
    /// Its name, e.g. `EmergencyAccess_Role1_RO`.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// The name its group has at the identity provider.
    public let groupName: String
    /// The ids that the plan stores for that group: one, unless the plan contradicts itself.
    public let groups: [String]
    /// The accounts whose workload role it may assume.
    public let accounts: [String]
}

/// A role in a workload account, in which people work.
public struct WorkloadRole: Hashable {
    /// What the role may do, e.g. `RO`.
    public let access: String
    /// The account it is in.
    public let account: String
    /// Its name, e.g. `EmergencyAccess_RO`.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// The only role that may assume it.
    public let trusted: String
}

extension Plan {
    /// The emergency roles, in the order of the plan's accounts.
    public var emergencyRoles: [EmergencyRole] {
        struct Key: Hashable {
            let number: Int
            let access: String
        }
        var order: [Key] = []
        var members: [Key: [Account]] = [:]
        for account in accounts {
            for access in account.roles {
                let key = Key(number: account.number, access: access)
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(account)
            }
        }
        return order.map { key in
            let accounts = members[key] ?? []
            let name = RoleNames.emergency(number: key.number, access: key.access)
            return EmergencyRole(
                number: key.number, access: key.access, name: name,
                arn: roleARN(name, in: emergencyAccount), groupName: groupName(forRole: name),
                groups: Set(accounts.compactMap { $0.groups[key.access] }).sorted(),
                accounts: accounts.map(\.id))
        }
    }

    /// The workload roles of all planned accounts.
    public var workloadRoles: [WorkloadRole] {
        accounts.flatMap { account in
            account.roles.map { access in
                let emergency = RoleNames.emergency(number: account.number, access: access)
                return WorkloadRole(
                    access: access, account: account.id, name: RoleNames.workload(access),
                    arn: roleARN(RoleNames.workload(access), in: account.id),
                    trusted: roleARN(emergency, in: emergencyAccount))
            }
        }
    }

    /// Every role in which people work, by name and account.
    public var rolesForWork: [(name: String, account: String)] {
        (hasFederation ? workloadRoles.map { ($0.name, $0.account) } : [])
            + (hasUsers ? accounts.map { (RoleNames.breakGlass, $0.id) } : [])
    }

    /// The name that the IdP's group for an emergency role has; empty without an IdP.
    func groupName(forRole role: String) -> String {
        groupName(forRole: role, pattern: identityProvider?.groupName ?? "")
    }

    func groupName(forRole role: String, pattern: String) -> String {
        pattern.replacing("{role}", with: role).replacing("{account}", with: emergencyAccount)
    }

    /// Every account whose events reach the hub: the emergency account first, then the planned ones.
    public var watchedAccounts: [String] {
        [emergencyAccount] + accounts.map(\.id).filter { $0 != emergencyAccount }
    }

    /// Whether it has accounts besides the emergency access account. Then it is deployed to an
    /// organization.
    public var isOfAnOrganization: Bool { accounts.contains { $0.id != emergencyAccount } }

    /// Whether the plan has access by federation.
    public var hasFederation: Bool { identityProvider != nil }

    /// Whether there are break-glass users.
    public var hasUsers: Bool { !breakGlassUsers.isEmpty }

    /// Whether the identity provider is of one of these kinds.
    public func has(_ kinds: IdentityProvider.Kind...) -> Bool {
        identityProvider.map { kinds.contains($0.kind) } ?? false
    }
}
