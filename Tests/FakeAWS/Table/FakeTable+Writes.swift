import HTTP
import Synchronization
import Text

extension FakeTable {
    /// Carries out one write.
    func write(_ action: String, _ request: JSON) throws -> Response {
        try state.withLock { state throws in
            let id = Self.id(request[action == "PutItem" ? "Item" : "Key"])
            let old = state.items[id]
            guard try holds(request, of: old) else {
                state.writeUnits += Self.units(old)
                let seen = old.map { ",\"Item\":" + JSON.object($0).text } ?? ""
                return .item(
                    #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","#
                        + #""message":"The conditional request failed"\#(seen)}"#, 400)
            }
            let new = try changed(old, id: id, action, request)
            state.items[id] = new
            state.writeUnits += cost(old, new)
            return .item(
                request["ReturnValues"] == "ALL_NEW"
                    ? JSON.members(["Attributes": new.map(JSON.object)]).text : "{}")
        }
    }

    /// Carries out all writes of a transaction, or none.
    func transact(_ request: JSON) throws -> Response {
        try state.withLock { state throws in
            let parts = request["TransactItems"]?.array ?? []
            if parts.isEmpty || parts.count > 100 { return Self.invalid("1 to 100 items") }
            var changes: [(id: String, old: Item?, new: Item?)] = []
            var reasons: [String] = []
            for part in parts {
                guard let (name, write) = part.object?.first else { continue }
                let action = name == "ConditionCheck" ? name : "\(name)Item"
                let id = Self.id(write[name == "Put" ? "Item" : "Key"])
                let old = state.items[id]
                let holds = try holds(write, of: old)
                reasons.append(
                    holds ? #"{"Code":"None"}"# : #"{"Code":"ConditionalCheckFailed"}"#)
                let new = holds ? try changed(old, id: id, action, write) : old
                changes.append((id, old, new))
            }
            if Set(changes.map(\.id)).count < changes.count { return Self.invalid("same item") }
            if reasons.contains(where: { $0.contains("Failed") }) {
                return .item(
                    #"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","#
                        + #""message":"Transaction cancelled","CancellationReasons":["#
                        + reasons.joined(separator: ",") + "]}", 400)
            }
            for change in changes {
                state.items[change.id] = change.new
                state.writeUnits += 2 * cost(change.old, change.new)
            }
            return .item("{}")
        }
    }

    private func holds(_ request: JSON, of item: Item?) throws -> Bool {
        guard let text = request["ConditionExpression"]?.string else { return true }
        return try Condition(text, Scope(request)).holds(of: item ?? [:])
    }

    private func changed(
        _ old: Item?, id: String, _ action: String, _ request: JSON
    ) throws -> Item? {
        switch action {
        case "PutItem": return request["Item"]?.object
        case "DeleteItem": return nil
        case "UpdateItem":
            let text = request["UpdateExpression"]?.string ?? ""
            var new = old ?? ["id": ["S": .string(id)]]
            try Update(text, Scope(request)).apply(to: &new)
            return new
        default: return old
        }
    }

    /// A write costs one unit for each KB of the larger of both forms; in the index one for an entry
    /// that comes or goes, two for one whose keys change.
    private func cost(_ old: Item?, _ new: Item?) -> Int {
        let table = max(Self.units(old), Self.units(new))
        switch (entry(of: old), entry(of: new)) {
        case (nil, nil): return table
        case (let one?, let other?): return table + (one == other ? 0 : 2)
        default: return table + 1
        }
    }

    static func units(_ item: Item?) -> Int { (size(item) + 1_023) / 1_024 }

    /// The bytes of names and values, as DynamoDB counts them, roughly.
    public static func size(_ item: Item?) -> Int {
        max(1, (item ?? [:]).reduce(0) { $0 + $1.key.utf8.count + $1.value.text.utf8.count - 7 })
    }
}
