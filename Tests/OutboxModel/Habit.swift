/// What the functions do beyond the table of transitions. Without any one of them, a search finds what
/// must not happen: so each is needed, and the model is able to find it.
public enum Habit: String, Sendable, CaseIterable {
    /// A lease that no function could have written counts as over.
    case disbelief
    /// The record of an alert that another run folded stays until the alert is sent.
    case recordStays
    /// A collector that follows one that did not end says of its digests that they may be repeats, and so
    /// do those after it, for as long as a folded alert's lease.
    case doubt
    /// A collector leaves out what has a lease that may end while it sends.
    case margin
    /// Whoever claims what somebody claimed before says that it may be a repeat.
    case suspicion
    /// The standby hub claims an alert in the home hub's table, instead of reading there.
    case oneTable
    /// A run that finds an alert claimed leaves its record in the waiting queue, instead of dropping it.
    case patience
    /// A record that waits for the first alert of its act waits for some seconds, not for a minute.
    case haste
}

extension Habit {
    /// What a search finds without it; nil if nothing.
    public var broken: (what: Broken, trace: [String])? {
        Search.run(Model(Setting.needing(self))).broken
    }
}
