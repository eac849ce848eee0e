extension StackSetInstances {
    /// Reads what ``RegionMatrix/lines`` writes, and what the stack set has.
    /// - Parameters:
    ///   - matrix: account, Region, state, why; a line each, tabs between.
    ///   - instances: account and Region of each stack that is there; more columns are ignored.
    ///   - accounts: those that stacks are for; `nil` is all, those to come included.
    ///   - region: the one Region of a stack set that goes to each account once; `nil` where it goes to
    ///     every covered Region.
    ///   - leftOut: accounts that stack sets do not reach: the management account.
    public init(
        matrix: String, instances: String, accounts: Set<String>?, region: String?,
        leftOut: Set<String>
    ) {
        func rows(_ text: String) -> [[String]] {
            text.split(separator: "\n").map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
        }
        var covered: Set<Place> = []
        var reachable: Set<String> = []
        for row in rows(matrix) where row.count >= 3 && !leftOut.contains(row[0]) {
            if row[2] == "covered" { covered.insert(Place(account: row[0], region: row[1])) }
            if row[2] != "unreached" { reachable.insert(row[0]) }
        }
        // An account is out of reach as a whole, even if only one of its Regions says so.
        for row in rows(matrix) where row.count >= 3 && row[2] == "unreached" {
            reachable.remove(row[0])
        }
        let meant = accounts.map(reachable.intersection) ?? reachable
        let wanted =
            region.map { region in
                Set(meant.map { Place(account: $0, region: region) })
            } ?? covered.filter { meant.contains($0.account) }
        let present = rows(instances).filter { $0.count >= 2 }
            .map { Place(account: $0[0], region: $0[1]) }
        self.init(
            wanted: wanted, present: Set(present), reachable: reachable, isForAll: accounts == nil)
    }
}
