import Templates

extension ChangeTable {
    /// The table for a terminal: account by account, stack by stack, inside a changed stack resource by
    /// resource; accounts and Regions in which the same happens together; what is lost, and how many
    /// changes there are, at the end.
    public var lines: [String] {
        var lines: [String] = []
        for block in blocks {
            lines += Self.heading(block.accounts)
            let changed = block.entries.filter { $0.act != .step(.none) }
            let width = changed.map(\.title.count).max() ?? 0
            for entry in changed { lines += entry.lines(width: width) }
            let same = block.entries.filter { $0.act == .step(.none) }
            if !same.isEmpty {
                let names = same.map { entry in
                    entry.title + (entry.regions.count > 1 ? " (\(entry.regions.count))" : "")
                }
                lines += Self.wrapped("  as planned: ", names)
            }
            lines.append("")
        }
        if !further.isEmpty {
            lines += ["beside stacks"] + further.map { "  \($0)" } + [""]
        }
        return lines + lossLines + counts.lines
    }

    /// Says once more, at the end, what is lost: a line for each resource, with all its places.
    private var lossLines: [String] {
        var order: [String] = []
        var places: [String: [String]] = [:]
        for (row, change) in losses {
            let what = "\(change.id) of \(row.name): \(change.loss ?? "")"
            if places[what] == nil { order.append(what) }
            places[what, default: []].append("\(row.place.account) \(row.place.region)")
        }
        guard !order.isEmpty else { return [] }
        return ["WARNING: this run loses what cannot be made again:"]
            + order.flatMap { what in
                ["  \(what)"] + Self.wrapped("    in ", Self.some(places[what] ?? []))
            } + [""]
    }

    private static func heading(_ accounts: [String]) -> [String] {
        accounts.count == 1
            ? ["account \(accounts[0])"]
            : wrapped("\(accounts.count) accounts: ", some(accounts))
    }

    /// The first twelve, and how many there are beside.
    static func some(_ names: [String]) -> [String] {
        names.count <= 12
            ? names : names.prefix(11) + ["and \(names.count - 11) more"]
    }

    /// A list with commas between, in lines of at most 100 characters.
    static func wrapped(_ start: String, _ names: [String]) -> [String] {
        let indentation = String(repeating: " ", count: start.prefix { $0 == " " }.count + 4)
        var lines: [String] = []
        var line = start
        for (index, name) in names.enumerated() {
            let word = index + 1 < names.count ? "\(name)," : name
            if line.count + word.count > 100, line != start {
                lines.append(String(line.dropLast()))
                line = indentation
            }
            line += word + (index + 1 < names.count ? " " : "")
        }
        return lines + [line]
    }
}

extension ChangeTable.Entry {
    /// The name as it is shown.
    var title: String { isOfStackSet ? "\(name) (stack set)" : name }

    /// The entry: a line, then its resources.
    func lines(width: Int) -> [String] {
        let pad = String(repeating: " ", count: width - title.count)
        let start = "  \(title)\(pad)  \(act.word)  "
        var lines = ChangeTable.wrapped(start, regions)
        if let reason = act.reason { lines.append("      \(reason)") }
        if let hint = act.hint { lines.append("      hint: \(hint)") }
        switch act.difference {
        case nil: break
        case .unknown(let why):
            lines.append("      cannot be shown resource by resource: \(why)")
        case .resources(let changes):
            let each = regions.count > 1 ? " in each Region" : ""
            let made = changes.filter { $0.kind == .create }
            switch act {
            case .step(.create), .step(.createAgain):
                lines.append(
                    "      \(made.count) \(made.count == 1 ? "resource" : "resources")\(each)")
                lines += changes.filter { $0.loss != nil }.flatMap(\.lines)
            default:
                if changes.isEmpty { lines.append("      no resource changes") }
                lines += changes.flatMap(\.lines)
            }
        }
        return lines
    }
}

extension ResourceChange {
    /// What happens to it, as a sign that people know from other programs.
    var sign: String {
        switch kind {
        case .create: "+"
        case .change: "~"
        case .replace: "-/+"
        case .mayReplace: "~/+"
        case .delete: "-"
        case .leave: "="
        }
    }

    /// A line, and one for what is lost.
    var lines: [String] {
        let pad = String(repeating: " ", count: 3 - sign.count)
        let what = properties.isEmpty ? "" : ": \(properties.joined(separator: ", "))"
        return ["      \(pad)\(sign) \(kind.rawValue) \(id) (\(type))\(what)"]
            + (loss.map { ["          LOST: \($0)"] } ?? [])
    }
}
