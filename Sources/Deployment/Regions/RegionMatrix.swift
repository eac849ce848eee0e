public import AccessPlan
import Partitions

/// Every account and Region that could have rules: enabled or not, denied by a policy or not, covered
/// or not.
public struct RegionMatrix: Sendable {
    /// One Region of one account.
    public struct Cell: Sendable, Hashable {
        /// The account's id.
        public let account: String
        /// The Region.
        public let region: String
        /// What happens to it.
        public let state: State
    }

    /// What happens to a Region of an account.
    public enum State: Sendable, Hashable {
        /// It gets rules. A policy may be in the way, which could not be told: the policy in words.
        case covered(unless: String?)
        /// It is enabled, and a policy denies what is needed: the policy in words.
        case denied(by: String)
        /// It is enabled, the plan waives it, and the policies do not tell whether rules could be made.
        case waived
        /// It is enabled, and the operator leaves it out.
        case skipped
        /// It is not enabled.
        case off
        /// It is being enabled: events are recorded there already, and nothing can be made yet.
        case enabling
        /// Whether it is enabled is not known: why.
        case unknown(because: String)
        /// It is enabled, and nothing that is deployed reaches the account: why.
        case unreached(because: String)
    }

    /// An account, and what is known of it.
    public struct Account: Sendable, Hashable {
        /// Twelve digits.
        public var id: String
        /// The status of each Region, by name; `nil` if it could not be read.
        public var regions: [String: RegionStatus]?
        /// Why the Regions are not known.
        public var unread = ""
        /// Why nothing that is deployed reaches the account; `nil` if something does.
        public var unreached: String?
        /// Who makes the rules there, for conditions of policies; `nil` where no policy binds.
        public var deployer: String?

        /// Makes an account.
        public init(id: String, regions: [String: RegionStatus]?) {
            self.id = id
            self.regions = regions
        }
    }

    /// The plan.
    let plan: Plan

    /// The day that waivers are judged by.
    let day: String

    /// By account as given, then by Region.
    public let cells: [Cell]

    /// Fills in the matrix.
    /// - Parameters:
    ///   - plan: names partition and waivers.
    ///   - accounts: those that rules are for.
    ///   - policies: of the organization; `nil` where there is none or it could not be read.
    ///   - day: `YYYY-MM-DD`; a waiver that ended before does not count.
    ///   - skipped: Regions that the operator leaves out.
    public init(
        _ plan: Plan, accounts: [Account], policies: PolicyTree?, on day: String,
        skipped: Set<String> = []
    ) {
        self.plan = plan
        self.day = day
        // What is on in every account is known although an account could not be asked.
        let everywhere = accounts.compactMap(\.regions).reduce(into: [String: RegionStatus]()) {
            $0.merge($1.filter { $0.value == .enabledByDefault }) { first, _ in first }
        }
        let optional = Set(accounts.compactMap(\.regions).flatMap(\.keys))
            .subtracting(everywhere.keys)
        cells = accounts.flatMap { account in
            var known = account.regions ?? everywhere
            for region in plan.globalSignInRegions where known[region]?.isOn != true {
                known[region] = .enabledByDefault
            }
            var states = known.mapValues { status -> State in
                status.isOn ? .covered(unless: nil) : status == .enabling ? .enabling : .off
            }
            if account.regions == nil, account.unreached == nil {
                for region in optional { states[region] = .unknown(because: account.unread) }
            }
            return states.sorted { $0.key < $1.key }.compactMap { region, state -> Cell? in
                guard Partition(region: region).name == plan.partition else { return nil }
                return Cell(
                    account: account.id, region: region,
                    state: skipped.contains(region) && state != .off
                        ? .skipped : Self.state(state, of: account, region, policies, plan, day))
            }
        }
    }

    private static func state(
        _ state: State, of account: Account, _ region: String, _ policies: PolicyTree?,
        _ plan: Plan, _ day: String
    ) -> State {
        guard case .covered = state else { return state }
        if let why = account.unreached { return .unreached(because: why) }
        let isWaived = plan.regionWaiver(account.id, region, on: day) != nil
        guard let policies else { return isWaived ? .waived : state }
        guard let deployer = account.deployer else { return state }
        var doubt: String?
        for (action, region) in plan.callsForRules(in: region) {
            let request = PolicyRequest(
                action: action, region: region, principal: deployer, account: account.id)
            switch policies.verdict(on: request) {
            case .allowed: break
            case .denied(let policy): return .denied(by: policy)
            case .open(let policy): doubt = doubt ?? policy
            }
        }
        return doubt != nil && isWaived ? .waived : .covered(unless: doubt)
    }
}
