import AWSClient
import AccessPlan
import State

extension OutboxReader {
    /// Which of these events were told: by their own alert, by the one about the same act, or in a story.
    /// - Parameter ids: of the events.
    /// - Returns: those that were told, by the outbox of any hub.
    /// - Throws: why an outbox did not answer.
    func told(of ids: [String]) throws(AWS.Failure) -> Set<String> {
        var told = try sent(ids)
        var folded: [String: Set<String>] = [:]
        for item in try items(ids.filter { !told.contains($0) }.map { "act#\($0)" }) {
            let id = String((item["id"]?.string ?? "").dropFirst("act#".count))
            if item["waits"]?.string != nil { told.insert(id) }
            if let first = item["folds"]?.string { folded[first, default: []].insert(id) }
        }
        for first in try sent(folded.keys.sorted()) { told.formUnion(folded[first] ?? []) }
        return told
    }

    /// Which alerts SNS took.
    private func sent(_ ids: [String]) throws(AWS.Failure) -> Set<String> {
        Set(
            try items(ids.filter { !$0.isEmpty }.map { "alert#\($0)" }).map(AlertTrace.init)
                .filter(\.isTold).map(\.id))
    }

    /// Items of every hub, a hundred at a time.
    private func items(_ ids: [String]) throws(AWS.Failure) -> [DynamoDB.Item] {
        var found: [DynamoDB.Item] = []
        for client in hubs.clients {
            var waiting: [DynamoDB.Item] = ids.map { ["id": .string($0)] }
            while !waiting.isEmpty {
                let batch = try client.ask(
                    DynamoDB.batchGetItem(
                        table: AlertPathNames.table, keys: Array(waiting.prefix(100))))
                found += batch.items
                waiting = Array(waiting.dropFirst(100)) + batch.unprocessed
            }
        }
        return found
    }
}
