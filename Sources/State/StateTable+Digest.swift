public import AWSClient
public import System

extension StateTable {
    /// The result of adding an alert to a digest.
    public enum Place: Sendable, Equatable {
        /// The alert opened the digest: the same invocation sends the digest.
        case first
        /// Another invocation sends the digest.
        case listed
        /// An earlier attempt of this invocation closed the digest, which has these lines.
        case closed([String])
        /// The digest was closed without the alert.
        case late
    }

    /// Adds an alert to the digest of a window: the items `alert#ID` and `digest#WINDOW`.
    ///
    /// The alert's item records the digest first, so that a retry after a crash finds the digest that
    /// it has to send.
    public func join(
        _ line: String, alert: String, window: Int64, owner: String, now: Double,
        deadline: Deadline
    ) throws(AWS.Failure) -> Place {
        try note(alert, inDigest: window, deadline: deadline)
        let update = DynamoDB.Expression(
            "SET #owner = if_not_exists(#owner, :owner), #expires = :expires ADD #lines :line",
            names: ["#owner": "owner", "#expires": "expires", "#lines": "lines"],
            values: [
                ":owner": .string(owner), ":line": .strings([line]),
                ":expires": .number(now.seconds + Self.day * 14),
            ])
        let open = DynamoDB.Expression(
            "attribute_not_exists(#closed)", names: ["#closed": "closed"])
        let result = try run(
            DynamoDB.updateItem(
                table: name, key: key("digest#\(window)"), update: update, condition: open),
            deadline: deadline)
        switch result {
        case .updated(let item):
            return item["owner"]?.string == owner ? .first : .listed
        case .conditionFailed(let item):
            let lines = (item?["lines"]).texts
            if item?["owner"]?.string == owner { return .closed(lines) }
            return lines.contains(line) ? .listed : .late
        }
    }

    /// Closes a digest: no alert can be added after that.
    /// - Returns: its lines.
    public func closeDigest(
        window: Int64, now: Double, deadline: Deadline
    ) throws(AWS.Failure) -> [String] {
        let update = DynamoDB.Expression(
            "SET #closed = :now", names: ["#closed": "closed"],
            values: [":now": .number(now.seconds)])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("digest#\(window)"), update: update),
            deadline: deadline)
        guard case .updated(let item) = result else { return [] }
        return item["lines"].texts
    }
}
