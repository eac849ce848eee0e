import Text

extension WatchList {
    /// What a planned role of that name in that account may do: a word of the plan, or
    /// ``RoleNames/breakGlassAccess``; `nil` where the plan has no such role.
    func access(ofRole name: String, in account: String) -> String? {
        let planned = planned(account)
        for access in plan.roles {
            if planned?.roles.contains(access.name) == true,
                RoleNames.workload(access.name).isSameName(as: name)
            {
                return access.name
            }
            if account == plan.emergencyAccount, isEmergencyRole(name, access: access.name) {
                return access.name
            }
        }
        guard planned != nil, name.isSameName(as: RoleNames.breakGlass) else { return nil }
        return RoleNames.breakGlassAccess
    }

    /// Whether an account of the plan has the number in that name, and the access.
    private func isEmergencyRole(_ name: String, access: String) -> Bool {
        guard let number = RoleNames.number(ofEmergencyRole: name, access: access) else {
            return false
        }
        return plan.accounts.contains { $0.number == number && $0.roles.contains(access) }
    }

    /// Whether a group of the IdP is one that the plan names by id.
    public func isEmergencyGroup(id: String) -> Bool {
        plan.accounts.contains { $0.groups.values.contains(id) }
    }

    /// Whether a group of the IdP is named as the plan names emergency groups.
    public func isEmergencyGroup(named name: String) -> Bool {
        guard let role = plan.roleName(inGroupName: name) else { return false }
        return plan.roles.contains { isEmergencyRole(role, access: $0.name) }
    }

    /// The emergency role that a group of the IdP opens, known by the plan's id of it or by its name.
    public func emergencyRole(ofGroup id: String?, named name: String?) -> EmergencyRole? {
        let roles = plan.emergencyRoles
        return roles.first { role in id.map(role.groups.contains) ?? false }
            ?? roles.first { role in name.map(role.groupName.isSameName) ?? false }
    }
}

extension Plan {
    /// The part of a group's name in the place of the plan's `{role}`; `nil` if the rest of the
    /// name differs.
    fileprivate func roleName(inGroupName name: String) -> String? {
        guard let pattern = identityProvider?.groupName,
            let place = pattern.firstRange(of: "{role}")
        else { return nil }
        let start = groupName(forRole: "", pattern: String(pattern[..<place.lowerBound])).utf8.count
        // The pattern may name the role more than once.
        let count = pattern.ranges(of: "{role}").count
        let length = name.utf8.count - groupName(forRole: "", pattern: pattern).utf8.count
        guard length > 0, length.isMultiple(of: count) else { return nil }
        let role = String(
            decoding: name.utf8.dropFirst(start).prefix(length / count), as: UTF8.self)
        return groupName(forRole: role).isSameName(as: name) ? role : nil
    }
}
