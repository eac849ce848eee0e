public import AWSClient
public import AccessPlan
public import System

extension StateTable {
    /// The result of writing the declaration.
    public enum DeclarationWrite {
        /// The table holds it now.
        case written
        /// The table holds this declaration, which was not changed; `nil` where it holds none.
        case refused(Declaration?)
    }

    /// For how many seconds a closing declaration is kept for the checker.
    private static let keepsClosing = 30 * 86_400

    private static let closed = "emergency#closed"

    /// The declared emergency or drill.
    /// - Parameter deadline: when to give up.
    /// - Returns: `nil` where nothing is declared.
    /// - Throws: ``AWS/Failure``, or ``MalformedItem``: nothing counts as approved then.
    public func declaration(deadline: Deadline) throws -> Declaration? {
        try declarationItem(deadline).map { try Declaration(item: $0) }
    }

    /// The declaration in force, if it can be read: it prevents another one.
    /// - Parameter deadline: when to give up.
    /// - Returns: `nil` where nothing is declared, or the item is malformed.
    /// - Throws: why the table did not answer.
    public func standing(deadline: Deadline) throws(AWS.Failure) -> Declaration? {
        Self.readable(try declarationItem(deadline))
    }

    /// When the last declared emergency or drill was closed: `time` of the item `emergency#closed`.
    /// - Parameter deadline: when to give up.
    /// - Returns: seconds since 1970; `nil` where none was ever closed.
    /// - Throws: why the table did not answer.
    public func lastClose(deadline: Deadline) throws(AWS.Failure) -> Int? {
        try times(of: Self.closed, deadline: deadline)["time"]
    }

    /// Writes a declaration, unless another one is in force.
    /// - Parameters:
    ///   - declaration: the declaration; its `declared` is now.
    ///   - deadline: when to give up.
    /// - Returns: whether it was written, or the declaration that prevents it.
    /// - Throws: why the table did not answer. The declaration may be written nevertheless.
    public func declare(
        _ declaration: Declaration, deadline: Deadline
    ) throws(AWS.Failure) -> DeclarationWrite {
        let free = DynamoDB.Expression(
            "attribute_not_exists(#id) OR #expires < :now OR attribute_exists(#closing)",
            names: ["#id": "id", "#expires": "expires", "#closing": "closing"],
            values: [":now": .number(Int64(declaration.declared))])
        let item = declaration.item.merging(key(Declaration.itemID)) { $1 }
        return Self.outcome(
            try run(
                DynamoDB.putItem(table: name, item: item, condition: free), deadline: deadline))
    }

    /// Records that an incident is over: from now on nothing is covered, and the checker reports what
    /// must be shut again. If it is closed twice, the first time stays.
    /// - Parameters:
    ///   - incident: only this one is closed.
    ///   - person: who closes it.
    ///   - identityCenterWorks: whether a person signed in through IAM Identity Center again.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: whether it is closing now, or the declaration that the table holds instead.
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
                table: name, key: key(Declaration.itemID), update: update, condition: condition),
            deadline: deadline)
        switch result {
        case .updated: return .written
        case .conditionFailed(let item): return .refused(Self.readable(item))
        }
    }

    /// Records when a closing incident was finished, then deletes it: in this order, so that it can be
    /// repeated after a failure in between.
    /// - Parameters:
    ///   - incident: only this one is finished.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: whether it is deleted now, or the declaration that the table holds instead.
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
                DynamoDB.deleteItem(table: name, key: key(Declaration.itemID), condition: closing),
                deadline: deadline))
    }

    private func declarationItem(_ deadline: Deadline) throws(AWS.Failure) -> DynamoDB.Item? {
        try run(
            DynamoDB.getItem(table: name, key: key(Declaration.itemID), consistent: true),
            deadline: deadline)
    }

    private static func outcome(_ result: DynamoDB.WriteResult) -> DeclarationWrite {
        switch result {
        case .written: .written
        case .conditionFailed(let item): .refused(readable(item))
        }
    }

    private static func readable(_ item: DynamoDB.Item?) -> Declaration? {
        item.flatMap { try? Declaration(item: $0) }
    }
}
