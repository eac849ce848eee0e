import AccessPlan
public import Alerts
import Events
public import Logging
public import State
public import System

/// Something that the sweeper tells of a story.
public struct StoryNote {
    /// What to send.
    public let message: Message

    let due: DueStory
    let table: StateTable
    /// Seconds since 1970.
    let now: Int

    /// Records that SNS took it.
    /// - Throws: why the table did not answer: then it is told once more.
    public func told(deadline: Deadline) throws {
        try table.told(due, now: now, deadline: deadline)
    }
}

/// What the sweeper asks for: counts, follow-ups and summaries that are due.
public struct StoryTeller {
    private let table: StateTable
    private let home: StateTable?
    private let logger: Logger

    /// Makes a teller.
    /// - Parameters:
    ///   - table: of this hub.
    ///   - home: in a standby Region, the home Region's table: what home tells is not told here.
    ///   - logger: gets what could not be read.
    public init(table: StateTable, home: StateTable? = nil, logger: Logger) {
        self.table = table
        self.home = home
        self.logger = logger
    }

    /// How many notes one sweep tells.
    private static let limit = 25

    /// How many seconds a standby Region leaves to the home Region.
    private static let patience = 150

    /// Finds what is due, and claims it.
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - deadline: when to give up.
    /// - Returns: messages; the caller sends each and then calls ``StoryNote/told(deadline:)``. What is
    ///   not told is due again after four minutes, and so is what could not be read.
    public func dueStories(now: Double, deadline: Deadline) -> [StoryNote] {
        let now = Int(exactly: now.rounded(.down)) ?? 0
        let since = home == nil ? now : now - Self.patience
        do {
            let taken = try table.takeDueStories(
                by: since, now: now, limit: Self.limit, deadline: deadline)
            return taken.compactMap { note(of: $0, now: now, deadline: deadline) }
        } catch {
            logger.error("stories not read", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// What to send of a story; nil if somebody told it, or if it has nothing to say.
    private func note(of due: DueStory, now: Int, deadline: Deadline) -> StoryNote? {
        do {
            if !isTold(due, now: now, deadline: deadline),
                let text = try text(due, deadline: deadline)
            {
                return StoryNote(message: text.message, due: due, table: table, now: now)
            }
            try table.told(due, now: now, deadline: deadline)
        } catch {
            logger.error("story not read", metadata: ["error": "\(error)"])
        }
        return nil
    }

    /// Whether the home Region tells it. Only a proof counts: its own item.
    private func isTold(_ due: DueStory, now: Int, deadline: Deadline) -> Bool {
        guard let home else { return false }
        do {
            return try home.tells(due, now: now, deadline: deadline)
        } catch {
            logger.error("home table not read: standby tells", metadata: ["error": "\(error)"])
            return false
        }
    }

    private func text(_ due: DueStory, deadline: Deadline) throws -> StoryText? {
        switch due {
        case .count(let name, let entry, let number, let since):
            let count = StoryText.Count(
                kind: entry.kind.rawValue, number: number, since: since, last: entry.time,
                what: entry.what)
            return .count(
                count, id: "count-\(since)-\(name)",
                severity: Severity(rawValue: entry.severity) ?? .high, thread: entry.thread,
                accountID: entry.account)
        case .join(let thread, let root):
            return .join(thread, to: root, id: "join-\(thread)")
        case .addition(let event, let addition, let thread):
            return .addition(
                to: event, who: addition.who, from: addition.from, mfa: addition.mfa,
                id: "more-\(event)-\(addition.names.joined(separator: "-"))", thread: thread)
        case .summary(let thread, let story):
            return try summary(of: thread, story, deadline: deadline)
        }
    }

    /// The summary of a story and of all that turned out to belong to it; `nil` if nobody came in.
    private func summary(
        of thread: String, _ story: Story, deadline: Deadline
    ) throws -> StoryText? {
        guard story.alerts > story.refusalCount, let first = story.first, let last = story.last
        else { return nil }
        var summary = StoryText.Summary(first: first, last: last)
        summary.add(story)
        let parts = try table.stories(of: story.parts, deadline: deadline)
        let further = parts.values.reduce(into: Set()) { $0.formUnion($1.parts) }
            .subtracting(story.parts).subtracting([thread])
        let rest = try table.stories(of: further, deadline: deadline)
        for part in Array(parts.values) + Array(rest.values) { summary.add(part) }
        summary.readCount = try table.reads(
            of: story.parts.union(further).union([thread]), deadline: deadline)
        return .summary(summary, id: "summary-\(story.alerts)-\(thread)", thread: thread)
    }
}

extension StoryText.Summary {
    mutating func add(_ story: Story) {
        who = who ?? story.who
        first = min(first, story.first ?? first)
        last = max(last, story.last ?? last)
        networks.formUnion(story.networks)
        accounts.formUnion(story.accounts)
        writes.formUnion(story.writes)
        refusals.formUnion(story.refusals)
        alerts += story.alerts
        writeCount += story.writeCount
        refusalCount += story.refusalCount
    }
}
