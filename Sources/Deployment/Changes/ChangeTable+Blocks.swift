import Templates

extension ChangeTable {
    /// What happens to the stacks of one name, in all places where the same happens.
    struct Entry: Hashable {
        let name: String
        let isOfStackSet: Bool
        let act: Act
        /// In the order of the rows.
        var regions: [String] = []
    }

    /// Accounts in which the same happens.
    struct Block: Hashable {
        /// In the order of the rows.
        var accounts: [String]
        let entries: [Entry]
    }

    /// The rows, folded twice: Regions of an account, then accounts.
    var blocks: [Block] {
        var order: [String] = []
        var entries: [String: [Entry]] = [:]
        var places: [String: [Entry: Int]] = [:]
        for row in rows {
            let account = row.place.account
            if entries[account] == nil { order.append(account) }
            var entry = Entry(name: row.name, isOfStackSet: row.isOfStackSet, act: row.act)
            if let place = places[account]?[entry] {
                entries[account]?[place].regions.append(row.place.region)
            } else {
                places[account, default: [:]][entry] = entries[account]?.count ?? 0
                entry.regions = [row.place.region]
                entries[account, default: []].append(entry)
            }
        }
        var blocks: [Block] = []
        var known: [[Entry]: Int] = [:]
        for account in order {
            let own = entries[account] ?? []
            if let place = known[own] {
                blocks[place].accounts.append(account)
            } else {
                known[own] = blocks.count
                blocks.append(Block(accounts: [account], entries: own))
            }
        }
        return blocks
    }
}
