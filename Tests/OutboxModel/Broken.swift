/// What must never happen.
public enum Broken: String, Sendable, Hashable, CaseIterable {
    /// An alert was not told, and nothing is left that could tell it.
    case lost = "an alert is neither told nor on its way"
    /// From here, without another fault, no way leads to the alert being told.
    case stuck = "an alert is never told, though nothing fails any more"
    /// From here, without another fault, an alert may go round for ever.
    case endless = "an alert may wait for ever, though nothing fails any more"
    /// Nothing failed, and an alert was told twice.
    case twice = "an alert is told twice without a fault"
    /// An alert was told again, and the second message does not say that it may be a repeat.
    case unmarked = "an alert is told twice, and the second message does not say so"
    /// A sent alert is no longer sent.
    case unsent = "a sent alert does not stay sent"
    /// The table says that an alert was sent, and SNS never took it.
    case believed = "an alert counts as sent before SNS took it"
}
