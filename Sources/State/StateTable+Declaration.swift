public import AWSClient
public import AccessPlan
public import Events
import Snapshots
public import System

extension StateTable {
    /// What became of a write that speaks of the declaration.
    public enum DeclarationWrite {
        /// It stands there now.
        case written
        /// This stands there, and was left alone; `nil` where nothing does.
        case refused(Declaration?)
    }

    /// For how long a closing one is kept for the checker: seconds.
    private static let keepsClosing = 30 * 86_400

    private static let current = "emergency#current"
    private static let closed = "emergency#closed"

    /// The declared emergency or drill with everything that the checks ask about it: the item
    /// `emergency#current`.
    ///
    /// `incident`, `mode` (`user`, `federation` or `drill`), `declaredBy`, `approver`, `caller`,
    /// `closedBy` (text), `people`, `accounts` (string sets, absent for anybody and anywhere),
    /// `members` (a map from a group's id to a string set of names), `declared`, `expires`, `closing`
    /// (number), `identityCenterProven` (truth).
    /// - Throws: ``AWS/Failure``, or ``Unavailable`` where the item is no declaration: nothing is taken
    ///   for approved then.
    public func declaration(deadline: Deadline) throws -> Declaration? {
        try declarationItem(deadline).map { try Declaration($0) }
    }

    /// What an alert needs of the declared emergency: who may do what, until when.
    /// - Parameter deadline: when to give up.
    /// - Returns: `nil` where nothing is declared, or nothing is covered any more.
    /// - Throws: why the table did not answer.
    public func emergency(deadline: Deadline) throws(AWS.Failure) -> Emergency? {
        // What is closing covers nothing any more; the checker watches that it is shut again.
        guard let item = try declarationItem(deadline), item["closing"] == nil,
            let incident = item["incident"]?.string, let expires = item["expires"]?.int
        else { return nil }
        return Emergency(
            incident: incident, isDrill: item["mode"]?.string == Declaration.Mode.drill.rawValue,
            people: item["people"].texts, accounts: item["accounts"].texts,
            expires: Int(clamping: expires))
    }

    /// What stands in the way of another declaration.
    /// - Parameter deadline: when to give up.
    /// - Returns: `nil` where nothing does, or what is there is no declaration.
    /// - Throws: why the table did not answer.
    public func standing(deadline: Deadline) throws(AWS.Failure) -> Declaration? {
        Self.readable(try declarationItem(deadline))
    }

    /// When the last declared emergency or drill was closed: `time` of the item `emergency#closed`.
    /// - Parameter deadline: when to give up.
    /// - Returns: seconds since 1970; `nil` where none ever was.
    /// - Throws: why the table did not answer.
    public func lastClose(deadline: Deadline) throws(AWS.Failure) -> Int? {
        try times(of: Self.closed, deadline: deadline)["time"]
    }

    /// Writes a declaration, unless another one is in force.
    /// - Parameters:
    ///   - declaration: what is declared; its `declared` is now.
    ///   - deadline: when to give up.
    /// - Returns: whether it stands there now, or what stands in its way.
    /// - Throws: why the table did not answer: it may stand there nevertheless.
    public func declare(
        _ declaration: Declaration, deadline: Deadline
    ) throws(AWS.Failure) -> DeclarationWrite {
        let free = DynamoDB.Expression(
            "attribute_not_exists(#id) OR #expires < :now OR attribute_exists(#closing)",
            names: ["#id": "id", "#expires": "expires", "#closing": "closing"],
            values: [":now": .number(Int64(declaration.declared))])
        let item = declaration.item.merging(key(Self.current)) { $1 }
        return Self.outcome(
            try run(
                DynamoDB.putItem(table: name, item: item, condition: free), deadline: deadline))
    }

    /// Notes that an incident is over: from now on nothing is covered, and the checker says what has
    /// to be shut again. The first moment somebody said so stays.
    /// - Parameters:
    ///   - incident: only this one is closed.
    ///   - person: who says so.
    ///   - identityCenterWorks: whether somebody signed in through IAM Identity Center again.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: whether it is closing now, or what stands there instead.
    /// - Throws: why the table did not answer.
    public func close(
        _ incident: String, by person: String, identityCenterWorks: Bool, now: Int,
        deadline: Deadline
    ) throws(AWS.Failure) -> DeclarationWrite {
        let names = [
            "#incident": "incident", "#closing": "closing", "#by": "closedBy",
            "#expires": "expires", "#proven": "identityCenterProven",
        ]
        let update = DynamoDB.Expression(
            "SET #closing = if_not_exists(#closing, :now), #by = :by, #expires = :later"
                + (identityCenterWorks ? ", #proven = :yes" : ""),
            names: names.filter { identityCenterWorks || $0.key != "#proven" },
            values: [
                ":now": .number(Int64(now)), ":by": .string(person),
                ":later": .number(Int64(now + Self.keepsClosing)),
            ].merging(identityCenterWorks ? [":yes": .bool(true)] : [:]) { $1 })
        let condition = DynamoDB.Expression(
            "#incident = :incident", names: ["#incident": "incident"],
            values: [":incident": .string(incident)])
        let result = try run(
            DynamoDB.updateItem(
                table: name, key: key(Self.current), update: update, condition: condition),
            deadline: deadline)
        switch result {
        case .updated: return .written
        case .conditionFailed(let item): return .refused(Self.readable(item))
        }
    }

