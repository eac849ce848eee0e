import Alerts

/// What was looked up about an event that is ours.
public struct Knowledge: Sendable {
    /// The declared emergency, if there is one.
    public var emergency: Emergency?

    /// The way in that it belongs to, where more is known than the event states.
    public var origin: SessionOrigin?

    /// The how-manieth alert of its session this is, from 1.
    public var step: Int?

    /// What could not be looked up, each with its reason.
    public var notLookedUp: [String]

    /// Knows what is given.
    public init(
        emergency: Emergency? = nil, origin: SessionOrigin? = nil, step: Int? = nil,
        notLookedUp: [String] = []
    ) {
        self.emergency = emergency
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
        guard let emergency = knowledge.emergency, emergency.covers(self, now: now) else {
            return false
        }
        expected = Expected(
            state: emergency.isDrill ? .drill : .declared, incident: emergency.incident)
        return !emergency.names(self)
    }
}
