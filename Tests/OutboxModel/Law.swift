public import Outbox

/// What must hold for the table itself, in every state and for everybody. It also covers what no
/// search reaches, because no invocation outlives its lease.
public enum Law: String, Sendable, CaseIterable {
    case staysSent = "a sent alert stays sent"
    case aFact = "that SNS took an alert is recorded in every state"
    case onlySent = "only what SNS took counts as sent"
    case named = "an act leaves the state that its name says"
    case owned = "nobody takes an alert from an owner whose lease lasts"
    case again = "an owner whose answer was lost may ask again"
    case owner = "the owner may fold an alert, or give it back"
    case taken = "anybody may claim what has no living owner"

    /// Whether it holds for one act in one state.
    private func holds(
        _ act: AlertAct, in state: AlertState?, _ isMine: Bool, _ isOver: Bool, _ next: AlertState?
    )
        -> Bool
    {
        let isHeld = state == .claimed || state == .folded
        return switch self {
        case .staysSent: state != .sent || next == nil || next == .sent
        case .aFact: act != .send || next != nil
        case .onlySent: act == .send || state == .sent || next != .sent
        case .named: next == nil || next == act.leaves
        case .owned: act == .send || !isHeld || isMine || isOver && act == .claim || next == nil
        case .again: !isMine || !isHeld || state != act.leaves || next != nil
        case .owner: act != .fold && act != .release || state != .claimed || !isMine || next != nil
        case .taken: act != .claim || state == .sent || isHeld && !isOver || next != nil
        }
    }

    /// Whether it holds for a table.
    public func holds(for table: [Transition]) -> Bool {
        for act in AlertAct.allCases {
            for state in AlertState.allCases.map(Optional.init) + [nil] {
                for (isMine, isOver) in [
                    (true, true), (true, false), (false, true), (false, false),
                ] {
                    let next = Transition.state(
                        after: act, in: state, isMine: isMine, isLeaseOver: isOver, by: table)
                    if !holds(act, in: state, isMine, isOver, next) { return false }
                }
            }
        }
        return true
    }
}

extension AlertAct {
    fileprivate var leaves: AlertState {
        switch self {
        case .claim: .claimed
        case .fold: .folded
        case .release: .received
        case .send: .sent
        }
    }
}
