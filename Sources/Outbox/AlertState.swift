// Outbox: the life of an alert, from the moment a publisher gets it until SNS took it: states, acts,
// and one table of transitions. Pure: the state table, the pages and the model check read it.

/// Where an alert is in its life. An alert without an item has no state yet.
public enum AlertState: String, Sendable, Hashable, CaseIterable {
    /// It is due, and nobody sends it now: the last attempt gave it back.
    case received

    /// One invocation sends it, as long as its lease lasts.
    case claimed

    /// It waits for the digest of its lane, as long as its lease lasts.
    case folded

    /// SNS took it, alone or in a digest. Nothing else counts as told.
    case sent
}

/// What is done to an alert. Each act is one conditional write.
public enum AlertAct: String, Sendable, Hashable, CaseIterable {
    /// An invocation that has the whole alert, or the sweeper, begins to send it.
    case claim

    /// The owner leaves it to the digest: the subscribers' budget is spent.
    case fold

    /// The owner gives it back, with the reason: no topic took it.
    case release

    /// SNS took it: this is recorded whoever owns it now, because it is a fact.
    case send
}
