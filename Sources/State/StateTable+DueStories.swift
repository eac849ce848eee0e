public import AWSClient
public import Events
import Outbox
public import System

/// What the sweeper has to tell of a story.
public enum DueStory: Sendable, Hashable {
    /// What was counted: the name of the item, and what it says.
    case count(name: String, entry: CountEntry, number: Int, since: Int)

    /// A thread that turned out to belong to another one.
    case join(thread: String, root: String)

    /// What further records of an act add to the alert of an event.
    case addition(event: String, addition: ActAddition, thread: String?)

    /// The story of a sign-in that is over.
    case summary(thread: String, story: Story)
}

extension StateTable {
    /// For how many seconds one sweeper is believed to tell a story.
    static let storyLease: Int64 = 240

    /// Finds what is due of stories, and claims it: another sweeper leaves it alone for four minutes.
    /// - Parameters:
    ///   - time: what was due by then: seconds since 1970.
    ///   - now: seconds since 1970.
    ///   - limit: how many at most.
    ///   - deadline: when to give up.
    /// - Returns: what to tell; what was claimed before an error is due again after the lease.
    /// - Throws: why the table did not answer.
    public func takeDueStories(
        by time: Int, now: Int, limit: Int, deadline: Deadline
    ) throws -> [DueStory] {
        let condition = DynamoDB.Expression(
            "#lane = :lane AND #due <= :now", names: ["#lane": "lane", "#due": "due"],
            values: [":lane": .string(Lane.stories.rawValue), ":now": .number(Int64(time))])
        var stories: [DueStory] = []
        var start: DynamoDB.Item?
        var pages = 0
        repeat {
            let page = try run(
                DynamoDB.query(
                    table: name, index: Self.dueIndex, condition: condition, limit: limit,
                    start: start),
                deadline: deadline)
            for item in page.items where stories.count < limit {
                guard let id = item["id"]?.string, let due = item["due"]?.int else { continue }
                let claimed: DynamoDB.Item?
                if id.hasPrefix("story#") {
                    claimed = try claim(
                        story: String(id.dropFirst(6)), due: due, now: now, deadline: deadline)
                } else if id.hasPrefix("act#") {
                    claimed = try claim(
                        act: String(id.dropFirst(4)), due: due, now: now, deadline: deadline)
                } else {
                    continue
                }
                if let claimed, let story = DueStory(claimed, id: id) { stories.append(story) }
            }
            start = page.last
            pages += 1
        } while start != nil && stories.count < limit && pages < Self.mostPages
        return stories
    }

    /// How many pages of the index one look reads.
    private static let mostPages = 20

