public import AccessPlan
import Alerts

/// What was looked up about a watched event.
public struct Knowledge: Sendable {
    /// The declared emergency or drill, if there is one.
    public var declaration: Declaration?

    /// The sign-in that it belongs to, if more is known than the event states.
    public var origin: SessionOrigin?

    /// The number of this alert in its session, from 1.
    public var step: Int?

    /// The id to tell it under, if another event has its id.
    public var otherID: String?

    /// What could not be looked up, each with its reason.
    public var notLookedUp: [String]

    /// Creates it from what was looked up.
    public init(
        declaration: Declaration? = nil, origin: SessionOrigin? = nil, step: Int? = nil,
        otherID: String? = nil, notLookedUp: [String] = []
    ) {
        self.otherID = otherID
        self.declaration = declaration
        self.origin = origin
        self.step = step
        self.notLookedUp = notLookedUp
    }
}

extension Alert {
    /// Adds what was looked up.
    /// - Returns: whether the declaration covers the act but does not name the person.
    mutating func add(_ knowledge: Knowledge, now: Double) -> Bool {
        if let origin = knowledge.origin {
            session.thread = origin.thread
            // A name that the event itself vouches for has precedence; one that a caller chose only fills
            // an empty place.
            if !person.vouched, let known = origin.person, known.vouched || person.name == nil {
                person = known
            }
        }
        session.step = knowledge.step
        if let otherID = knowledge.otherID {
            id = otherID
            isNamesake = true
        }
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
