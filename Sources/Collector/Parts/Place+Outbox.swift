import AWSClient
import AccessPlan
import Snapshots

extension Place {
    /// What the outbox of a hub says of events: their alerts, what tells them instead, and the stories
    /// that count them.
    /// - Parameters:
    ///   - ids: of events.
    ///   - region: of the hub.
    /// - Returns: the items that exist, by id.
    /// - Throws: why they could not be read, all of them or one.
    func outbox(
        _ ids: [String], _ region: String
    ) async throws(Unavailable) -> [String: Snapshot.OutboxItem] {
        var found = try await items(ids.flatMap { ["alert#\($0)", "act#\($0)"] }, region)
        let others = found.values.flatMap { item in
            [item.folds.map { "alert#\($0)" }, item.waits].compactMap(\.self)
        }
        let missing = Set(others).subtracting(found.keys).sorted()
        found.merge(try await items(missing, region)) { first, _ in first }
        return found
    }

    private func items(
        _ ids: [String], _ region: String
    ) async throws(Unavailable) -> [String: Snapshot.OutboxItem] {
        var found: [String: Snapshot.OutboxItem] = [:]
        var waiting: [DynamoDB.Item] = ids.map { ["id": .string($0)] }
        while !waiting.isEmpty {
            let batch = try await send(
                "the outbox in \(region)",
                DynamoDB.batchGetItem(
                    table: AlertPathNames.table, keys: Array(waiting.prefix(100))),
                in: region)
            for item in batch.items {
                if let id = item["id"]?.string { found[id] = Snapshot.OutboxItem(item) }
            }
            waiting = Array(waiting.dropFirst(100)) + batch.unprocessed
        }
        return found
    }
}

extension Snapshot.OutboxItem {
    /// An attribute of another type than is written counts as missing.
    fileprivate init(_ item: DynamoDB.Item) {
        var taken: Set<String> = []
        if case .strings(let topics)? = item["sent"] { taken = topics }
        // Without its lane the sweeper does not find it.
        let due = item["lane"] == nil ? nil : item["due"]?.int
        self.init(
            state: item["state"]?.string, due: due.map { Int(clamping: $0) }, taken: taken,
            folds: item["folds"]?.string, waits: item["waits"]?.string)
    }
}
