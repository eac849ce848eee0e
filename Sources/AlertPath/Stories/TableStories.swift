import Events
import State
import System

/// Stories in the state table, for one event.
struct TableStories: StoryStore {
    let table: StateTable
    let deadline: Deadline
    /// Seconds since 1970.
    let now: Int
    /// What was read of stories, so that an entry needs no further read.
    private var known: [String: Story] = [:]

    init(_ table: StateTable, now: Int, deadline: Deadline) {
        self.table = table
        self.now = now
        self.deadline = deadline
    }

    /// What was read before.
    mutating func know(_ place: StoryPlace) {
        known[place.origin.thread] = place.story
    }

    func marks(in items: [String]) throws -> JoinKey.Marks {
        try table.marks(in: items, deadline: deadline)
    }

    func leave(
        _ mark: JoinMark, as attribute: String, in item: String, replacing: Bool
    ) throws -> [String: JoinMark] {
        try table.leave(
            mark, as: attribute, in: item, replacing: replacing, now: now, deadline: deadline)
    }

    mutating func read(
        threads: Set<String>, acts: Set<String>
    ) throws -> (stories: [String: Story], acts: [String: ToldAct]) {
        let stories = try table.stories(of: threads, deadline: deadline)
        known.merge(stories) { $1 }
        return (stories, try table.acts(of: acts, deadline: deadline))
    }

    func join(
        _ thread: String, to root: String, isTold: Bool, isListed: Bool, now: Int
    ) throws {
        try table.join(
            thread, to: root, isTold: isTold, isListed: isListed, now: now, deadline: deadline)
    }

    func add(_ entry: StoryEntry, to thread: String, now: Int) throws -> Int {
        try table.add(entry, to: thread, knowing: known[thread], now: now, deadline: deadline)
    }

    func keep(_ act: ToldAct, of event: String, now: Int) throws {
        try table.keep(act, of: event, now: now, deadline: deadline)
    }

    func add(_ addition: ActAddition, to event: String, now: Int) throws {
        try table.add(addition, to: event, now: now, deadline: deadline)
    }

    func count(_ entry: CountEntry, now: Int) throws -> Bool {
        try table.count(entry, now: now, deadline: deadline)
    }

    func isNew(_ combination: String, now: Int) throws -> Bool {
        try table.isNew(combination, now: now, deadline: deadline)
    }
}