    private func claim(
        story: String, due: Int64, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> DynamoDB.Item? {
        let (update, condition) = Self.claiming(due, now)
        return try run(
            DynamoDB.updateItem(
                table: name, key: key("story#\(story)"), update: update, condition: condition),
            deadline: deadline
        ).item
    }

    private func claim(
        act: String, due: Int64, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> DynamoDB.Item? {
        let (update, condition) = Self.claiming(due, now)
        return try run(
            DynamoDB.updateItem(
                table: name, key: key("act#\(act)"), update: update, condition: condition),
            deadline: deadline
        ).item
    }

    private static func claiming(
        _ due: Int64, _ now: Int
    ) -> (DynamoDB.Expression, DynamoDB.Expression) {
        let names = ["#due": "due"]
        return (
            DynamoDB.Expression(
                "SET #due = :later", names: names,
                values: [":later": .number(Int64(now) + storyLease)]),
            DynamoDB.Expression(
                "#due = :due", names: names, values: [":due": .number(due)])
        )
    }

    /// Records that SNS took what was due. What came meanwhile stays due.
    /// - Throws: why the table did not answer: then it is told once more.
    public func told(_ due: DueStory, now: Int, deadline: Deadline) throws(AWS.Failure) {
        switch due {
        case .count(let name, let entry, let number, _):
            try told(count: name, number, last: entry.time, now: now, deadline: deadline)
        case .join(let thread, let root):
            let condition = DynamoDB.Expression(
                "#joined = :root", names: ["#joined": "joined"],
                values: [":root": .string(root)])
            _ = try run(
                DynamoDB.updateItem(
                    table: self.name, key: key("story#\(thread)"), update: Self.done,
                    condition: condition),
                deadline: deadline)
        case .summary(let thread, let story):
            let condition = DynamoDB.Expression(
                "#alerts = :alerts", names: ["#alerts": "alerts"],
                values: [":alerts": .number(Int64(story.alerts))])
            _ = try run(
                DynamoDB.updateItem(
                    table: self.name, key: key("story#\(thread)"), update: Self.done,
                    condition: condition),
                deadline: deadline)
        case .addition(let event, let addition, _):
            var condition = DynamoDB.Expression("")
            var parts: [String] = []
            for (name, value) in [
                ("who", addition.who), ("from", addition.from), ("mfa", addition.mfa),
            ] {
                condition.names["#\(name)"] = name
                if let value {
                    condition.values[":\(name)"] = .string(value)
                    parts.append("#\(name) = :\(name)")
                } else {
                    parts.append("attribute_not_exists(#\(name))")
                }
            }
            condition.text = parts.joined(separator: " AND ")
            _ = try run(
                DynamoDB.updateItem(
                    table: self.name, key: key("act#\(event)"), update: Self.done,
                    condition: condition),
                deadline: deadline)
        }
    }

    private static let done = DynamoDB.Expression(
        "REMOVE #lane, #due", names: ["#lane": "lane", "#due": "due"])

    private func told(
        count: String, _ number: Int, last: Int, now: Int, deadline: Deadline
    ) throws(AWS.Failure) {
        let names = ["#count": "count", "#total": "total", "#since": "since", "#due": "due"]
        let values: DynamoDB.Item = [
            ":number": .number(Int64(number)), ":zero": .number(Int64(0)),
        ]
        let result = try run(
            DynamoDB.updateItem(
                table: name, key: key("story#\(count)"),
                update: DynamoDB.Expression(
                    "SET #total = if_not_exists(#total, :zero) + :number "
                        + "REMOVE #count, #since, #lane, #due",
                    names: names.merging(["#lane": "lane"]) { $1 }, values: values),
                condition: DynamoDB.Expression(
                    "#count = :number", names: ["#count": "count"],
                    values: [":number": .number(Int64(number))])),
            deadline: deadline)
        guard case .conditionFailed(let item) = result, item != nil else { return }
        _ = try run(
            DynamoDB.updateItem(
                table: name, key: key("story#\(count)"),
                update: DynamoDB.Expression(
                    "SET #total = if_not_exists(#total, :zero) + :number, "
                        + "#count = #count - :number, #since = :last, #due = :due",
                    names: names,
                    values: values.merging([
                        ":last": .number(Int64(last)),
                        ":due": .number(Int64(now) + Int64(CountEntry.wait)),
                    ]) { $1 })),
            deadline: deadline)
    }

    /// How many of something were counted, told or not: of the threads' reads.
    public func reads(of threads: Set<String>, deadline: Deadline) throws(AWS.Failure) -> Int {
        let names = threads.sorted().map { "reads/\($0)" }
        let keys = Self.storyKeys(of: names)
        if keys.isEmpty { return 0 }
        let batch = try run(
            DynamoDB.batchGetItem(table: name, keys: keys, consistent: true), deadline: deadline)
        return batch.items.reduce(0) {
            $0 + Int(clamping: ($1["total"]?.int ?? 0) + ($1["count"]?.int ?? 0))
        }
    }
}

extension DynamoDB.UpdateResult {
    /// The item that was changed; nil if the condition was not met.
    fileprivate var item: DynamoDB.Item? {
        guard case .updated(let item) = self else { return nil }
        return item
    }
}

extension DueStory {
    /// Reads a claimed item; `nil` for what no function leaves there.
    init?(_ item: DynamoDB.Item, id: String) {
        if id.hasPrefix("act#") {
            let addition = ActAddition(
                slot: "", who: item["who"]?.string, from: item["from"]?.string,
                mfa: item["mfa"]?.string)
            guard addition.isNew else { return nil }
            self = .addition(
                event: String(id.dropFirst(4)), addition: addition,
                thread: item["thread"]?.string)
            return
        }
        let name = String(id.dropFirst(6))
        if let kind = item["kind"]?.string.flatMap(CountEntry.Kind.init) {
            guard let number = item["count"]?.int, number > 0,
                let since = item["since"]?.int.flatMap({ Int(exactly: $0) })
            else { return nil }
            self = .count(
                name: name,
                entry: CountEntry(
                    kind: kind, name: name, thread: item["thread"]?.string,
                    what: item["what"]?.string ?? "", severity: item["severity"]?.string ?? "",
                    time: Int(clamping: item["last"]?.int ?? 0),
                    account: item["account"]?.string),
                number: Int(clamping: number), since: since)
            return
        }
        let story = Story(item)
        if let root = story.joined {
            self = .join(thread: name, root: root)
        } else {
            self = .summary(thread: name, story: story)
        }
    }
}
