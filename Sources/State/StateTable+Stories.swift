public import AWSClient
public import Events
import Outbox
public import System

extension StateTable {
    /// For how long a story is kept after its last alert.
    private static let keepsStories = day * 3

    /// Reads the stories of threads: the items `story#THREAD`.
    /// - Throws: ``AWS/Failure``, or ``Unanswered``.
    public func stories(of threads: Set<String>, deadline: Deadline) throws -> [String: Story] {
        let names = threads.sorted()
        let keys = Self.storyKeys(of: names)
        if keys.isEmpty { return [:] }
        let batch = try run(
            DynamoDB.batchGetItem(table: name, keys: keys, consistent: true),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard batch.unprocessed.isEmpty else { throw Unanswered() }
        var stories: [String: Story] = [:]
        for item in batch.items {
            stories[String((item["id"]?.string ?? "").dropFirst(6))] = Story(item)
        }
        return stories
    }

    /// Adds an alert to its story, which is due for a summary when the session ends.
    /// - Returns: the number of alerts, including this one.
    public func add(
        _ entry: StoryEntry, to thread: String, knowing story: Story?, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> Int {
        let update = Self.adding(entry, story, now: now)
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("story#\(thread)"), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard case .updated(let item) = result else { return (story?.alerts ?? 0) + 1 }
        return Int(clamping: item["alerts"]?.int ?? 1)
    }

    private static func adding(
        _ entry: StoryEntry, _ story: Story?, now: Int
    ) -> DynamoDB.Expression {
        let ends = [entry.ends, story?.ends].compactMap { $0 }.max()
        // An event may be hours late.
        let due = max(Int64(ends ?? 0), Int64(now)) + Int64(Story.grace)
        var sets: DynamoDB.Item = [
            "first": .number(Int64(min(entry.time, story?.first ?? .max))),
            "last": .number(Int64(max(entry.time, story?.last ?? .min))),
            "expires": .number(due + keepsStories),
        ]
        if let ends {
            sets["ends"] = .number(Int64(ends))
            sets["due"] = .number(due)
            sets["lane"] = .string(Lane.stories.rawValue)
        }
        if let login = story?.login ?? entry.login { sets["login"] = .number(Int64(login)) }
        if let who = entry.who, entry.isVouched || story?.who == nil { sets["who"] = .string(who) }
        var adds: DynamoDB.Item = ["alerts": .number(1)]
        if let network = entry.network { adds["networks"] = .strings([network]) }
        if !entry.accounts.isEmpty { adds["accounts"] = .strings(entry.accounts) }
        if let write = entry.write {
            adds["writeCount"] = .number(1)
            if (story?.writes.count ?? 0) < Story.mostCalls { adds["writes"] = .strings([write]) }
        }
        if let refusal = entry.refusal {
            adds["refusalCount"] = .number(1)
            if (story?.refusals.count ?? 0) < Story.mostCalls {
                adds["refusals"] = .strings([refusal])
            }
        }
        return Self.update(sets, adds)
    }

    private static func update(
        _ sets: DynamoDB.Item, _ adds: DynamoDB.Item, first: DynamoDB.Item = [:]
    ) -> DynamoDB.Expression {
        var expression = DynamoDB.Expression("")
        for (name, value) in [sets, adds, first].joined() {
            expression.names["#\(name)"] = name
            expression.values[":\(name)"] = value
        }
        let set =
            (sets.keys.sorted().map { "#\($0) = :\($0)" }
            + first.keys.sorted().map { "#\($0) = if_not_exists(#\($0), :\($0))" })
            .joined(separator: ", ")
        let add = adds.keys.sorted().map { "#\($0) :\($0)" }.joined(separator: ", ")
        expression.text = "SET \(set)" + (add.isEmpty ? "" : " ADD \(add)")
        return expression
    }

    /// Records that a thread belongs to another one. If it was told, people hear of that soon.
    public func join(
        _ thread: String, to root: String, isTold: Bool, isListed: Bool, now: Int,
        deadline: Deadline
    ) throws(AWS.Failure) {
        let patience = deadline.capped(by: Self.sessionPatience, in: client.world)
        var sets: DynamoDB.Item = [
            "joined": .string(root), "expires": .number(Int64(now) + Self.keepsStories),
        ]
        if isTold {
            sets["lane"] = .string(Lane.stories.rawValue)
            sets["due"] = .number(Int64(now) + Self.waitsForJoins)
        }
        let update = Self.update(sets, [:])
        _ = try run(
            DynamoDB.updateItem(
                table: name, key: key("story#\(thread)"), update: update,
                condition: DynamoDB.Expression("attribute_not_exists(#joined)")),
            deadline: patience)
        guard isListed else { return }
        let parts = Self.update(
            ["expires": .number(Int64(now) + Self.keepsStories)], ["parts": .strings([thread])])
        _ = try run(
            DynamoDB.updateItem(table: name, key: key("story#\(root)"), update: parts),
            deadline: patience)
    }

    /// Seconds in which further threads may be joined before people hear of it.
    private static let waitsForJoins: Int64 = 20

    /// Counts one more of something, for the sweeper to tell.
    /// - Returns: whether the sweeper tells it in time: an item that says something else is not believed.
    public func count(
        _ entry: CountEntry, now: Int, deadline: Deadline
    ) throws(AWS.Failure) -> Bool {
        let due = Int64(now) + Int64(CountEntry.wait)
        var sets: DynamoDB.Item = [
            "last": .number(Int64(entry.time)), "lane": .string(Lane.stories.rawValue),
            "kind": .string(entry.kind.rawValue), "what": .string(entry.what),
            "severity": .string(entry.severity), "expires": .number(due + Self.keepsStories),
        ]
        sets["thread"] = entry.thread.map { .string($0) }
        sets["account"] = entry.account.map { .string($0) }
        let update = Self.update(
            sets, ["count": .number(1)],
            first: ["due": .number(due), "since": .number(Int64(entry.time))])
        let result = try run(
            DynamoDB.updateItem(table: name, key: key("story#\(entry.name)"), update: update),
            deadline: deadline.capped(by: Self.sessionPatience, in: client.world))
        guard case .updated(let item) = result, let told = item["due"]?.int else { return false }
        return told <= due
    }

    private static func story(_ name: String) -> String { "story#\(name)" }

    static func storyKeys(of names: [String]) -> [DynamoDB.Item] {
        names.map { ["id": .string(story($0))] }
    }
}

extension Story {
    /// Reads an item. What has another type than is written counts as missing.
    init(_ item: DynamoDB.Item) {
        self.init()
        func time(_ name: String) -> Int? {
            item[name]?.int.flatMap { Int(exactly: $0) }
        }
        joined = item["joined"]?.string.flatMap { JoinMark(thread: $0)?.thread }
        parts = Set(item["parts"].texts)
        alerts = time("alerts") ?? 0
        first = time("first")
        last = time("last")
        ends = time("ends")
        login = time("login")
        who = item["who"]?.string
        networks = Set(item["networks"].texts)
        accounts = Set(item["accounts"].texts)
        writes = Set(item["writes"].texts)
        refusals = Set(item["refusals"].texts)
        writeCount = time("writeCount") ?? 0
        refusalCount = time("refusalCount") ?? 0
    }
}
