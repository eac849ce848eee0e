import Alerts
import Time

/// What the marks say about one event.
struct StorySearch {
    /// The keys that count: a session of the command line has no other key than its own.
    let joins: [StoryEvent.Join]
    let marks: JoinKey.Marks
    private let event: StoryEvent
    private let found: [(join: StoryEvent.Join, marks: [JoinMark])]

    init(_ event: StoryEvent, _ marks: JoinKey.Marks) {
        self.event = event
        self.marks = marks
        let isOnlyKey = event.joins.contains { join in
            !join.isIssued && join.statesPerson && marks[join.key.item]?["x"]?.isOnlyKey == true
        }
        let joins = event.joins.filter { join in
            guard isOnlyKey, !join.isIssued, case .used = join.key.rule else { return true }
            return false
        }
        self.joins = joins
        found = joins.map { join in
            let own = JoinMark(
                thread: event.thread, accessKeyID: join.isIssued ? event.issuedKeyID : nil,
                isOnlyKey: join.isIssued && event.issuesOnlyKey, isConsole: event.isConsole)
            guard let own else { return (join, []) }
            let key = join.isIssued ? event.issuedKeyID : event.accessKeyID
            return (join, join.key.matches(in: marks, own: own, accessKeyID: key))
        }
    }

    /// Every thread that has to be looked at.
    var threads: Set<String> {
        Set(found.flatMap { $0.marks.map(\.thread) } + [event.thread])
    }

    /// The events that may tell this act, the most certain first.
    var tellers: [String] {
        found.filter(\.join.isAct).flatMap { $0.marks.compactMap(\.act) }
    }

    /// The person that a mark of exactly the key that acted states.
    var person: Alert.Person? {
        found.first { $0.join.statesPerson && !$0.join.isIssued && !$0.marks.isEmpty }
            .flatMap { $0.marks.first?.person }
            ?? (event.isOwnersCopy
                ? found.first { $0.join.statesPerson && !$0.marks.isEmpty }?.marks.first?.person
                : nil)
    }

    /// Finds the threads that are one sign-in.
    /// - Parameters:
    ///   - stories: of all ``threads``, and of those that they were joined to.
    ///   - original: the thread of the event that this one corrects.
    /// - Returns: the threads, the one that they are told under first.
    func roots(_ stories: [String: Story], _ original: String?) -> [String] {
        var strong = Set(
            found.filter { !$0.join.key.isWeak }.flatMap { $0.marks.map(\.thread) })
        if let original { strong.insert(original) }
        var roots = Set(strong.map { StoryPlace.root(of: $0, stories) })
        var login = event.login ?? roots.compactMap { stories[$0]?.login }.first
        for mark in found.filter(\.join.key.isWeak).flatMap(\.marks) {
            let root = StoryPlace.root(of: mark.thread, stories)
            guard StoryEvent.isSameLogin(stories[root]?.login, login), isRecent(root) else {
                continue
            }
            login = login ?? stories[root]?.login
            roots.insert(root)
        }
        return roots.sorted {
            (JoinMark.start(of: $0), $0) < (JoinMark.start(of: $1), $1)
        }
    }

    /// Whether a sign-in is not over for sure: a user who works every day has a story for each day.
    func isRecent(_ thread: String) -> Bool {
        let start = Timestamp(iso8601: JoinMark.start(of: thread)).map { Int($0.secondsSince1970) }
        return start.map { abs(event.time - $0) <= 86_400 } ?? false
    }
}
