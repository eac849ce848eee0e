public import AWSClient
public import System

extension StateTable {
    /// What became of an alert that was put into a digest.
    public enum Place: Sendable, Equatable {
        /// It opened the digest: whoever put it there sends the digest, too.
        case first
        /// Somebody else sends it.
        case listed
        /// The digest was closed by us in an earlier try, and holds these lines.
        case closed([String])
        /// The digest was closed without it.
        case late
    }

    /// Counts one more message of a window: the item `budget#WINDOW`.
    /// - Parameters:
    ///   - share: whose budget it is, e.g. `critical`.
    ///   - window: which window.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: how many there are now, this one included.
    /// - Throws: why the table did not answer.
    public func spend(
        _ share: String, window: Int64, now: Double, deadline: Deadline
    ) throws(AWS.Failure) -> Int {
        let update = DynamoDB.Expression(
            "SET #expires = :expires ADD #share :one",
            names: ["#share": share, "#expires": "expires"],
            values: [":one": .number(1), ":expires": .number(now.seconds + Self.day)])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("budget#\(window)"), update: update),
            deadline: deadline)
        guard case .updated(let item) = result else { return 0 }
        return Int(clamping: item[share]?.int ?? 0)
    }

    /// Puts an alert into the digest of a window: the items `alert#ID` and `digest#WINDOW`.
    ///
    /// The alert is told first where it went, so that whoever tries again after a crash finds the
    /// digest that is theirs to send.
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

    /// Closes a digest: nothing is added any more.
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
