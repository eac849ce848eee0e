// Snapshots: what one run read: each part observed, or unavailable with its reason.

public import AccessPlan

/// Everything that the checks evaluate, as AWS and the identity provider report it in one run.
///
/// Facts, not judgments. The collector fills the parts in any order, from several tasks. A part
/// that was not filled is unavailable (``Unavailable/Reason/notReached``) and never counts as "as
/// planned". A thousand accounts fit in memory because equal texts share their storage
/// (``SharedValues``).
public struct Snapshot: Sendable {
    /// When the run began: seconds since 1970, UTC.
    public var takenAt: Int

    /// The organization's accounts.
    public var organization = Organization()

    /// The emergency access account and every planned account, by id.
    public var accounts: [String: Account] = [:]

    /// What only the emergency access account has.
    public var emergencyAccount = EmergencyAccount()

    /// The identity provider's side of federation.
    public var identityProvider = IdentityProvider()

    /// The hubs by Region, home and standby.
    public var hubs: [String: Hub] = [:]

    /// The due events of the last days, and what became of them.
    public var ledger = Ledger()

    /// What EventBridge answered about each distinct event pattern, by the pattern's text.
    public var patternTests: [String: Observed<PatternTest>] = [:]

    /// What earlier runs and alerts left in the state table.
    public var history = History()

    /// The declared emergency or drill; `.observed(nil)` when nothing is declared.
    public var declaration: Observed<Declaration?> = .notReached("the declared emergency")

    /// Makes a snapshot in which nothing was read yet.
    /// - Parameter takenAt: seconds since 1970, UTC.
    public init(takenAt: Int) {
        self.takenAt = takenAt
    }
}

extension Snapshot {
    /// An account of the plan; every part of an account that was not read is unavailable.
    public func account(_ id: String) -> Account {
        accounts[id] ?? Account(id: id)
    }

    /// A role by its name, without path.
    public func role(_ name: String, in account: String) -> Observed<Role> {
        self.account(account).roles[name] ?? .notReached("role \(name) in account \(account)")
    }

    /// A hub; every part of a hub that was not read is unavailable.
    public func hub(_ region: String) -> Hub {
        hubs[region] ?? Hub(region: region)
    }
}
