/// What a stack set has to do so that its stacks are where they should be.
///
/// Source: CloudFormation API, `DeploymentTargets`: a filter narrows the organizational units of a
/// service-managed stack set. <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html>
public struct StackSetInstances: Sendable {
    /// A Region of an account.
    public struct Place: Sendable, Hashable {
        /// Twelve digits.
        public let account: String
        /// The Region.
        public let region: String

        /// Makes a place.
        public init(account: String, region: String) {
            self.account = account
            self.region = region
        }
    }

    /// One request of CloudFormation.
    public struct Operation: Sendable, Hashable {
        /// The kinds of requests.
        public enum Kind: String, Sendable { case create, delete }

        /// `AccountFilterType`.
        public enum Filter: String, Sendable {
            /// Every account of the units.
            case none = "NONE"
            /// The accounts that are named.
            case intersection = "INTERSECTION"
            /// Every account but those that are named.
            case difference = "DIFFERENCE"
        }

        /// What to do.
        public let kind: Kind
        /// Which accounts are meant.
        public let filter: Filter
        /// The accounts that are named, in order.
        public let accounts: [String]
        /// The Regions, in order.
        public let regions: [String]
    }

    /// What to do, deletions first.
    public let operations: [Operation]

    /// Where stacks are made, in order.
    public let made: [Place]

    /// Where stacks are deleted, in order.
    public let deleted: [Place]

    /// Where stacks are as they should be, in order.
    public let kept: [Place]

    /// Stacks that are there and need not be current: what is denied or off by now.
    public let ignored: [Place]

    /// Compares what is there with what should be.
    /// - Parameters:
    ///   - wanted: where stacks should be.
    ///   - present: where the stack set has stacks.
    ///   - reachable: every account that the stack set could reach.
    ///   - isForAll: whether the stack set is for all accounts, those to come included. Otherwise its
    ///     stacks in other accounts are deleted.
    public init(
        wanted: Set<Place>, present: Set<Place>, reachable: Set<String>, isForAll: Bool
    ) {
        var operations: [Operation] = []
        var leaving: Set<Place> = []
        let accounts = Set(wanted.map(\.account))
        if !isForAll {
            // An account that has left the organization cannot be told anything.
            let leftOver = present.filter {
                !accounts.contains($0.account) && reachable.contains($0.account)
            }
            leaving = leftOver
            operations += Self.grouped(leftOver).map { names, regions in
                Operation(kind: .delete, filter: .intersection, accounts: names, regions: regions)
            }
        }
        let begun = Set(present.map(\.region))
        for (names, regions) in Self.grouped(wanted.subtracting(present)) {
            // The first request for a Region says which accounts to come get it, too.
            let fresh = isForAll ? regions.filter { !begun.contains($0) } : []
            let further = regions.filter { !fresh.contains($0) }
            let others = reachable.subtracting(names).sorted()
            if !fresh.isEmpty {
                let most = names.count > others.count
                operations.append(
                    Operation(
                        kind: .create,
                        filter: others.isEmpty ? .none : most ? .difference : .intersection,
                        accounts: others.isEmpty ? [] : most ? others : names, regions: fresh))
            }
            if !further.isEmpty {
                operations.append(
                    Operation(
                        kind: .create, filter: .intersection, accounts: names, regions: further))
            }
        }
        self.operations = operations
        made = Self.sorted(wanted.subtracting(present))
        deleted = Self.sorted(leaving)
        kept = Self.sorted(wanted.intersection(present))
        ignored = Self.sorted(present.subtracting(wanted))
    }

    private static func sorted(_ places: Set<Place>) -> [Place] {
        places.sorted { ($0.account, $0.region) < ($1.account, $1.region) }
    }

    /// Regions that are meant for the same accounts, together.
    private static func grouped(
        _ places: some Sequence<Place>
    ) -> [(accounts: [String], regions: [String])] {
        let byRegion = Dictionary(grouping: places, by: \.region)
            .mapValues { $0.map(\.account).sorted() }
        let byAccounts = Dictionary(grouping: byRegion.keys) { byRegion[$0] ?? [] }
        return byAccounts.map { ($0.key, $0.value.sorted()) }
            .sorted { $0.regions[0] < $1.regions[0] }
    }
}
