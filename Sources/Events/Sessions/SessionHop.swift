public import Alerts

/// What one event says about the step from one session to the next: which one acted, and which began.
///
/// Several hops are one sign-in: a person assumes a role, with it another, with that a third. Each event
/// names its own two ends only, so what an earlier one left (``SessionLink``) tells the rest.
public struct SessionHop: Sendable, Hashable {
    /// The session that acted.
    struct Caller: Sendable, Hashable {
        /// `AROA…:NAME@2026-07-01`: its id and the day it began.
        var session: String
        /// The key it used.
        var accessKeyID: String?
        /// When it began, seconds since 1970; not everywhere stated.
        var began: Int?
        /// Its id belongs to the emergency access account, whose sessions are all reported.
        var isOurs: Bool
    }

    /// The session that began.
    struct Issued: Sendable, Hashable {
        /// `AROA…:NAME@2026-07-01`: its id and today.
        var session: String
        /// The key it was given.
        var accessKeyID: String
        /// When it ends: seconds since 1970.
        var ends: Int
    }

    /// `nil` where no session acted, or none that another event could have told of.
    var caller: Caller?

    /// `nil` where none began.
    var issued: Issued?

    /// The copy for the role's owner, which says less of the caller than the caller's own.
    var isOwnersCopy = false

    /// When it happened: seconds since 1970.
    var time: Int

    /// Whether another event may know more about its sign-in, or may need this one.
    public var isJoined: Bool { caller != nil || issued != nil }

    /// The session whose links state where this one came from.
    public var callerSession: String? { caller?.session }

    /// The sign-in, as far as links state it.
    ///
    /// The very key tells thread and person. The console works with keys that no event states: by time
    /// alone a session has a thread, where all that fits agrees, and nobody's name.
    /// - Parameter links: what events left with ``callerSession``.
    /// - Returns: `nil` where nothing more is known than the alert says.
    public func origin(from links: [SessionLink]) -> SessionOrigin? {
        guard let caller else { return nil }
        let alive = links.filter { $0.covers(time) }
        if let key = caller.accessKeyID, let link = alive.first(where: { $0.accessKeyID == key }) {
            return SessionOrigin(link)
        }
        let fitting = caller.began.map { began in alive.filter { $0.began(near: began) } } ?? alive
        let threads = Set(fitting.map(\.thread))
        return threads.count == 1 ? threads.first.map { SessionOrigin(thread: $0) } : nil
    }

    /// The way in without any link: a session of the emergency access account has its thread's name
    /// from itself. So the second hop finds the first one's thread before that was told, and both
    /// copies of the call find the same.
    public var originByItself: SessionOrigin? {
        caller.flatMap { $0.isOurs ? SessionOrigin(thread: $0.session) : nil }
    }

    /// What the event stores for the session that it began.
    /// - Parameters:
    ///   - alert: what the event itself states.
    ///   - origin: the sign-in that it belongs to.
    /// - Returns: the session, the link, and whether it takes the place of one for the same key: what
    ///   the owner's copy says does not. `nil` where no session began.
    public func link(
        of alert: Alert, _ origin: SessionOrigin?
    ) -> (session: String, link: SessionLink, replacing: Bool)? {
        guard let issued, let thread = origin?.thread ?? alert.session.thread,
            let link = SessionLink(
                accessKeyID: issued.accessKeyID, thread: thread,
                person: alert.person.vouched ? alert.person : origin?.person,
                began: time, ends: issued.ends)
        else { return nil }
        return (issued.session, link, !isOwnersCopy)
    }
}
