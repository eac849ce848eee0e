public import AWSClient
public import System

extension StateTable {
    /// The result of claiming an alert.
    public enum Publication: Equatable {
        /// This invocation publishes it. These topics already have it, and an earlier attempt added it
        /// to the digest of that window.
        case granted(sent: Set<String>, digest: Int64?)
        /// It is already published.
        case published
        /// Another invocation is publishing it.
        case busy
    }

    /// For how many seconds a claim holds: longer than the function may run, shorter than Lambda
    /// waits before it retries. So a crash in between repeats the alert and never loses it.
    static let lease: Int64 = 55

    /// Claims an alert: the item `alert#ID`.
    /// - Parameters:
    ///   - alert: the alert's id.
    ///   - owner: the invocation's request id, which stays the same when Lambda retries.
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: whether to publish, and which topics already have the alert.
    /// - Throws: why the table did not answer.
    public func claim(
        _ alert: String, owner: String, now: Double, deadline: Deadline
    ) throws(AWS.Failure) -> Publication {
        let update = DynamoDB.Expression(
            "SET #state = :publishing, #owner = :owner, #claimed = :now, #expires = :expires",
            names: [
                "#state": "state", "#owner": "owner", "#claimed": "claimed", "#expires": "expires",
            ],
            values: [
                ":publishing": .string("publishing"), ":owner": .string(owner),
                ":now": .number(now.seconds), ":expires": .number(now.seconds + Self.day * 14),
            ])
        let condition = DynamoDB.Expression(
            "attribute_not_exists(#id) OR (#state = :publishing "
                + "AND (#owner = :owner OR #claimed < :stale))",
            names: ["#id": "id", "#state": "state", "#owner": "owner", "#claimed": "claimed"],
            values: [
                ":publishing": .string("publishing"), ":owner": .string(owner),
                ":stale": .number(now.seconds - Self.lease),
            ])
        let result = try run(
            DynamoDB.updateItem(
                table: name, key: key("alert#\(alert)"), update: update, condition: condition),
            deadline: deadline)
        switch result {
        case .updated(let item):
            let digest = item["digest"]?.int
            guard case .strings(let sent)? = item["sent"] else {
                return .granted(sent: [], digest: digest)
            }
            return .granted(sent: sent, digest: digest)
        case .conditionFailed(let item):
            return item?["state"]?.string == "published" ? .published : .busy
        }
    }

    /// Records that one topic has the alert; `last` ends the claim.
    public func mark(_ alert: String, sent topic: String, last: Bool, deadline: Deadline)
        throws(AWS.Failure)
    {
        let update = DynamoDB.Expression(
            (last ? "SET #state = :published " : "") + "ADD #sent :topic",
            names: last ? ["#state": "state", "#sent": "sent"] : ["#sent": "sent"],
            values: last
                ? [":published": .string("published"), ":topic": .strings([topic])]
                : [":topic": .strings([topic])])
        _ = try run(
            DynamoDB.updateItem(table: name, key: key("alert#\(alert)"), update: update),
            deadline: deadline)
    }

    /// Records which digest lists an alert, before it is put there: a retry after a crash then finds
    /// the digest that it has to send.
    func note(_ alert: String, inDigest window: Int64, deadline: Deadline) throws(AWS.Failure) {
        let update = DynamoDB.Expression(
            "SET #digest = :window", names: ["#digest": "digest"],
            values: [":window": .number(window)])
        _ = try run(
            DynamoDB.updateItem(table: name, key: key("alert#\(alert)"), update: update),
            deadline: deadline)
    }

    /// Records that an alert is in a digest, which another invocation sends.
    public func markDigested(_ alert: String, deadline: Deadline) throws(AWS.Failure) {
        let update = DynamoDB.Expression(
            "SET #state = :published", names: ["#state": "state"],
            values: [":published": .string("published")])
        _ = try run(
            DynamoDB.updateItem(table: name, key: key("alert#\(alert)"), update: update),
            deadline: deadline)
    }

    /// Whether an alert was published, separately or in a digest. Reads only; claims nothing.
    public func hasPublished(_ alert: String, deadline: Deadline) throws(AWS.Failure) -> Bool {
        let item = try run(
            DynamoDB.getItem(table: name, key: key("alert#\(alert)"), consistent: true),
            deadline: deadline)
        return item?["state"]?.string == "published"
    }
}
