extension ChangeTable {
    /// How many stacks and resources change.
    public struct Counts: Sendable, Hashable {
        /// Stacks by the word for what happens to them.
        public var stacks: [String: Int] = [:]
        /// Resources by what happens to them.
        public var resources: [ResourceChange.Kind: Int] = [:]
        /// Stacks that cannot be shown resource by resource.
        public var unknown = 0

        /// Two lines: stacks, then resources. What never happens to our stacks is named only if it
        /// happens.
        public var lines: [String] {
            func line(_ parts: [(count: Int?, text: String, isAlways: Bool)]) -> String {
                parts.filter { $0.isAlways || $0.count ?? 0 > 0 }
                    .map { "\($0.count ?? 0) \($0.text)" }.joined(separator: ", ")
            }
            let made = (stacks["create"] ?? 0) + (stacks["create again"] ?? 0)
            return [
                "stacks: "
                    + line([
                        (made, "to create", true), (stacks["update"], "to update", true),
                        (stacks["delete"], "to delete", true),
                        (stacks["wait"], "to wait for", false),
                        (stacks["roll back"], "to roll back", false),
                        (stacks["refused"], "refused", false),
                        (stacks["as planned"], "as planned", true),
                    ]),
                "resources: "
                    + line([
                        (resources[.create], "to create", true),
                        (resources[.change], "to change", true),
                        (resources[.replace], "to replace", true),
                        (resources[.mayReplace], "that may be replaced", false),
                        (resources[.delete], "to delete", true),
                        (resources[.leave], "to leave behind", false),
                    ])
                    + (unknown > 0
                        ? "; not counted: \(unknown) \(unknown == 1 ? "stack" : "stacks") that "
                            + "cannot be shown resource by resource" : ""),
            ]
        }
    }

    /// How many stacks and resources change, over all accounts and Regions.
    public var counts: Counts {
        rows.reduce(into: Counts()) { counts, row in
            counts.stacks[row.act.word, default: 0] += 1
            for change in row.act.difference?.changes ?? [] {
                counts.resources[change.kind, default: 0] += 1
            }
            if case .unknown? = row.act.difference { counts.unknown += 1 }
        }
    }
}
