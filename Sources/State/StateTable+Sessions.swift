public import AWSClient
public import System

extension StateTable {
    /// Counts one more alert of a session: the item `session#THREAD`, which holds the ids of the
    /// events, so that an event that arrives twice counts once.
    /// - Returns: the number of alerts, including this one; `nil` where the table does not say.
    public func step(of thread: String, event: String, now: Double, deadline: Deadline)
        throws(AWS.Failure) -> Int?
    {
        let update = DynamoDB.Expression(
            "SET #expires = :expires ADD #events :event",
            names: ["#events": "events", "#expires": "expires"],
            values: [":event": .strings([event]), ":expires": .number(now.seconds + Self.day * 2)])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("session#\(thread)"), update: update),
            deadline: deadline)
        guard case .updated(let item) = result else { return nil }
        return item["events"].texts.count
    }
}
