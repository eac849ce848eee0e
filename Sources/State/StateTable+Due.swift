public import AWSClient
public import Outbox
public import System

extension StateTable {
    /// The global secondary index of what was not sent: partition key `lane`, sort key `due`, keys only.
    public static let dueIndex = "due"

    /// One look at the alerts of a lane that somebody has to look after.
    public struct Due: Sendable, Hashable {
        /// Those that are not sent, the first due first, as the table has them now.
        public var alerts: [AlertItem] = []

        /// The key after which there may be more; nil at the end.
        public var next: DynamoDB.Item?
    }

    /// Reads alerts that are due and not sent.
    ///
    /// The index may lag behind, so each item is read from the table. An alert that is not in the index
    /// yet is found by the next look.
    /// - Parameters:
    ///   - lane: whose alerts.
    ///   - now: seconds since 1970.
    ///   - limit: how many at most.
    ///   - start: as in ``Due/next``.
    ///   - deadline: when to give up.
    /// - Returns: the alerts.
    /// - Throws: why the table did not answer.
    public func due(
        in lane: Lane, now: Int64, limit: Int, after start: DynamoDB.Item? = nil,
        deadline: Deadline
    ) throws(AWS.Failure) -> Due {
        let condition = DynamoDB.Expression(
            "#lane = :lane AND #due <= :now", names: ["#lane": "lane", "#due": "due"],
            values: [":lane": .string(lane.rawValue), ":now": .number(now)])
        let page = try run(
            DynamoDB.query(
                table: name, index: Self.dueIndex, condition: condition, limit: limit,
                start: start),
            deadline: deadline)
        // Whoever can write the table can put anything else into the index.
        let ids = page.items.compactMap { $0["id"]?.string }.filter {
            $0.hasPrefix(Self.alertPrefix)
        }
        var items: [String: AlertItem] = [:]
        for item in try alerts(ids, deadline: deadline) { items[item.id] = item }
        let found = ids.compactMap { items[String($0.dropFirst(Self.alertPrefix.count))] }
        return Due(
            alerts: found.filter { $0.state != .sent && ($0.due ?? 0) <= now }, next: page.last)
    }

    /// Reads items by their keys, a hundred at a time.
    private func alerts(
        _ ids: [String], deadline: Deadline
    ) throws(AWS.Failure) -> [AlertItem] {
        var found: [AlertItem] = []
        var waiting = Self.keys(of: ids)
        while !waiting.isEmpty {
            let batch = try run(
                DynamoDB.batchGetItem(
                    table: name, keys: Array(waiting.prefix(100)), consistent: true),
                deadline: deadline)
            found += batch.items.map { AlertItem($0) }
            waiting = Array(waiting.dropFirst(100)) + batch.unprocessed
        }
        return found
    }

    private static func keys(of ids: [String]) -> [DynamoDB.Item] {
        ids.map { ["id": .string($0)] }
    }
}
