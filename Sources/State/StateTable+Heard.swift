public import AWSClient
public import AccessPlan
public import Events
public import System

extension StateTable {
    /// Records what an event proves, unless a later proof is already recorded.
    ///
    /// The item `canary#ACCOUNT` has a time per Region, `drill#user` and `drill#federation` have one
    /// in `time`: numbers, seconds since 1970.
    public func note(_ proof: Proof, deadline: Deadline) throws(AWS.Failure) {
        let (id, name) =
            switch proof.fact {
            case .canary(let account, let region): (Self.canary(account), region)
            case .entry(let path): (Self.drill(path), "time")
            }
        let names = ["#name": name]
        let values: DynamoDB.Item = [":time": .number(Int64(proof.time))]
        let update = DynamoDB.Expression("SET #name = :time", names: names, values: values)
        let condition = DynamoDB.Expression(
            "attribute_not_exists(#name) OR #name < :time", names: names, values: values)
        _ = try run(
            DynamoDB.updateItem(
                table: self.name, key: key(id), update: update, condition: condition),
            deadline: deadline)
    }

    /// When a person last signed in through each access path.
    public func drills(deadline: Deadline) throws(AWS.Failure) -> [AccessPath: Int] {
        var drills: [AccessPath: Int] = [:]
        for path in AccessPath.allCases {
            drills[path] = try times(of: Self.drill(path), deadline: deadline)["time"]
        }
        return drills
    }

    /// When each canary last arrived, by `ACCOUNT/REGION`.
    public func canaries(
        of accounts: [String], deadline: Deadline
    ) throws(AWS.Failure) -> [String: Int] {
        var heard: [String: Int] = [:]
        var waiting = Self.canaryKeys(of: accounts)
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(100))
            let result = try run(
                DynamoDB.batchGetItem(table: name, keys: batch), deadline: deadline)
            for (account, regions) in Self.canaryTimes(in: result.items) {
                for (region, time) in regions { heard["\(account)/\(region)"] = time }
            }
            waiting = Array(waiting.dropFirst(100)) + result.unprocessed
        }
        return heard
    }

    /// The id of the item with the `time` of the last sign-in through an access path.
    public static func drill(_ path: AccessPath) -> String { "drill#\(path.rawValue)" }

    /// The keys of the items that hold when the canaries of accounts last arrived.
    public static func canaryKeys(of accounts: [String]) -> [DynamoDB.Item] {
        accounts.map { ["id": .string(canary($0))] }
    }

    /// The times in those items, in any order: by account and Region, seconds since 1970.
    public static func canaryTimes(in items: [DynamoDB.Item]) -> [String: [String: Int]] {
        var heard: [String: [String: Int]] = [:]
        for item in items {
            let account = item["id"]?.string?.split(separator: "#").last.map(String.init)
            heard[account ?? ""] = times(item)
        }
        return heard
    }

    private static func canary(_ account: String) -> String { "canary#\(account)" }

    /// The times in one item, by their names; empty where the item does not exist.
    func times(of id: String, deadline: Deadline) throws(AWS.Failure) -> [String: Int] {
        let item = try run(
            DynamoDB.getItem(table: name, key: key(id), consistent: true), deadline: deadline)
        return Self.times(item ?? [:])
    }

    private static func times(_ item: DynamoDB.Item) -> [String: Int] {
        item.compactMapValues { $0.int.map { Int(clamping: $0) } }
    }
}
