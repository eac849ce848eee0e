import AccessPlan

extension RegionMatrix {
    /// For programs: account, Region, state, why; a line each, tabs between.
    public var lines: String {
        cells.map { cell in
            let (word, why) = cell.state.words
            let line = [cell.account, cell.region, word, why]
            return line.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// For people: a line for each account.
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
                counts[cell.state.words.word, default: 0] += 1
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
    /// One word for programs, and why; `-` where there is nothing to say.
    var words: (word: String, why: String) {
        switch self {
        case .covered(let doubt): ("covered", doubt.map { "\($0) may deny it" } ?? "-")
        case .denied(let policy): ("denied", "\(policy) denies it")
        case .waived: ("waived", "the plan waives it, and whether a policy denies it is open")
        case .skipped: ("skipped", "--skip names it")
        case .off: ("off", "it is not enabled in this account")
        case .enabling: ("enabling", "it is being enabled; run this again when it is")
        case .unknown(let why): ("unknown", why)
        case .unreached(let why): ("unreached", why)
        }
    }
}
