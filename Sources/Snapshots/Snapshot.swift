// Snapshots: what one run read: each part observed, or unavailable with its reason.

public import AccessPlan

/// Everything the checks look at, as AWS and the identity provider state it in one night.
///
/// Values, not judgements. Whoever collects fills the parts in any order, from as many tasks as it
/// likes, each part by itself; what nobody filled says so (``Unavailable/Reason/notReached``) and is
/// never taken for "as planned". A thousand accounts fit in memory when equal texts share their
/// storage (``SharedValues``).
public struct Snapshot: Sendable {
    /// When the run began: seconds since 1970, UTC.
    public var takenAt: Int

    /// The organisation's accounts.
    public var organization = Organization()

    /// The emergency access account and every planned account, by id.
    public var accounts: [String: Account] = [:]

    /// What only the emergency access account has.
    public var emergencyAccount = EmergencyAccount()

    /// The identity provider's side of federation.
    public var identityProvider = IdentityProvider()

    /// The hubs by Region, home and standby.
    public var hubs: [String: Hub] = [:]

    /// What EventBridge answered about each distinct event pattern, by the pattern's text.
    public var patternTests: [String: Observed<PatternTest>] = [:]

    /// What earlier runs and alerts left in the state table.
    public var history = History()

    /// The declared emergency or drill; `.observed(nil)` when the table says there is none.
    public var declaration: Observed<Declaration?> = .notReached("the declared emergency")

    /// Makes a snapshot in which nothing was read yet.
    /// - Parameter takenAt: seconds since 1970, UTC.
    public init(takenAt: Int) {
        self.takenAt = takenAt
    }
}

extension Snapshot {
    /// An account of the plan; one that nobody read has nothing but reasons.
    public func account(_ id: String) -> Account {
        accounts[id] ?? Account(id: id)
    }

    /// A role by its name, without path.
    public func role(_ name: String, in account: String) -> Observed<Role> {
        self.account(account).roles[name] ?? .notReached("role \(name) in account \(account)")
    }

    /// A hub; one that nobody read has nothing but reasons.
    public func hub(_ region: String) -> Hub {
        hubs[region] ?? Hub(region: region)
    }
}
