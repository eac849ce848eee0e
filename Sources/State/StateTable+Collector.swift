public import AWSClient
public import Outbox

extension StateTable {
    /// One invocation that collects the folded alerts of a lane into digests: the item `collector#LANE`.
    public struct Collector: Sendable, Hashable {
        /// Whose alerts.
        public let lane: Lane

        /// How many alerts were folded in the lane, ever.
        public let folded: Int64

        /// Whether another collector did not finish: what it had to send may be sent already.
        public let isSuccessor: Bool
    }

    /// Counts one more folded alert of a lane.
    /// - Returns: whether nobody collects the lane's alerts now.
    /// - Throws: why the table did not answer.
    public func count(foldedIn lane: Lane, _ actor: Actor) throws(AWS.Failure) -> Bool {
        let update = DynamoDB.Expression(
            "SET #expires = :expires ADD #folded :one",
            names: ["#expires": "expires", "#folded": "folded"],
            values: [":expires": .number(actor.now + Self.day * Self.memory), ":one": .number(1)])
        let result = try run(
            DynamoDB.updateItem(table: name, key: collectorKey(lane), update: update),
            deadline: actor.deadline)
        guard case .updated(let item) = result else { return false }
        return Lease.isOver(item["lease"]?.int, at: actor.now)
    }

    /// Becomes the collector of a lane, if nobody else is.
    /// - Returns: what to collect; nil if somebody else collects it.
    /// - Throws: why the table did not answer.
    public func collect(_ lane: Lane, _ actor: Actor) throws(AWS.Failure) -> Collector? {
        let update = DynamoDB.Expression(
            "SET #before = if_not_exists(#owner, :nobody), #owner = :owner, #lease = :lease, "
                + "#expires = :expires ADD #folded :zero",
            names: [
                "#before": "before", "#owner": "owner", "#lease": "lease", "#expires": "expires",
                "#folded": "folded",
            ],
            values: [
                ":nobody": .string(""), ":owner": .string(actor.owner),
                ":lease": .number(actor.now + Lease.collector), ":zero": .number(0),
                ":expires": .number(actor.now + Self.day * Self.memory),
            ])
        let result = try run(
            DynamoDB.updateItem(
                table: name, key: collectorKey(lane), update: update,
                condition: .leaseIsOver(at: actor.now)),
            deadline: actor.deadline)
        guard case .updated(let item) = result else { return nil }
        let before = item["before"]?.string
        return Collector(
            lane: lane, folded: item["folded"]?.int ?? 0,
            isSuccessor: before != "" && before != actor.owner)
    }

    /// Ends collecting, unless an alert was folded meanwhile.
    /// - Parameters:
    ///   - lane: whose alerts.
    ///   - folded: how many alerts were folded when the last look began; nil to end in any case: the
    ///     next alert that is folded, or the sweeper, collects the rest.
    ///   - actor: who collects.
    /// - Returns: how many alerts are folded by now, if that is another number and nobody else collects.
    /// - Throws: why the table did not answer.
    public func finish(
        _ lane: Lane, folded: Int64?, _ actor: Actor
    ) throws(AWS.Failure) -> Int64? {
        let update = DynamoDB.Expression(
            "REMOVE #owner, #lease", names: ["#owner": "owner", "#lease": "lease"])
        var condition = DynamoDB.Expression(
            "#owner = :owner", names: ["#owner": "owner"],
            values: [":owner": .string(actor.owner)])
        if let folded {
            condition.text += " AND #folded = :folded"
            condition.names["#folded"] = "folded"
            condition.values[":folded"] = .number(folded)
        }
        let result = try run(
            DynamoDB.updateItem(
                table: name, key: collectorKey(lane), update: update, condition: condition),
            deadline: actor.deadline)
        guard case .conditionFailed(let item?) = result, item["owner"]?.string == actor.owner else {
            return nil
        }
        return item["folded"]?.int
    }

    func collectorKey(_ lane: Lane) -> DynamoDB.Item { key("collector#\(lane.rawValue)") }
}
