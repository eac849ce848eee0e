public import HTTP
import Synchronization
public import Text

/// A DynamoDB table in memory: it evaluates conditions and updates, keeps a sparse index of keys, and
/// counts the write units that AWS would charge.
///
/// The key is `id` (text). Attributes are as the API writes them, e.g. `{"S": "text"}`. What this
/// table does not know is answered with `ValidationException`.
/// Source: Amazon DynamoDB Developer Guide, "Expressions", "Read and write capacity".
public final class FakeTable: Sendable {
    /// The attributes of one item.
    public typealias Item = [String: JSON]

    struct State {
        var items: [String: Item] = [:]
        var writeUnits = 0
        var indexed: [String: Item]?
    }

    let state: Mutex<State>
    let hash: String
    let range: String

    /// Makes an empty table.
    /// - Parameters:
    ///   - hash: the partition key of its index (text).
    ///   - range: the sort key of its index (a number).
    public init(hash: String = "lane", range: String = "due") {
        self.hash = hash
        self.range = range
        state = Mutex(State())
    }

    /// Every item by its id.
    public var items: [String: Item] { state.withLock { $0.items } }

    /// The write units of all calls so far, those of the index included.
    public var writeUnits: Int { state.withLock { $0.writeUnits } }

    /// Writes an item, as somebody with another program does.
    public func put(_ item: Item) {
        guard let id = item["id"]?["S"]?.string else { return }
        state.withLock { $0.items[id] = item }
    }

    /// Deletes an item.
    public func delete(_ id: String) { state.withLock { $0.items[id] = nil } }

    /// From now on, the index shows what the table holds now, whatever is written; until ``thaw()``.
    public func freezeIndex() { state.withLock { $0.indexed = $0.items } }

    /// The index follows the table again.
    public func thaw() { state.withLock { $0.indexed = nil } }

    /// Answers a call.
    /// - Parameters:
    ///   - action: the operation's name.
    ///   - body: the request, JSON.
    /// - Returns: DynamoDB's answer.
    public func answer(_ action: String, _ body: String) -> Response {
        guard let request = JSON(Array(body.utf8)) else { return Self.invalid("not JSON") }
        do {
            switch action {
            case "GetItem": return get(request)
            case "BatchGetItem": return batchGet(request)
            case "Query": return try query(request)
            case "PutItem", "UpdateItem", "DeleteItem": return try write(action, request)
            case "TransactWriteItems": return try transact(request)
            default: return Self.invalid("\(action) is not known here")
            }
        } catch {
            return Self.invalid("\(error)")
        }
    }

    static func invalid(_ reason: String) -> Response {
        .item(
            #"{"__type":"com.amazon.coral.validate#ValidationException","message":"\#(reason)"}"#,
            400)
    }

    static func id(_ key: JSON?) -> String { key?["id"]?["S"]?.string ?? "" }
}

extension Response {
    /// An answer with this status.
    public static func item(_ json: String, _ status: Int) -> Response {
        Response(status: status, body: Array(json.utf8))
    }
}
