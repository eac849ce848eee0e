/// A role that the collector reads because checks need it.
public struct RoleToRead: Sendable, Hashable {
    /// Its name; it has no path.
    public let name: String

    /// Its ARN.
    public let arn: String

    /// The roles it must be able to assume: for an emergency role, its workload roles; empty for a
    /// role in which people work.
    public let hops: [String]
}

extension Plan {
    /// The planned roles of an account: emergency roles, workload roles, the break-glass users' role.
    public func rolesToRead(in account: String) -> [RoleToRead] {
        let first = hasFederation && account == emergencyAccount ? emergencyRoles : []
        let emergency = first.map { role in
            RoleToRead(
                name: role.name, arn: role.arn,
                hops: role.accounts.map { roleARN(RoleNames.workload(role.access), in: $0) })
        }
        // Called for each of a thousand accounts, so it computes the roles of this account only.
        let work = accounts.filter { $0.id == account }.flatMap { planned in
            (hasFederation ? planned.roles.map(RoleNames.workload) : [])
                + (hasUsers ? [RoleNames.breakGlass] : [])
        }
        return emergency
            + work.map { RoleToRead(name: $0, arn: roleARN($0, in: account), hops: []) }
    }

    /// Whether a role's session lets somebody act: a planned role of any account.
    ///
    /// - Parameter arn: of the role.
    /// - Returns: whether the plan names it.
    public func isPlannedRole(_ arn: String) -> Bool {
        guard let account = (try? ARN(arn))?.account else { return false }
        return rolesToRead(in: account).contains { $0.arn == arn }
    }
}
