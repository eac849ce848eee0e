public import AWSClient

extension StateTable {
    /// Counts one more message in a window: the item `budget#WINDOW`.
    /// - Parameters:
    ///   - share: the budget that it counts against, e.g. `critical`.
    ///   - window: which window.
    ///   - actor: who sends it.
    /// - Returns: the number of messages, including this one.
    /// - Throws: why the table did not answer.
    public func spend(
        _ share: String, window: Int64, _ actor: Actor
    ) throws(AWS.Failure) -> Int {
        let update = DynamoDB.Expression(
            "SET #expires = :expires ADD #share :one",
            names: ["#share": share, "#expires": "expires"],
            values: [":one": .number(1), ":expires": .number(actor.now + Self.day)])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("budget#\(window)"), update: update),
            deadline: actor.deadline)
        guard case .updated(let item) = result else { return 0 }
        return Int(clamping: item[share]?.int ?? 0)
    }
}
