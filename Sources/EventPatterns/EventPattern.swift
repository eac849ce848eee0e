// EventPatterns: EventBridge's event patterns: whether one matches an event, and whether EventBridge
// takes it.

public import Text

/// The pattern of a rule, read as strictly as EventBridge does.
///
/// Sources: EventBridge User Guide, "Creating event patterns" and "Comparison operators for use in
/// event patterns"; the open-source matcher aws/event-ruler.
public struct EventPattern: Sendable {
    /// The ways in which it can match: each `$or` gives one for each of its branches. All fields of
    /// one combination must match.
    let combinations: [[Field]]

    /// Characters of the pattern without spaces: at most ``mostCharacters``.
    public let length: Int

    /// A field and what may be in it.
    struct Field: Sendable {
        /// Names from the top on, with dots between, e.g. `detail.eventName`.
        let path: String
        /// Any of them.
        let matchers: [Matcher]
    }

    /// Reads a pattern.
    public init(_ pattern: JSON) throws(PatternError) {
        combinations = try Self.combinations(of: pattern, at: "")
        length = pattern.text.unicodeScalars.count
    }

    /// Whether a rule with this pattern picks up the event.
    public func matches(_ event: JSON) -> Bool { matches(EventLeaves(event)) }

    /// The same for an event that several patterns are compared with.
    public func matches(_ event: EventLeaves) -> Bool {
        combinations.contains { event.match($0[...], within: [:]) }
    }
}
