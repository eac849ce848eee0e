public import Alerts

/// What one event says about the step from one session to the next: which one acted, and which began.
///
/// Several hops are one sign-in: a person assumes a role, with it another, with that a third. Each event
/// names only its own two ends. The rest is in earlier events' ``SessionLink``s.
public struct SessionHop: Sendable, Hashable {
    /// The session that acted.
    struct Caller: Sendable, Hashable {
        /// `AROA…:NAME@2026-07-01`: its id and the day it began; or the ARN of a sign-in session.
        var session: String
        /// The key it used; for a sign-in session its id.
        var accessKeyID: String?
        /// When it began, seconds since 1970; `nil` if the event does not state it.
        var began: Int?
        /// Its id belongs to the emergency access account, whose sessions are all reported.
        var isOurs: Bool
    }

    /// The session that began.
    struct Issued: Sendable, Hashable {
        /// `AROA…:NAME@2026-07-01`: its id and today; or the ARN of a sign-in session.
        var session: String
        /// The key that was issued for it; for a sign-in session its id.
        var accessKeyID: String
        /// When it ends: seconds since 1970.
        var ends: Int
    }

    /// The sessions that acted, the most precise first: the sign-in session of a token, then the role's.
    /// Empty if no session acted, or if no other event could have recorded its start.
    var callers: [Caller] = []

    /// `nil` where none began.
    var issued: Issued?

    /// Whether this is the role owner's copy. It says less about the caller than the caller's copy.
    var isOwnersCopy = false

    /// When it happened: seconds since 1970.
    var time: Int

    /// Whether another event may know more about its sign-in, or may need this one.
    public var isJoined: Bool { !callers.isEmpty || issued != nil }

    /// The sessions whose links state where this one came from. The first with an origin decides.
    public var callerSessions: [String] { callers.map(\.session) }

    /// The sign-in, as far as links state it.
    ///
    /// A link of exactly this key states thread and person. The console uses keys that no event
    /// states. A match by start time states only the thread, and only if all matching links agree.
    /// - Parameters:
    ///   - links: the links that events stored for the session.
    ///   - session: one of ``callerSessions``.
    /// - Returns: `nil` if nothing is known beyond the alert.
    public func origin(from links: [SessionLink], of session: String) -> SessionOrigin? {
        guard let caller = callers.first(where: { $0.session == session }) else { return nil }
        let alive = links.filter { $0.covers(time) }
        if let key = caller.accessKeyID, let link = alive.first(where: { $0.accessKeyID == key }) {
            return SessionOrigin(link)
        }
        let fitting = caller.began.map { began in alive.filter { $0.began(near: began) } } ?? alive
        let threads = Set(fitting.map(\.thread))
        return threads.count == 1 ? threads.first.map { SessionOrigin(thread: $0) } : nil
    }

    /// The sign-in without any link: the name of the thread is the id of a session of the emergency
    /// access account. So the second hop finds the thread of the first hop even if the event of the
    /// first hop arrives later, and both copies of the call find the same thread.
    public var originByItself: SessionOrigin? {
        callers.first(where: \.isOurs).map { SessionOrigin(thread: $0.session) }
    }

    /// What the event stores for the session that it began.
    /// - Parameters:
    ///   - alert: what the event itself states.
    ///   - origin: the sign-in that it belongs to.
    /// - Returns: the session, the link, and whether the link replaces an earlier link for the same
    ///   key (the owner's copy does not). `nil` if no session began.
    public func link(
        of alert: Alert, _ origin: SessionOrigin?
    ) -> (session: String, link: SessionLink, replacing: Bool)? {
        guard let issued, let thread = origin?.thread ?? alert.session.thread,
            let link = SessionLink(
                accessKeyID: issued.accessKeyID, thread: thread,
                person: person(of: alert, origin),
                began: time, ends: issued.ends)
        else { return nil }
        return (issued.session, link, !isOwnersCopy)
    }

    /// A name that somebody vouches for; else one that the caller chose, which says so.
    private func person(of alert: Alert, _ origin: SessionOrigin?) -> Alert.Person? {
        if alert.person.vouched { return alert.person }
        return origin?.person ?? (SessionLink.isKept(alert.person) ? alert.person : nil)
    }
}
