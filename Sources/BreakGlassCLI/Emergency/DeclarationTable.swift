import BreakGlass
import Clients
import HTTP

/// The state table of one Region, as far as declarations go. Each Region has a table of its own: a
/// global table's conditional writes do not exclude across Regions.
struct DeclarationTable {
    /// Which Region.
    let region: String
    let client: AWS.Client

    /// How long one call may take, tries included.
    private static let patience = Duration.seconds(20)

    /// For how long a closing one is kept for the checker.
    private static let keepsClosing: Int64 = 30 * 86_400

    /// What became of a write.
    enum Outcome {
        /// It stands there now.
        case written
        /// This stands there, and was left alone; `nil` where nothing does.
        case refused(Declaration?)
    }

    /// What is declared.
    func current() throws(AWS.Failure) -> Declaration? {
        try send(
            DynamoDB.getItem(
                table: AlertPathNames.table, key: Declaration.key, consistent: true)
        ).flatMap(Declaration.init)
    }

    /// Writes a declaration, unless another one is in force.
    func open(_ declaration: Declaration) throws(AWS.Failure) -> Outcome {
        let free = DynamoDB.Expression(
            "attribute_not_exists(#id) OR #expires < :now OR attribute_exists(#closing)",
            names: ["#id": "id", "#expires": "expires", "#closing": "closing"],
            values: [":now": .number(declaration.declared)])
        return outcome(
            try send(
                DynamoDB.putItem(
                    table: AlertPathNames.table, item: declaration.item, condition: free)))
    }

    /// Notes that an incident is over: from now on nothing is covered, and the checker says what has
    /// to be shut again.
    func close(
        _ incident: String, by person: String, identityCenterWorks: Bool, now: Int64
    ) throws(AWS.Failure) -> Outcome {
        let names = [
            "#incident": "incident", "#closing": "closing", "#by": "closedBy",
            "#expires": "expires", "#proven": "identityCenterProven",
        ]
        let update = DynamoDB.Expression(
            "SET #closing = if_not_exists(#closing, :now), #by = :by, #expires = :later"
                + (identityCenterWorks ? ", #proven = :yes" : ""),
            names: names.filter { identityCenterWorks || $0.key != "#proven" },
            values: [
                ":now": .number(now), ":by": .string(person),
                ":later": .number(now + Self.keepsClosing),
            ].merging(identityCenterWorks ? [":yes": .bool(true)] : [:]) { $1 })
        let condition = DynamoDB.Expression(
            "#incident = :incident", names: ["#incident": "incident"],
            values: [":incident": .string(incident)])
        let result = try send(
            DynamoDB.updateItem(
                table: AlertPathNames.table, key: Declaration.key, update: update,
                condition: condition))
        switch result {
        case .updated: return .written
        case .conditionFailed(let item): return .refused(item.flatMap(Declaration.init))
        }
    }

    /// Notes when a closing incident was finished, then forgets it: in this order, so that a failure in
    /// between can be repeated.
    func finish(_ incident: String, now: Int64) throws(AWS.Failure) -> Outcome {
        let standing = try current()
        guard let standing, standing.incident == incident, standing.closing != nil else {
            return .refused(standing)
        }
        _ = try send(
            DynamoDB.putItem(
                table: AlertPathNames.table,
                item: Declaration.closedKey.merging(["time": .number(now)]) { $1 }))
        let closing = DynamoDB.Expression(
            "#incident = :incident AND attribute_exists(#closing)",
            names: ["#incident": "incident", "#closing": "closing"],
            values: [":incident": .string(incident)])
        return outcome(
            try send(
                DynamoDB.deleteItem(
                    table: AlertPathNames.table, key: Declaration.key, condition: closing)))
    }

    private func outcome(_ result: DynamoDB.WriteResult) -> Outcome {
        switch result {
        case .written: .written
        case .conditionFailed(let item): .refused(item.flatMap(Declaration.init))
        }
    }

    private func send<Output>(_ operation: AWS.Operation<Output>) throws(AWS.Failure) -> Output {
        try client.send(operation, before: .after(Self.patience))
    }
}