    /// Notes when a closing incident was finished, then forgets it: in this order, so that a failure in
    /// between can be repeated.
    /// - Parameters:
    ///   - incident: only this one is finished.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: whether it is forgotten now, or what stands there instead.
    /// - Throws: why the table did not answer.
    public func finish(
        _ incident: String, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> DeclarationWrite {
        let standing = try standing(deadline: deadline)
        guard let standing, standing.incident == incident, standing.closing != nil else {
            return .refused(standing)
        }
        let closed = key(Self.closed).merging(["time": .number(Int64(now))]) { $1 }
        _ = try run(DynamoDB.putItem(table: name, item: closed), deadline: deadline)
        let closing = DynamoDB.Expression(
            "#incident = :incident AND attribute_exists(#closing)",
            names: ["#incident": "incident", "#closing": "closing"],
            values: [":incident": .string(incident)])
        return Self.outcome(
            try run(
                DynamoDB.deleteItem(table: name, key: key(Self.current), condition: closing),
                deadline: deadline))
    }

    private func declarationItem(_ deadline: Deadline) throws(AWS.Failure) -> DynamoDB.Item? {
        try run(
            DynamoDB.getItem(table: name, key: key(Self.current), consistent: true),
            deadline: deadline)
    }

    private static func outcome(_ result: DynamoDB.WriteResult) -> DeclarationWrite {
        switch result {
        case .written: .written
        case .conditionFailed(let item): .refused(readable(item))
        }
    }

    private static func readable(_ item: DynamoDB.Item?) -> Declaration? {
        item.flatMap { try? Declaration($0) }
    }
}

extension Declaration {
    /// As the table keeps it: a set is absent where it is empty, since DynamoDB has no empty ones.
    fileprivate var item: DynamoDB.Item {
        var item: DynamoDB.Item = [:]
        item["incident"] = .string(incident)
        item["mode"] = .string(mode.rawValue)
        item["declaredBy"] = .string(declaredBy)
        item["approver"] = approver.map { .string($0) }
        item["caller"] = caller.map { .string($0) }
        item["people"] = people.isEmpty ? nil : .strings(people)
        item["accounts"] = accounts.isEmpty ? nil : .strings(accounts)
        item["members"] = members.isEmpty ? nil : .map(members.mapValues { .strings($0) })
        item["declared"] = .number(Int64(declared))
        item["expires"] = .number(Int64(expires))
        item["closing"] = closing.map { .number(Int64($0)) }
        item["identityCenterProven"] = identityCenterProven ? .bool(true) : nil
        return item
    }

    /// Reads an item.
    /// - Throws: what is missing.
    fileprivate init(_ item: DynamoDB.Item) throws(Unavailable) {
        func time(_ name: String) -> Int? { item[name]?.int.map { Int(clamping: $0) } }
        func missing(_ name: String) -> Unavailable {
            Unavailable("the declared emergency", .malformed, detail: "\(name) is missing")
        }
        guard let incident = item["incident"]?.string else { throw missing("incident") }
        guard let mode = item["mode"]?.string.flatMap(Mode.init) else { throw missing("mode") }
        guard let declared = time("declared") else { throw missing("declared") }
        guard let expires = time("expires") else { throw missing("expires") }
        var members: [String: Set<String>] = [:]
        if case .map(let groups)? = item["members"] {
            members = groups.mapValues { Set(Optional($0).texts) }
        }
        self.init(
            incident: incident, mode: mode, declaredBy: item["declaredBy"]?.string ?? "somebody",
            approver: item["approver"]?.string, caller: item["caller"]?.string,
            people: Set(item["people"].texts), accounts: Set(item["accounts"].texts),
            members: members, declared: declared, expires: expires, closing: time("closing"),
            identityCenterProven: item["identityCenterProven"] == .bool(true))
    }
}
