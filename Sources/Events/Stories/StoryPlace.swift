public import Alerts

/// Where an event belongs, as far as the store knows.
public struct StoryPlace: Sendable {
    /// What the event says.
    public var event: StoryEvent

    /// The thread that it belongs to, and its person.
    public var origin: SessionOrigin

    /// The story so far; `nil` if this is its first alert.
    public var story: Story?

    /// What became of the event before, if it is a repeat.
    public var earlier: ToldAct?

    /// The event whose alert tells this act, and what became of it.
    public var teller: (id: String, act: ToldAct)?

    /// Whether the event that this one corrects was told.
    public var hasOriginal = false

    /// The number of this alert, if it becomes one.
    public var step: Int { (story?.alerts ?? 0) + 1 }

    /// The id to tell the alert under, if another event of its id was told; else `nil`.
    public func otherID(of alert: Alert) -> String? {
        guard let earlier, earlier.content != event.content, let id = alert.id else { return nil }
        return "\(id)~\(event.content)"
    }
}

extension StoryPlace {
    /// Finds the thread of an event, joins what stood apart, and leaves what the next event needs.
    ///
    /// The cost does not depend on what came before: two or three reads of a fixed number of items, and
    /// one write for each key that has no mark yet.
    public init(
        _ event: StoryEvent, of alert: Alert, in store: inout some StoryStore, now: Int
    ) throws {
        self.event = event
        let marks = try store.marks(in: Array(Set(event.joins.flatMap(\.key.items))).sorted())
        let search = StorySearch(event, marks)
        let id = alert.id ?? ""
        var acts: Set = [id]
        if let original = event.original { acts.insert(original) }
        let tellers = search.tellers.filter { $0 != id }
        acts.formUnion(tellers)
        var known = try store.read(threads: search.threads, acts: acts)
        earlier = known.acts[id]
        hasOriginal = event.original.flatMap { known.acts[$0] } != nil
        teller = tellers.compactMap { id in known.acts[id].map { (id, $0) } }
            .first { $0.1.folds == nil }

        // Threads that were joined before lead to others.
        var further = Set(known.stories.values.compactMap(\.joined))
        if let thread = event.original.flatMap({ known.acts[$0]?.thread }) {
            further.insert(thread)
        }
        for _ in 0..<Self.mostSteps {
            further.subtract(known.stories.keys)
            if further.isEmpty { break }
            let next = try store.read(threads: further, acts: []).stories
            known.stories.merge(next) { first, _ in first }
            let missing = further.subtracting(next.keys)
            for thread in missing { known.stories[thread] = Story() }
            further = Set(next.values.compactMap(\.joined))
        }
        let stories = known.stories
        let original = event.original.flatMap { known.acts[$0]?.thread }
        let roots = search.roots(stories, original)
        let thread = roots.first ?? Self.root(of: event.thread, stories)
        let person = search.person
        origin = SessionOrigin(thread: thread, person: person)
        story = stories[thread]

        try leave(search, alert: alert, in: &store)
        let listed = stories[origin.thread]?.parts.count ?? 0
        for other in roots.dropFirst() where other != origin.thread {
            try store.join(
                other, to: origin.thread, isTold: (stories[other]?.alerts ?? 0) > 0,
                isListed: listed < Story.mostParts, now: now)
        }
    }

    private static let mostSteps = 4

    /// The thread that a thread belongs to now.
    static func root(of thread: String, _ stories: [String: Story]) -> String {
        var root = thread
        for _ in 0...mostSteps {
            guard let next = stories[root]?.joined, next != root else { break }
            root = next
        }
        return root
    }

    /// Leaves the marks that are missing. Two first events at once: the mark that was first counts.
    private mutating func leave(
        _ search: StorySearch, alert: Alert, in store: inout some StoryStore
    ) throws {
        let person = StoryEvent.person(of: alert, known: origin.person)
        for join in search.joins where join.leaves {
            let key = join.key
            let old = search.marks[key.item]?[key.attribute]
            // The event that issued a key knows more than one that used it.
            let replaces =
                key.isWeak
                ? old.map { !search.isRecent($0.thread) } ?? false
                : join.isIssued && join.statesPerson && !event.isOwnersCopy
                    && (old?.person?.vouched != true || old?.isOnlyKey == false)
            guard old == nil || replaces,
                let mark = event.mark(
                    for: join, thread: origin.thread, person: person, act: teller?.id ?? alert.id)
            else { continue }
            let now = try store.leave(
                mark, as: key.attribute, in: key.item, replacing: replaces && old != nil)
            if let first = now[key.attribute], first.thread != origin.thread, story == nil,
                !key.isWeak
            {
                origin.thread = first.thread
            }
        }
    }
}
