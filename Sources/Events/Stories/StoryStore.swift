/// Where stories are kept: the state table, or memory.
public protocol StoryStore {
    /// The marks in items; items that do not exist are left out.
    mutating func marks(in items: [String]) throws -> JoinKey.Marks

    /// Leaves a mark, unless there is one that stays.
    /// - Returns: all marks of the item now.
    mutating func leave(
        _ mark: JoinMark, as attribute: String, in item: String, replacing: Bool
    ) throws -> [String: JoinMark]

    /// The stories of threads, and what became of events; what does not exist is left out.
    mutating func read(
        threads: Set<String>, acts: Set<String>
    ) throws -> (stories: [String: Story], acts: [String: ToldAct])

    /// Records that a thread belongs to another one. People who know it must hear of that (`isTold`); the
    /// other one names it, if it has room to (`isListed`).
    mutating func join(
        _ thread: String, to root: String, isTold: Bool, isListed: Bool, now: Int
    ) throws

    /// Adds an alert to its story.
    /// - Returns: its number in the story.
    mutating func add(_ entry: StoryEntry, to thread: String, now: Int) throws -> Int

    /// Records what became of an event.
    mutating func keep(_ act: ToldAct, of event: String, now: Int) throws

    /// Records what another record adds to an alert.
    mutating func add(_ addition: ActAddition, to event: String, now: Int) throws

    /// Counts one more.
    /// - Returns: whether it is certain that the sweeper tells the count in time.
    mutating func count(_ entry: CountEntry, now: Int) throws -> Bool

    /// Whether this combination is new; from now on it is not.
    mutating func isNew(_ combination: String, now: Int) throws -> Bool
}
