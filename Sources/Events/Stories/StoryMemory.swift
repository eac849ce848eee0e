/// Stories without a state table: for a preview of events, and for tests.
public struct StoryMemory: StoryStore, Sendable {
    private var marks: JoinKey.Marks = [:]
    private(set) var stories: [String: Story] = [:]
    private(set) var acts: [String: ToldAct] = [:]
    private(set) var additions: [String: [ActAddition]] = [:]
    private(set) var counts: [String: Int] = [:]
    private var combinations: Set<String> = []

    /// Remembers nothing yet.
    public init() {}

    /// The marks in items.
    public func marks(in items: [String]) -> JoinKey.Marks {
        marks.filter { items.contains($0.key) }
    }

    /// Leaves a mark.
    public mutating func leave(
        _ mark: JoinMark, as attribute: String, in item: String, replacing: Bool
    ) -> [String: JoinMark] {
        if replacing || marks[item]?[attribute] == nil {
            marks[item, default: [:]][attribute] = mark
        }
        return marks[item, default: [:]]
    }

    /// The stories of threads, and what became of events.
    public func read(
        threads: Set<String>, acts: Set<String>
    ) -> (stories: [String: Story], acts: [String: ToldAct]) {
        (
            stories.filter { threads.contains($0.key) },
            self.acts.filter { acts.contains($0.key) }
        )
    }

    /// Records that a thread belongs to another one.
    public mutating func join(
        _ thread: String, to root: String, isTold: Bool, isListed: Bool, now: Int
    ) {
        stories[thread, default: Story()].joined = root
        guard isListed else { return }
        stories[root, default: Story()].parts.insert(thread)
    }

    /// Adds an alert to its story.
    public mutating func add(_ entry: StoryEntry, to thread: String, now: Int) -> Int {
        var story = stories[thread] ?? Story()
        story.alerts += 1
        story.first = min(story.first ?? entry.time, entry.time)
        story.last = max(story.last ?? entry.time, entry.time)
        story.ends = [story.ends, entry.ends].compactMap { $0 }.max()
        story.login = story.login ?? entry.login
        if entry.isVouched || story.who == nil { story.who = entry.who ?? story.who }
        if let network = entry.network { story.networks.insert(network) }
        story.accounts.formUnion(entry.accounts)
        if let write = entry.write {
            story.writes.insert(write)
            story.writeCount += 1
        }
        if let refusal = entry.refusal {
            story.refusals.insert(refusal)
            story.refusalCount += 1
        }
        stories[thread] = story
        return story.alerts
    }

    /// Records what became of an event.
    public mutating func keep(_ act: ToldAct, of event: String, now: Int) { acts[event] = act }

    /// Records what another record adds to an alert.
    public mutating func add(_ addition: ActAddition, to event: String, now: Int) {
        acts[event]?.slots.insert(addition.slot)
        if addition.who != nil { acts[event]?.knowsWho = true }
        if addition.from != nil { acts[event]?.knowsNetwork = true }
        if addition.mfa != nil { acts[event]?.knowsMFA = true }
        if addition.isNew { additions[event, default: []].append(addition) }
    }

    /// Counts one more.
    public mutating func count(_ entry: CountEntry, now: Int) -> Bool {
        counts[entry.name, default: 0] += 1
        return true
    }

    /// Whether a combination is new.
    public mutating func isNew(_ combination: String, now: Int) -> Bool {
        combinations.insert(combination).inserted
    }
}
