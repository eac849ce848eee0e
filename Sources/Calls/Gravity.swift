/// What a change means for emergency access or the alert path, if it succeeds.
public enum Gravity: String, Sendable, Hashable, CaseIterable {
    /// Somebody may come in, or may do more: a key, a password, a policy, a trusted principal.
    case opens
    /// Alerts may be lost, late, or false: rule, bus, function, topic, key, trail, alarm.
    case silences
    /// Somebody who needs emergency access is kept out.
    case shutsOut
    /// A setting that neither opens, nor silences, nor keeps out by itself.
    case alters
    /// Nothing but a name, a tag or a description.
    case notes
    /// Back to how it should be.
    case repairs
}
