extension StackSetInstances {
    /// Compares a stack set with the Regions that get rules.
    /// - Parameters:
    ///   - matrix: every account and Region.
    ///   - present: where the stack set has stacks.
    ///   - accounts: those that stacks are for; `nil` is all, those to come included.
    ///   - region: the one Region of a stack set that goes to each account once; `nil` where it goes to
    ///     every covered Region.
    ///   - management: the management account, which stack sets do not reach.
    public init(
        _ matrix: RegionMatrix, present: Set<Place>, accounts: Set<String>?, region: String?,
        management: String
    ) {
        var covered: Set<Place> = []
        var reachable: Set<String> = []
        // An account is out of reach as a whole, even if only one of its Regions says so.
        var unreached: Set<String> = [management]
        for cell in matrix.cells {
            switch cell.state {
            case .unreached: unreached.insert(cell.account)
            case .covered: covered.insert(Place(account: cell.account, region: cell.region))
            default: break
            }
            reachable.insert(cell.account)
        }
        reachable.subtract(unreached)
        let meant = accounts.map(reachable.intersection) ?? reachable
        let wanted =
            region.map { region in Set(meant.map { Place(account: $0, region: region) }) }
            ?? covered.filter { meant.contains($0.account) }
        self.init(
            wanted: wanted, present: present, reachable: reachable, isForAll: accounts == nil)
    }
}

extension RegionMatrix {
    /// Every account and Region that gets rules.
    public var places: Set<StackSetInstances.Place> {
        Set(
            cells.compactMap { cell in
                guard case .covered = cell.state else { return nil }
                return StackSetInstances.Place(account: cell.account, region: cell.region)
            })
    }
}
