import AccessPlan

extension RegionMatrix {
    /// A line for each account: how many of its Regions are in each state.
    public var summary: [String] {
        var order: [String] = []
        var cellsOf: [String: [Cell]] = [:]
        for cell in cells {
            if cellsOf[cell.account] == nil { order.append(cell.account) }
            cellsOf[cell.account, default: []].append(cell)
        }
        let names = Dictionary(plan.accounts.map { ($0.id, $0.name) }) { first, _ in first }
        return order.map { account in
            var counts: [String: Int] = [:]
            var doubts: Set<String> = []
            for cell in cellsOf[account] ?? [] {
                counts[cell.state.word, default: 0] += 1
                if case .covered(let doubt?) = cell.state { doubts.insert(doubt) }
            }
            let parts = [
                "covered", "denied", "waived", "skipped", "enabling", "unknown", "unreached", "off",
            ]
            .compactMap { word in counts[word].map { "\($0) \(word)" } }
            let doubt =
                doubts.isEmpty
                ? "" : "; open whether \(doubts.sorted().joined(separator: ", ")) denies some"
            return "\(account)  \(names[account] ?? "-")  \(parts.joined(separator: ", "))\(doubt)"
        }
    }
}

extension RegionMatrix.State {
    fileprivate var word: String {
        switch self {
        case .covered: "covered"
        case .denied: "denied"
        case .waived: "waived"
        case .skipped: "skipped"
        case .off: "off"
        case .enabling: "enabling"
        case .unknown: "unknown"
        case .unreached: "unreached"
        }
    }
}
