public import AccessPlan
import Alerts

/// What was looked up about a watched event.
public struct Knowledge: Sendable {
    /// The declared emergency or drill, if there is one.
    public var declaration: Declaration?

    /// The sign-in that it belongs to, where more is known than the event states.
    public var origin: SessionOrigin?

    /// The how-manieth alert of its session this is, from 1.
    public var step: Int?

    /// What could not be looked up, each with its reason.
    public var notLookedUp: [String]

    /// Knows what is given.
    public init(
        declaration: Declaration? = nil, origin: SessionOrigin? = nil, step: Int? = nil,
        notLookedUp: [String] = []
    ) {
        self.declaration = declaration
        self.origin = origin
        self.step = step
        self.notLookedUp = notLookedUp
    }
}

extension Alert {
    /// Adds what was looked up.
    /// - Returns: whether somebody acts whom the declaration does not name.
    mutating func add(_ knowledge: Knowledge, now: Double) -> Bool {
        if let origin = knowledge.origin {
            session.thread = origin.thread
            // What the event vouches for itself is nearer.
            if !person.vouched, let known = origin.person { person = known }
        }
        session.step = knowledge.step
        notLookedUp += knowledge.notLookedUp
        guard let declaration = knowledge.declaration, declaration.covers(self, now: now) else {
            return false
        }
        expected = Expected(
            state: declaration.mode == .drill ? .drill : .declared,
            incident: declaration.incident)
        return !declaration.names(self)
    }
}
