/// An event that a rule's pattern is tried with: whoever collects asks EventBridge about each
/// distinct pattern and each of these (`TestEventPattern`).
public struct CannedEvent: Sendable, Hashable {
    /// Its name, for ``Snapshot/PatternTest``.
    public let name: String

    /// What it is, after "matches".
    public let title: String

    /// The rule that has to match it; `nil` for what none may match.
    public let rule: String?

    /// The event as EventBridge takes it: JSON with every member that an event has to have.
    public let json: String

    /// The events that a plan's rules are tried with.
    public static func all(for plan: Plan) -> [CannedEvent] {
        CannedEvents(plan: plan).all.filter { event in
            event.rule.map { rule in
                ExpectedRule.all.contains { $0.name == rule && $0.place.exists(in: plan) }
            } ?? true
        }
    }
}

extension ExpectedRule.Place {
    /// Whether a plan has such a place at all.
    fileprivate func exists(in plan: Plan) -> Bool {
        switch self {
        case .everywhere, .globalRegion: true
        case .everywhereForUsers, .globalRegionForUsers: plan.hasUsers
        case .globalRegionForProvider: plan.hasFederation
        }
    }
}
