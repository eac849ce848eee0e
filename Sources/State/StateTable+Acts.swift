public import AWSClient
public import Events
import Outbox
public import System

extension StateTable {
    /// For how long it is known what became of an event: as long as a replay may bring it again.
    private static let keepsActs = day * memory

    /// Reads what became of events: the items `act#EVENT`.
    /// - Throws: ``AWS/Failure``, or ``Unanswered``.
    public func acts(of events: Set<String>, deadline: Deadline) throws -> [String: ToldAct] {
        let ids = events.sorted().filter { !$0.isEmpty }
        let keys = Self.actKeys(of: ids)
        if keys.isEmpty { return [:] }
        let batch = try run(
            DynamoDB.batchGetItem(table: name, keys: keys, consistent: true),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard batch.unprocessed.isEmpty else { throw Unanswered() }
        var acts: [String: ToldAct] = [:]
        for item in batch.items {
            acts[String((item["id"]?.string ?? "").dropFirst(4))] = ToldAct(item)
        }
        return acts
    }

    /// Records what became of an event. What other records added meanwhile stays.
    public func keep(
        _ act: ToldAct, of event: String, now: Int, deadline: Deadline
    ) throws(AWS.Failure) {
        var names = ["#content": "content", "#expires": "expires"]
        var values: DynamoDB.Item = [
            ":content": .string(act.content), ":expires": .number(Int64(now) + Self.keepsActs),
        ]
        var sets = ["#content = :content", "#expires = :expires"]
        for (name, value) in act.facts {
            names["#\(name)"] = name
            values[":\(name)"] = value
            sets.append("#\(name) = :\(name)")
        }
        names["#slots"] = "slots"
        values[":slots"] = .strings(act.slots.isEmpty ? ["none"] : act.slots)
        let update = DynamoDB.Expression(
            "SET \(sets.sorted().joined(separator: ", ")) ADD #slots :slots", names: names,
            values: values)
        _ = try run(
            DynamoDB.updateItem(table: name, key: key("act#\(event)"), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
    }

    /// Records what another record of an act adds to its alert, for one follow-up.
    public func add(
        _ addition: ActAddition, to event: String, now: Int, deadline: Deadline
    ) throws(AWS.Failure) {
        var names = ["#slots": "slots"]
        var values: DynamoDB.Item = [":slots": .strings([addition.slot])]
        var sets: [String] = []
        for (name, value) in addition.facts {
            names["#\(name)"] = name
            values[":\(name)"] = .string(value)
            sets.append("#\(name) = if_not_exists(#\(name), :\(name))")
        }
        if addition.isNew {
            names.merge(["#lane": "lane", "#due": "due"]) { $1 }
            values[":lane"] = .string(Lane.stories.rawValue)
            values[":due"] = .number(Int64(now) + Self.waitsForRecords)
            sets += ["#lane = :lane", "#due = if_not_exists(#due, :due)"]
        }
        let set = sets.isEmpty ? "" : "SET \(sets.joined(separator: ", ")) "
        let update = DynamoDB.Expression(
            set + "ADD #slots :slots", names: names, values: values)
        _ = try run(
            DynamoDB.updateItem(table: name, key: key("act#\(event)"), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
    }

    /// Seconds in which the other records of an act may arrive before the follow-up is told.
    private static let waitsForRecords: Int64 = 20

    private static func act(_ event: String) -> String { "act#\(event)" }

    private static func actKeys(of events: [String]) -> [DynamoDB.Item] {
        events.map { ["id": .string(act($0))] }
    }
}

extension ToldAct {
    /// `thread`, `folds`, `waits`, `severity` (text), `step` (number), `who`, `from`, `mfa` (true where
    /// the alert says it).
    fileprivate var facts: [(String, DynamoDB.AttributeValue)] {
        var facts: [(String, DynamoDB.AttributeValue)] = []
        for (name, text) in [
            ("thread", thread), ("folds", folds), ("waits", waits), ("severity", severity),
        ] {
            if let text, !text.isEmpty { facts.append((name, .string(text))) }
        }
        if let step { facts.append(("step", .number(Int64(step)))) }
        for (name, isKnown) in [
            ("knowsWho", knowsWho), ("knowsFrom", knowsNetwork), ("knowsMFA", knowsMFA),
        ] where isKnown { facts.append((name, .bool(true))) }
        return facts
    }

    /// Reads an item. What has another type than is written counts as missing: then nothing is folded.
    init(_ item: DynamoDB.Item) {
        self.init(content: item["content"]?.string ?? "")
        thread = item["thread"]?.string
        step = item["step"]?.int.flatMap { Int(exactly: $0) }
        folds = item["folds"]?.string
        waits = item["waits"]?.string
        severity = item["severity"]?.string
        knowsWho = item["knowsWho"] == .bool(true) || item["who"] != nil
        knowsNetwork = item["knowsFrom"] == .bool(true) || item["from"] != nil
        knowsMFA = item["knowsMFA"] == .bool(true) || item["mfa"] != nil
        slots = Set(item["slots"].texts)
    }
}

extension ActAddition {
    /// `who`, `from` and `mfa`: text.
    fileprivate var facts: [(String, String)] {
        [("who", who), ("from", from), ("mfa", mfa)].compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : (name, $0) }
        }
    }
}
