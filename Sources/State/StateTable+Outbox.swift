public import AWSClient
import Outbox
public import System
import Text

extension StateTable {
    /// The result of claiming an alert.
    public enum Claim: Sendable, Hashable {
        /// This invocation sends it. These topics took it already, and so many attempts have begun, this
        /// one included.
        case granted(taken: Set<String>, tries: Int)
        /// SNS took it already.
        case told
        /// Another invocation sends it now.
        case busy
        /// It waits for a digest.
        case folded
        /// The item is about another event with the same id.
        case other
    }

    /// Who acts, and when.
    public struct Actor: Sendable {
        /// Different for every run of every invocation.
        public let owner: String
        /// Seconds since 1970.
        public let now: Int64
        /// When to give up.
        public let deadline: Deadline

        /// Makes one.
        public init(owner: String, now: Int64, deadline: Deadline) {
            self.owner = owner
            self.now = now
            self.deadline = deadline
        }
    }

    static let alertPrefix = "alert#"

    /// For how many days an alert is remembered: as long as an archive may be replayed.
    static let memory: Int64 = 14

    /// Claims an alert, with or without its facts: the item `alert#ID`.
    /// - Parameters:
    ///   - id: the alert's id.
    ///   - facts: what the sweeper needs to send it; nil where the item has them.
    ///   - due: when the sweeper looks after it, if nobody did before: seconds since 1970.
    ///   - actor: who claims it.
    /// - Returns: whether to send it.
    /// - Throws: why the table did not answer.
    public func claim(
        _ id: String, _ facts: Facts?, due: Int64, _ actor: Actor
    ) throws(AWS.Failure) -> Claim {
        var update = DynamoDB.Expression(
            "SET #state = :claimed, #owner = :owner, #lease = :lease, #reason = :reason, "
                + "#tries = if_not_exists(#tries, :none) + :one, #due = :due, #expires = :expires",
            names: [
                "#state": "state", "#owner": "owner", "#lease": "lease", "#reason": "reason",
                "#tries": "tries", "#due": "due", "#expires": "expires",
            ],
            values: [
                ":claimed": .string(AlertState.claimed.rawValue), ":owner": .string(actor.owner),
                ":lease": .number(actor.now + Lease.claim),
                ":reason": .string("an invocation sends it"), ":none": .number(0),
                ":one": .number(1), ":due": .number(due),
                ":expires": .number(actor.now + Self.day * Self.memory),
            ])
        if let facts {
            update.text += ", #lane = :lane, #line = :line, #severity = :severity"
            update.names.merge(["#lane": "lane", "#line": "line", "#severity": "severity"]) { $1 }
            update.values.merge([
                ":lane": .string(facts.lane.rawValue), ":line": .string(facts.line),
                ":severity": .string(facts.severity ?? "critical"),
            ]) { $1 }
        }
        var condition = AlertAct.claim.condition(owner: actor.owner, now: actor.now)
        if let content = facts?.content {
            update.text += ", #content = :content"
            update.names["#content"] = "content"
            update.values[":content"] = .string(content)
            condition.text =
                "(\(condition.text)) AND (attribute_not_exists(#content) OR #content = :content)"
        }
        switch try act(on: id, update, if: condition, actor) {
        case .updated(let item):
            let alert = AlertItem(item, id: id)
            return .granted(taken: alert.taken, tries: alert.tries)
        case .conditionFailed(let item):
            if let content = item?["content"]?.string, content != facts?.content ?? content {
                return .other
            }
            switch AlertItem(item ?? [:], id: id).state {
            case .sent: return .told
            case .folded: return .folded
            default: return .busy
            }
        }
    }

    /// Leaves a claimed alert to the digest of its lane.
    /// - Parameters:
    ///   - id: the alert's id.
    ///   - due: when the digest is sent: seconds since 1970.
    ///   - actor: who owns the alert.
    /// - Returns: whether it is in the digest; not if the owner has changed.
    /// - Throws: why the table did not answer.
    public func fold(_ id: String, due: Int64, _ actor: Actor) throws(AWS.Failure) -> Bool {
        let update = DynamoDB.Expression(
            "SET #state = :folded, #lease = :lease, #reason = :reason, #due = :due",
            names: ["#state": "state", "#lease": "lease", "#reason": "reason", "#due": "due"],
            values: [
                ":folded": .string(AlertState.folded.rawValue),
                ":lease": .number(actor.now + Lease.fold),
                ":reason": .string("too many alerts at once: it waits for a digest"),
                ":due": .number(due),
            ])
        guard case .updated = try act(.fold, id, update, actor) else { return false }
        return true
    }

