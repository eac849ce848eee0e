public import AccessPlan

/// What is deleted, and what stays and until when: shown before anything is deleted.
public struct RemovalTable: Sendable, Hashable {
    /// The plan.
    public let plan: Plan

    /// The stacks that are there.
    public let stacks: [FoundStack]

    /// The names of the stack sets that are there.
    public let stackSets: [String]

    /// Keys of hubs that were deleted before.
    public let keys: [LeftKey]

    /// Whether evidence is deleted, too.
    public let withEvidence: Bool

    /// Makes a table.
    public init(
        _ plan: Plan, stacks: [FoundStack], stackSets: [String], keys: [LeftKey],
        withEvidence: Bool
    ) {
        self.plan = plan
        self.stacks = stacks
        self.stackSets = stackSets
        self.keys = keys
        self.withEvidence = withEvidence
    }

    /// The stacks that are deleted, in stages.
    public func stacks(in stage: RemovalStage) -> [FoundStack] {
        guard withEvidence || stage != .evidence else { return [] }
        return stacks.filter { $0.stage == stage }
    }

    /// Whether there is nothing to delete.
    public var isEmpty: Bool {
        stackSets.isEmpty && RemovalStage.allCases.allSatisfy { stacks(in: $0).isEmpty }
    }

    /// What is deleted: a line for each stack set and for each stack of an account, in the order in which
    /// they go.
    public var lines: [String] {
        let sets = RemovalStage.groups(ofStackSets: stackSets).flatMap { $0 }.map { name in
            Self.columns("stack set", name, "its stacks in every account and Region, and itself")
        }
        return sets + RemovalStage.allCases.flatMap { lines(of: stacks(in: $0)) } + lost
    }

    private func lines(of stacks: [FoundStack]) -> [String] {
        var order: [[String]] = []
        var regions: [[String]: [String]] = [:]
        for stack in stacks {
            let key = [stack.account, stack.name]
            if regions[key] == nil { order.append(key) }
            regions[key, default: []].append(stack.region)
        }
        return order.map { key in
            let names = regions[key]?.sorted() ?? []
            let shown =
                names.count > 6
                ? names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more Regions"
                : names.joined(separator: ", ")
            return Self.columns(key[0], key[1], shown)
        }
    }

    /// What people and machines lose with the stacks.
    private var lost: [String] {
        var lost: [String] = []
        if !stacks(in: .access).isEmpty, plan.hasUsers {
            lost.append(
                "With breakglass-access: passwords, MFA devices and access keys of "
                    + plan.breakGlassUsers.joined(separator: ", ") + ".")
        }
        if !stacks(in: .hub).isEmpty {
            lost.append(
                "With breakglass-hub: topics with their subscriptions, the table of alerts, sessions "
                    + "and drills, and messages in queues.")
        }
        if withEvidence, !stacks(in: .evidence).isEmpty {
            lost.append(
                "With the evidence: every archived event, the functions' logs, and the log files of a "
                    + "trail that was made. Nobody can bring them back.")
        }
        return lost.isEmpty ? [] : [""] + lost
    }

    static func columns(_ account: String, _ name: String, _ rest: String) -> String {
        func column(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        return "\(column(account, 12))  \(column(name, 28)) \(rest)"
    }
}
