/// The watch list: built once from the plan, and used for every event.
public struct WatchList: Sendable {
    /// The plan that it was made from.
    public let plan: Plan

    /// Every resource on the list, except the planned roles: those follow from the plan's accounts.
    public let watched: [Watched]

    private let byType: [ResourceKind: [Watched]]

    /// Whether the plan guards anything.
    public let hasGuards: Bool

    /// Indexes of the planned accounts by id.
    private let accounts: [String: Int]

    /// Makes the watch list of a plan.
    public init(_ plan: Plan) {
        self.init(plan, watched: plan.watched)
    }

    /// An empty watch list, for an event that is read without a plan.
    public static let empty = WatchList(
        Plan(organization: "", emergencyAccount: "", home: ""), watched: [])

    private init(_ plan: Plan, watched: [Watched]) {
        self.plan = plan
        self.watched = watched
        byType = Dictionary(grouping: watched, by: \.type)
        hasGuards = watched.contains(where: \.isGuarded)
        var accounts: [String: Int] = [:]
        accounts.reserveCapacity(plan.accounts.count)
        for (index, account) in plan.accounts.enumerated() { accounts[account.id] = index }
        self.accounts = accounts
    }

    /// The planned account with that id.
    func planned(_ account: String) -> Plan.Account? {
        accounts[account].map { plan.accounts[$0] }
    }

    /// The name of a planned account or of the emergency access account.
    public func accountName(_ account: String) -> String? {
        if let planned = planned(account) { return planned.name }
        return isPlannedAccount(account) ? Plan.emergencyAccountName : nil
    }

    /// A role whose use raises an alert: emergency, workload, break-glass or guarded.
    public struct UsedRole: Sendable {
        /// The plan's word for what it may do; `nil` for a guarded role.
        public let access: String?
    }

    /// The role of that name in that account, if its use raises an alert. Its ARN is compared, too,
    /// where the event gives it.
    public func usedRole(_ name: String?, in account: String?, arn: String? = nil) -> UsedRole? {
        guard let name, let account else { return nil }
        if let access = access(ofRole: name, in: account) { return UsedRole(access: access) }
        let guarded = byType[.iamRole]?.contains {
            $0.account != nil && $0.isIn(account: account, region: nil) && $0.matches(name: name)
                && $0.isOnPath(of: arn)
        }
        return guarded == true ? UsedRole(access: nil) : nil
    }

    /// Whether a role is one that the alert path runs as, or that the checker reads with.
    public func isInfrastructureRole(_ name: String?) -> Bool {
        guard let name else { return false }
        return byType[.iamRole]?.contains { $0.account == nil && $0.matches(name: name) } ?? false
    }

    /// Whether a user is a break-glass user or a guarded one.
    public func isWatchedUser(_ name: String?, in account: String?) -> Bool {
        guard let name, let account else { return false }
        return find(.iamUser, name, account: account, region: nil) != nil
    }

    /// Whether the root user of an account is watched: that of the emergency access account, of a
    /// planned account, or a guarded one.
    public func isWatchedRoot(of account: String?) -> Bool {
        guard let account else { return false }
        return isPlannedAccount(account)
            || find(.root, "root", account: account, region: nil) != nil
    }

    /// The ARN of an account's root user.
    public func rootARN(of account: String?) -> String {
        plan.rootARN(of: account ?? "")
    }

    /// Whether an ARN is that of a watched user, or of a session of a watched role.
    public func isWatchedIdentity(_ arn: ARN) -> Bool {
        if let session = AssumedRoleARN(arn.text) {
            return usedRole(session.roleName, in: session.account) != nil
        }
        return arn.resource == "root"
            ? isWatchedRoot(of: arn.account)
            : arn.resource.hasPrefix("user/")
                && isWatchedUser(arn.lastPathComponent, in: arn.account)
    }

    /// Whether a SAML provider is that of emergency access.
    public func isWatchedProvider(_ arn: String?) -> Bool {
        guard let arn, let arn = try? ARN(arn), arn.resource.hasPrefix("saml-provider/") else {
            return false
        }
        return find(.samlProvider, arn.lastPathComponent, account: arn.account, region: nil)
            != nil
    }

    /// Whether an account is the emergency access account.
    public func isEmergencyAccount(_ account: String?) -> Bool { account == plan.emergencyAccount }

    /// Whether an account is planned, or the emergency access account.
    public func isPlannedAccount(_ account: String?) -> Bool {
        guard let account, !account.isEmpty else { return false }
        return accounts[account] != nil || isEmergencyAccount(account)
    }

    /// The watched resource that an event names, in any form.
    public func resource(_ reference: ResourceReference) -> Watched? {
        let account = reference.account ?? ""
        switch reference.type {
        case .root where isWatchedRoot(of: account):
            return find(.root, "root", account: account, region: nil)
                ?? Watched(
                    type: .root, account: account, region: nil, name: "root",
                    arn: rootARN(of: account))
        case .iamRole:
            if access(ofRole: reference.name, in: account) != nil {
                return Watched(
                    type: .iamRole, account: account, region: nil, name: reference.name,
                    arn: reference.arn
                        ?? plan.roleARN(reference.name, in: account))
            }
        default: break
        }
        return find(
            reference.type, reference.name, account: account, region: reference.region,
            arn: reference.arn)
    }

    private func find(
        _ type: ResourceKind, _ name: String, account: String, region: String?, arn: String? = nil
    ) -> Watched? {
        // A subscription is watched through its topic.
        byType[type == .snsSubscription ? .snsTopic : type]?.first {
            $0.isIn(account: account, region: region) && $0.matches(name: name)
                && $0.isOnPath(of: arn)
        }
    }
}
