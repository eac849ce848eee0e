public import AccessPlan

/// A sample event for a rule's pattern. The collector asks EventBridge whether each distinct
/// pattern matches each of these (`TestEventPattern`).
public struct CannedEvent: Sendable, Hashable {
    /// Its name, for ``Snapshot/PatternTest``.
    public let name: String

    /// What it is, after "matches".
    public let title: String

    /// The rule that has to match it; `nil` if no rule may match it.
    public let rule: String?

    /// The event as EventBridge accepts it: JSON with all required members.
    public let json: String

    /// The sample events for a plan's rules.
    public static func all(for plan: Plan) -> [CannedEvent] {
        let expected = ExpectedRules(plan)
        return CannedEvents(plan: plan).all.filter { event in
            event.rule.map(expected.contains) ?? true
        }
    }

    /// Whether a rule has to match it.
    /// - Parameter rule: its name, on a default bus or on the hub's.
    /// - Returns: `nil` if it may match or not: it is not tested.
    public func isWanted(by rule: String) -> Bool? {
        switch rule {
        // These rules have to match every event that a rule sends, but no forged one.
        case AlertPathNames.bus, AlertPathNames.ledgerRule:
            self.rule != nil ? true : name == "forged" ? false : nil
        case AlertPathNames.heartbeat where name == "canary": true
        default: self.rule == nil ? false : self.rule == rule ? true : nil
        }
    }
}
