public import Alerts

/// What one event says about the sign-in that it belongs to, and about the act that it records.
public struct StoryEvent: Sendable, Hashable {
    /// A key, and whether the event leaves a mark under it.
    struct Join: Sendable, Hashable {
        var key: JoinKey
        /// The mark is about the session that the event begins, not the one that acted.
        var isIssued = false
        /// The event leaves a mark.
        var leaves = true
        /// A mark under this key states the person, not the thread alone.
        var statesPerson = false
        /// Records of one act share the key.
        var isAct = false
    }

    /// What its session has in common with other events.
    var joins: [Join] = []

    /// The thread, if no other event of the session is known.
    var thread: String

    /// When it happened: seconds since 1970.
    var time: Int

    /// When the session ends: seconds since 1970.
    var ends: Int

    /// When the console session of a user began, who has no other session: seconds since 1970.
    var login: Int?

    /// The key that acted.
    var accessKeyID: String?

    /// The key that it issued, for a session that uses no other.
    var issuedKeyID: String?

    /// Whether only that key is used.
    var issuesOnlyKey = false

    /// Whether the console made the call.
    var isConsole = false

    /// Whether this is the role owner's copy. It says less about the caller than the caller's copy.
    var isOwnersCopy = false

    /// Which record of its act it is: `AssumeRole of 111122223333`.
    var slot = ""

    /// A token or a session renews itself: any number of records is one act.
    var isRenewal = false

    /// The event that this one corrects.
    var original: String?

    /// The event, without the envelope: two events of one id may differ.
    var content = ""

    /// Whether the sessions of two events are one as far as their sign-in times tell.
    static func isSameLogin(_ one: Int?, _ other: Int?) -> Bool {
        guard let one, let other else { return true }
        return abs(one - other) <= JoinKey.slack
    }

    /// What the event leaves under a key.
    func mark(
        for join: Join, thread: String, person: Alert.Person?, act: String?
    ) -> JoinMark? {
        JoinMark(
            thread: thread, person: join.statesPerson ? person : nil,
            accessKeyID: join.isIssued ? issuedKeyID : nil,
            isOnlyKey: join.isIssued && issuesOnlyKey, isConsole: isConsole,
            act: join.isAct ? act : nil)
    }

    /// A name that somebody vouches for; else one that the caller chose, which says so.
    static func person(of alert: Alert, known: Alert.Person?) -> Alert.Person? {
        if alert.person.vouched { return JoinMark.isKept(alert.person) ? alert.person : nil }
        return known ?? (JoinMark.isKept(alert.person) ? alert.person : nil)
    }
}

/// The sign-in that an event belongs to.
public struct SessionOrigin: Sendable, Hashable {
    /// The thread of all its alerts.
    public var thread: String

    /// Who signed in. A name that nobody vouches for says so.
    public var person: Alert.Person?

    /// Makes an origin.
    public init(thread: String, person: Alert.Person? = nil) {
        self.thread = thread
        self.person = person
    }
}