    /// Gives a claimed alert back, because not every topic took it.
    /// - Parameters:
    ///   - id: the alert's id.
    ///   - reason: why, at most 200 bytes are kept.
    ///   - taken: the topics that took it.
    ///   - actor: who owns the alert.
    /// - Throws: why the table did not answer.
    public func release(
        _ id: String, because reason: String, taken: Set<String>, _ actor: Actor
    ) throws(AWS.Failure) {
        var update = DynamoDB.Expression(
            "SET #state = :received, #reason = :reason REMOVE #lease",
            names: ["#state": "state", "#reason": "reason", "#lease": "lease"],
            values: [
                ":received": .string(AlertState.received.rawValue),
                ":reason": .string(reason.beginning(200)),
            ])
        update.add(taken)
        _ = try act(.release, id, update, actor)
    }

    /// Records that SNS took an alert: nobody sends it again.
    /// - Parameters:
    ///   - id: the alert's id.
    ///   - reason: e.g. `alone`, `in a digest`.
    ///   - taken: the topics that took it.
    ///   - actor: who sent it.
    /// - Throws: why the table did not answer.
    public func markSent(
        _ id: String, because reason: String, taken: Set<String>, _ actor: Actor
    ) throws(AWS.Failure) {
        _ = try act(.send, id, sending(reason, taken, actor), actor)
    }

    /// Records that SNS took alerts, up to a hundred at a time.
    /// - Throws: why the table did not answer; the alerts after that are not recorded.
    public func markSent(
        _ ids: [String], because reason: String, taken: Set<String>, _ actor: Actor
    ) throws(AWS.Failure) {
        let change = sending(reason, taken, actor)
        let condition = AlertAct.send.condition(owner: actor.owner, now: actor.now)
        for start in stride(from: 0, to: ids.count, by: 100) {
            let part = ids[start..<min(start + 100, ids.count)]
            let updates = part.map { id in
                DynamoDB.Update(key: alertKey(id), change: change, condition: condition)
            }
            if try run(
                DynamoDB.transactWriteItems(table: name, updates: updates),
                deadline: actor.deadline)
            {
                continue
            }
            // Somebody writes one of them at the same time.
            for id in part { try markSent(id, because: reason, taken: taken, actor) }
        }
    }

    /// Records which topics took an alert that is not yet sent to all of them.
    public func note(
        _ id: String, taken: Set<String>, _ actor: Actor
    ) throws(AWS.Failure) {
        guard !taken.isEmpty else { return }
        var update = DynamoDB.Expression("")
        update.add(taken)
        _ = try run(
            DynamoDB.updateItem(table: name, key: alertKey(id), update: update),
            deadline: actor.deadline)
    }

    /// Reads an alert's item.
    /// - Returns: the item; nil if there is none.
    public func alert(_ id: String, deadline: Deadline) throws(AWS.Failure) -> AlertItem? {
        try run(
            DynamoDB.getItem(table: name, key: alertKey(id), consistent: true), deadline: deadline
        ).map { AlertItem($0, id: id) }
    }

    func alertKey(_ id: String) -> DynamoDB.Item { key("alert#\(id)") }

    private func act(
        _ act: AlertAct, _ id: String, _ update: DynamoDB.Expression, _ actor: Actor
    ) throws(AWS.Failure) -> DynamoDB.UpdateResult {
        let condition = act.condition(owner: actor.owner, now: actor.now)
        return try self.act(on: id, update, if: condition, actor)
    }

    private func act(
        on id: String, _ update: DynamoDB.Expression, if condition: DynamoDB.Expression,
        _ actor: Actor
    ) throws(AWS.Failure) -> DynamoDB.UpdateResult {
        try run(
            DynamoDB.updateItem(
                table: name, key: alertKey(id), update: update, condition: condition),
            deadline: actor.deadline)
    }

    private func sending(
        _ reason: String, _ taken: Set<String>, _ actor: Actor
    ) -> DynamoDB.Expression {
        var update = DynamoDB.Expression(
            "SET #state = :sent, #reason = :reason, #expires = :expires "
                + "REMOVE #lane, #due, #lease",
            names: [
                "#state": "state", "#reason": "reason", "#expires": "expires", "#lane": "lane",
                "#due": "due", "#lease": "lease",
            ],
            values: [
                ":sent": .string(AlertState.sent.rawValue), ":reason": .string(reason),
                ":expires": .number(actor.now + Self.day * Self.memory),
            ])
        update.add(taken)
        return update
    }
}

extension DynamoDB.Expression {
    /// Adds topics to those that took the alert. DynamoDB has no empty sets.
    fileprivate mutating func add(_ taken: Set<String>) {
        guard !taken.isEmpty else { return }
        text += " ADD #sent :topics"
        names["#sent"] = "sent"
        values[":topics"] = .strings(taken)
    }
}
