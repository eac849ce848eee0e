public import AccessPlan

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
        let expected = ExpectedRules(plan)
        return CannedEvents(plan: plan).all.filter { event in
            event.rule.map(expected.contains) ?? true
        }
    }

    /// Whether a rule has to match it.
    /// - Parameter rule: its name, on a default bus or on the hub's.
    /// - Returns: `nil` where it may or may not: nobody has to try.
    public func isWanted(by rule: String) -> Bool? {
        switch rule {
        // Whatever any rule sends has to wake the enricher, and nothing that only looks like it.
        case AlertPathNames.bus: self.rule != nil ? true : name == "forged" ? false : nil
        case AlertPathNames.heartbeat where name == "canary": true
        default: self.rule == nil ? false : self.rule == rule ? true : nil
        }
    }
}
