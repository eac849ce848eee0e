/// Who gets access to which account, by which role or user, and with which permissions: the mapping
/// table of AWS's guide.
///
/// Source: IAM Identity Center User Guide, "Emergency access mapping design".
public struct Mapping: Sendable, Hashable {
    /// One role or user, as a line of the table.
    public struct Row: Sendable, Hashable {
        /// The account's id.
        public var account: String

        /// What people call the account.
        public var accountName: String

        /// The role, or the user.
        public var role: String

        /// Who may assume it: a role, users, a SAML provider.
        public var trustedBy: String

        /// What it may do: managed policies, files, or the roles it leads to.
        public var permissions: [String]

        /// The IdP's group whose members may assume it; `nil` for break-glass users.
        public var group: String?
    }

    /// Roles in workload accounts, by which people do their work, in the order of the plan.
    public var workload: [Row] = []

    /// Roles and users in the emergency access account, by which people begin.
    public var emergency: [Row] = []

    /// Roles and accounts of the plan that nobody can reach: sentences without a full stop.
    public var remarks: [String] = []

    /// All lines, those of workload accounts first, as in the guide.
    public var rows: [Row] { workload + emergency }
}

extension Plan {
    /// The mapping table of AWS's guide.
    public var mapping: Mapping {
        var mapping = Mapping()
        mapping.workload = accounts.flatMap { rows(of: $0) }
        mapping.emergency = emergencyRows + userRows
        mapping.remarks = remarks
        return mapping
    }

    /// What is unusual about the plan, although it is valid.
    private var remarks: [String] {
        var remarks: [String] = []
        if !hasFederation, !hasUsers {
            remarks.append(
                "nobody can get in: the plan names neither breakGlassUsers nor an identityProvider")
        } else if !hasFederation, roles != Access.guide {
            remarks.append(
                "roles are for people of an identityProvider, and the plan names none: only "
                    + "\(RoleNames.breakGlass) is made")
        }
        if accounts.isEmpty { remarks.append("the plan names no accounts: nobody can do anything") }
        if hasUsers, breakGlassUsers.count < 2 {
            remarks.append("one break-glass user is locked out with one lost device: name two")
        }
        return remarks
    }

    private func rows(of account: Account) -> [Mapping.Row] {
        func row(_ role: String, _ trusted: String, _ permissions: [String], _ group: String?)
            -> Mapping.Row
        {
            Mapping.Row(
                account: account.id, accountName: account.name, role: role, trustedBy: trusted,
                permissions: permissions, group: group)
        }
        var rows: [Mapping.Row] = []
        for access in roles where hasFederation && account.roles.contains(access.name) {
            let taker = RoleNames.emergency(number: account.number, access: access.name)
            rows.append(
                row(
                    RoleNames.workload(access.name), taker,
                    access.managedPolicies + access.inlinePolicies, groupName(forRole: taker)))
        }
        if hasUsers {
            rows.append(
                row(
                    RoleNames.breakGlass, breakGlassUsers.joined(separator: ", ") + " with MFA",
                    breakGlassRole.managedPolicies, nil))
        }
        return rows
    }

    private var emergencyRows: [Mapping.Row] {
        emergencyRoles.filter { _ in hasFederation }.map { role in
            Mapping.Row(
                account: emergencyAccount, accountName: emergencyAccountName, role: role.name,
                trustedBy: "SAML provider \(identityProvider?.samlProvider ?? "")",
                permissions: [Self.taking(RoleNames.workload(role.access), in: role.accounts)],
                group: role.groupName)
        }
    }

    private var userRows: [Mapping.Row] {
        breakGlassUsers.map { user in
            Mapping.Row(
                account: emergencyAccount, accountName: emergencyAccountName, role: user,
                trustedBy: "password and MFA",
                permissions: [Self.taking(RoleNames.breakGlass, in: accounts.map(\.id))],
                group: nil)
        }
    }

    /// Lists up to three accounts, and counts more than that.
    private static func taking(_ role: String, in accounts: [String]) -> String {
        let places =
            accounts.count > 3 ? "\(accounts.count) accounts" : accounts.joined(separator: ", ")
        return "sts:AssumeRole \(role) in \(places.isEmpty ? "no account" : places)"
    }

    /// What people call the emergency access account.
    var emergencyAccountName: String {
        accounts.first { $0.id == emergencyAccount }?.name ?? Self.emergencyAccountName
    }

    /// Its name, unless it is also a planned account.
    public static let emergencyAccountName = "emergency-access"
}
