public import AWSClient
public import Events
public import System

extension StateTable {
    /// How long an alert waits for each call about its story. It is sent without a story, too.
    static let sessionPatience = Duration.milliseconds(300)

    /// For how long a mark is kept: a sign-in lasts 36 hours at most, and CloudTrail can be hours late.
    private static let keepsLinks = day * 3

    /// Reads what events left for others of their session: the items `link#KEY`, with one attribute for
    /// each second in which a session began, 22 at most.
    /// - Parameters:
    ///   - names: of the items, without `link#`.
    ///   - deadline: when to give up.
    /// - Returns: the marks by attribute, by name of the item.
    /// - Throws: ``AWS/Failure``, or ``MalformedItem`` when one of them is not a mark.
    public func marks(in names: [String], deadline: Deadline) throws -> JoinKey.Marks {
        var marks: JoinKey.Marks = [:]
        let keys = Self.linkKeys(of: names)
        if keys.isEmpty { return marks }
        let batch = try run(
            DynamoDB.batchGetItem(table: name, keys: keys, consistent: true),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard batch.unprocessed.isEmpty else { throw Unanswered() }
        for item in batch.items {
            let id = item["id"]?.string ?? ""
            marks[String(id.dropFirst(5))] = try Self.marks(of: item, id: id)
        }
        return marks
    }

    /// Leaves a mark under a key.
    /// - Parameters:
    ///   - mark: what the event leaves.
    ///   - attribute: its name.
    ///   - item: the name of the item, without `link#`.
    ///   - replacing: whether it replaces the mark that is there.
    ///   - now: when it is left: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: the marks that the item holds now.
    /// - Throws: as ``marks(in:deadline:)``.
    public func leave(
        _ mark: JoinMark, as attribute: String, in item: String, replacing: Bool,
        now: Int, deadline: Deadline
    ) throws -> [String: JoinMark] {
        let update = DynamoDB.Expression(
            "SET #mark = " + (replacing ? ":mark" : "if_not_exists(#mark, :mark)")
                + ", #expires = :expires",
            names: ["#mark": attribute, "#expires": "expires"],
            values: [
                ":mark": mark.attribute, ":expires": .number(Int64(now) + Self.keepsLinks),
            ])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("link#\(item)"), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard case .updated(let now) = result else { return [attribute: mark] }
        return try Self.marks(of: now, id: "link#\(item)")
    }

    /// Whether a combination of caller, network and so on is new: the item `link#seen/COMBINATION`.
    /// - Throws: why the table did not answer.
    public func isNew(
        _ combination: String, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> Bool {
        let patience = deadline.capped(by: Self.sessionPatience, in: client.world)
        // A read first: in a flood, many events ask for one item.
        let old = try run(
            DynamoDB.getItem(
                table: name, key: key("link#seen/\(combination)"), consistent: true),
            deadline: patience)
        if let since = old?["seen"]?.int, since <= Int64(now) + Self.day { return false }
        let update = DynamoDB.Expression(
            "SET #seen = :now, #expires = :expires",
            names: ["#seen": "seen", "#expires": "expires"],
            values: [
                ":now": .number(Int64(now)), ":expires": .number(Int64(now) + Self.keepsLinks),
            ])
        _ = try run(
            DynamoDB.updateItem(
                table: name, key: key("link#seen/\(combination)"), update: update),
            deadline: patience)
        return true
    }

    private static func marks(
        of item: DynamoDB.Item, id: String
    ) throws(MalformedItem) -> [String: JoinMark] {
        var marks: [String: JoinMark] = [:]
        for (name, value) in item where name != "id" && name != "expires" {
            marks[name] = try JoinMark(value, id: id)
        }
        return marks
    }

    private static func link(_ name: String) -> String { "link#\(name)" }

    private static func linkKeys(of names: [String]) -> [DynamoDB.Item] {
        names.map { ["id": .string(link($0))] }
    }
}

/// The table answered a part of a question only, as it does under load.
public struct Unanswered: Error, Sendable, Hashable {}
