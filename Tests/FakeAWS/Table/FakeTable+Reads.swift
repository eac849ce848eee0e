import HTTP
import Synchronization
import Text

extension FakeTable {
    func get(_ request: JSON) -> Response {
        let item = items[Self.id(request["Key"])]
        return .item(JSON.members(["Item": item.map(JSON.object)]).text)
    }

    func batchGet(_ request: JSON) -> Response {
        let items = items
        var found: [String: JSON] = [:]
        for (table, keys) in request["RequestItems"]?.object ?? [:] {
            let ids = (keys["Keys"]?.array ?? []).map(Self.id)
            if ids.count > 100 || Set(ids).count < ids.count {
                return Self.invalid("1 to 100 different keys")
            }
            found[table] = .array(ids.compactMap { items[$0].map(JSON.object) })
        }
        return .item(JSON.object(["Responses": .object(found), "UnprocessedKeys": [:]]).text)
    }

    /// `HASH = :hash AND RANGE <= :range` on the index, in the order of the sort key.
    func query(_ request: JSON) throws -> Response {
        let items = state.withLock { $0.indexed ?? $0.items }
        let condition = try Condition(
            request["KeyConditionExpression"]?.string ?? "", Scope(request))
        if request["ConsistentRead"]?.bool == true {
            return Self.invalid("Consistent reads are not supported on global secondary indexes")
        }
        var found: [(due: Double, id: String, item: Item)] = []
        for (id, item) in items {
            guard let entry = entry(of: item), try condition.holds(of: entry) else { continue }
            let due = Double(entry[range]?["N"]?.string ?? "") ?? 0
            found.append((due, id, entry))
        }
        found.sort { ($0.due, $0.id) < ($1.due, $1.id) }
        if let start = request["ExclusiveStartKey"] {
            let due = Double(start[range]?["N"]?.string ?? "") ?? 0
            found.removeAll { ($0.due, $0.id) <= (due, Self.id(start)) }
        }
        let limit = Int(request["Limit"]?.int ?? 1_000)
        let page = found.prefix(limit)
        let last = found.count > limit ? page.last?.item : nil
        return .item(
            JSON.members([
                "Items": .array(page.map { .object($0.item) }),
                "LastEvaluatedKey": last.map(JSON.object),
            ]).text)
    }

    /// What the index holds of an item; nil where one of its keys is missing or has another type.
    func entry(of item: Item?) -> Item? {
        guard let item, let id = item["id"], let hash = item[hash], let range = item[range],
            hash["S"] != nil, range["N"] != nil
        else { return nil }
        return ["id": id, self.hash: hash, self.range: range]
    }
}
