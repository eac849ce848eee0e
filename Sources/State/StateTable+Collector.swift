public import AWSClient
public import Outbox

extension StateTable {
    /// One invocation that collects the folded alerts of a lane into digests: the item `collector#LANE`.
    public struct Collector: Sendable, Hashable {
        /// Whose alerts.
        public let lane: Lane

        /// How many alerts were folded in the lane, ever.
        public let folded: Int64

        /// How many of them were folded when the last collector found no more.
        public let told: Int64

        /// Until when alerts of the lane may be sent already without being marked, because a collector did
        /// not finish: seconds since 1970.
        let doubt: Int64?

        init(_ lane: Lane, _ item: DynamoDB.Item) {
            self.lane = lane
            folded = item["folded"]?.int ?? 0
            told = item["told"]?.int ?? 0
            doubt = item["doubt"]?.int
        }

        /// Whether the lane's alerts may be sent already.
        public func isDoubtful(at now: Int64) -> Bool { doubt.map { $0 >= now } ?? false }
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
        let nobody = DynamoDB.Expression(
            "attribute_not_exists(#owner)", names: ["#owner": "owner"])
        switch try own(lane, if: nobody, isDoubtful: false, actor) {
        case .updated(let item): return Collector(lane, item)
        case .conditionFailed(let item):
            guard Lease.isOver(item?["lease"]?.int, at: actor.now) else { return nil }
            // It did not finish.
            let left = DynamoDB.Expression.leaseIsOver(at: actor.now)
            guard case .updated(let item) = try own(lane, if: left, isDoubtful: true, actor) else {
                return nil
            }
            return Collector(lane, item)
        }
    }

    private func own(
        _ lane: Lane, if condition: DynamoDB.Expression, isDoubtful: Bool, _ actor: Actor
    ) throws(AWS.Failure) -> DynamoDB.UpdateResult {
        var update = DynamoDB.Expression(
            "SET #owner = :owner, #lease = :lease, #expires = :expires",
            names: ["#owner": "owner", "#lease": "lease", "#expires": "expires"],
            values: [
                ":owner": .string(actor.owner), ":lease": .number(actor.now + Lease.collector),
                ":expires": .number(actor.now + Self.day * Self.memory),
            ])
        if isDoubtful { update.doubt(from: actor.now) }
        return try run(
            DynamoDB.updateItem(
                table: name, key: collectorKey(lane), update: update, condition: condition),
            deadline: actor.deadline)
    }

    /// Ends collecting, unless an alert was folded meanwhile.
    /// - Parameters:
    ///   - lane: whose alerts.
    ///   - folded: how many alerts were folded when the last look began.
    ///   - actor: who collects.
    /// - Returns: how many alerts are folded by now, if that is another number and nobody else collects.
    /// - Throws: why the table did not answer.
    public func finish(
        _ lane: Lane, folded: Int64, _ actor: Actor
    ) throws(AWS.Failure) -> Int64? {
        let same = DynamoDB.Expression(
            "#owner = :owner AND (attribute_not_exists(#folded) OR #folded = :folded)",
            names: ["#owner": "owner", "#folded": "folded"],
            values: [":owner": .string(actor.owner), ":folded": .number(folded)])
        let result = try end(lane, if: same, told: folded, isDoubtful: false, actor)
        guard case .conditionFailed(let item?) = result, item["owner"]?.string == actor.owner else {
            return nil
        }
        return item["folded"]?.int
    }

    /// Ends collecting with alerts left, for whoever comes next.
    /// - Parameters:
    ///   - lane: whose alerts.
    ///   - isDoubtful: whether SNS may have alerts that are not marked as sent.
    ///   - actor: who collects.
    /// - Throws: why the table did not answer.
    public func finish(
        _ lane: Lane, isDoubtful: Bool, _ actor: Actor
    ) throws(AWS.Failure) {
        let mine = DynamoDB.Expression(
            "#owner = :owner", names: ["#owner": "owner"],
            values: [":owner": .string(actor.owner)])
        _ = try end(lane, if: mine, told: nil, isDoubtful: isDoubtful, actor)
    }

    private func end(
        _ lane: Lane, if condition: DynamoDB.Expression, told: Int64?, isDoubtful: Bool,
        _ actor: Actor
    ) throws(AWS.Failure) -> DynamoDB.UpdateResult {
        var update = DynamoDB.Expression(
            "SET #expires = :expires",
            names: ["#owner": "owner", "#lease": "lease", "#expires": "expires"],
            values: [":expires": .number(actor.now + Self.day * Self.memory)])
        if let told {
            update.text += ", #told = :told"
            update.names["#told"] = "told"
            update.values[":told"] = .number(told)
        }
        if isDoubtful { update.doubt(from: actor.now) }
        update.text += " REMOVE #owner, #lease"
        return try run(
            DynamoDB.updateItem(
                table: name, key: collectorKey(lane), update: update, condition: condition),
            deadline: actor.deadline)
    }

    func collectorKey(_ lane: Lane) -> DynamoDB.Item { key("collector#\(lane.rawValue)") }
}

extension DynamoDB.Expression {
    /// As long as what is folded by now may still be collected.
    fileprivate mutating func doubt(from now: Int64) {
        text += ", #doubt = :doubt"
        names["#doubt"] = "doubt"
        values[":doubt"] = .number(now + Lease.fold)
    }
}
