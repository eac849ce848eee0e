extension Plan {
    /// What the functions need of the plan.
    public var compiled: CompiledPlan {
        var compiled = CompiledPlan(
            organization: organization, emergencyAccount: emergencyAccount, home: regions.home)
        compiled.partition = partition
        compiled.standby = regions.standby
        compiled.runbook = runbook
        compiled.identityProvider = identityProvider.map(compiledProvider)
        compiled.accountNames = Dictionary(
            accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }
        ).merging([emergencyAccount: Self.emergencyAccountName]) { planned, _ in planned }
        compiled.breakGlassUsers = breakGlassUsers
        compiled.responders = responders
        compiled.roles = watchedRoles
        compiled.watched = access + alertPath + guarded.map { Watched($0) }
        return compiled
    }

    private func compiledProvider(_ provider: IdentityProvider) -> CompiledPlan.IdentityProvider {
        CompiledPlan.IdentityProvider(
            kind: provider.kind.rawValue, domain: provider.domain, app: provider.app,
            samlProvider: provider.samlProvider, groupName: provider.groupName,
            groups: Set(accounts.flatMap(\.groups.values)).sorted())
    }

    /// Emergency roles, workload roles and the break-glass role, grouped by access.
    private var watchedRoles: [WatchedRoles] {
        roles.flatMap { access in
            let planned = accounts.filter { $0.roles.contains(access.name) }
            return [
                WatchedRoles(
                    access: access.name, names: [RoleNames.workload(access.name)],
                    accounts: planned.map(\.id)),
                WatchedRoles(
                    access: access.name,
                    names: planned.map {
                        RoleNames.emergency(number: $0.number, access: access.name)
                    },
                    accounts: planned.isEmpty ? [] : [emergencyAccount]),
            ].filter { !$0.accounts.isEmpty }
        } + breakGlassRoles
    }

    private var breakGlassRoles: [WatchedRoles] {
        accounts.isEmpty
            ? []
            : [
                WatchedRoles(
                    access: WatchedRoles.breakGlass, names: [RoleNames.breakGlass],
                    accounts: accounts.map(\.id))
            ]
    }
}
