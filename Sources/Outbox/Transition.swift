/// One line of the table: from one state to the next, by one act.
public struct Transition: Sendable, Hashable {
    /// When an act is allowed in a state.
    public enum Guard: String, Sendable, Hashable {
        /// Whoever acts.
        case always
        /// Whoever acts is the owner.
        case mine
        /// The owner's lease is over, or no function could have written it.
        case leaseOver
    }

    /// The state before; nil where there is no item.
    public let from: AlertState?

    /// What is done.
    public let act: AlertAct

    /// When it is allowed.
    public let condition: Guard

    /// The state after.
    public let to: AlertState

    /// Makes a line. Only the table below and the model check make one.
    package init(
        _ from: AlertState?, _ act: AlertAct, _ condition: Guard = .always, _ to: AlertState
    ) {
        self.from = from
        self.act = act
        self.condition = condition
        self.to = to
    }
}

extension Transition {
    /// Every transition. What is not in this table is refused.
    public static let all: [Transition] = [
        Transition(nil, .claim, .always, .claimed),
        Transition(.received, .claim, .always, .claimed),
        // The answer to the first claim was lost, or Lambda repeats the invocation.
        Transition(.claimed, .claim, .mine, .claimed),
        Transition(.claimed, .claim, .leaseOver, .claimed),
        Transition(.folded, .claim, .leaseOver, .claimed),

        Transition(.claimed, .fold, .mine, .folded),
        // The answer to the first fold was lost.
        Transition(.folded, .fold, .mine, .folded),

        Transition(.claimed, .release, .mine, .received),

        Transition(nil, .send, .always, .sent),
        Transition(.received, .send, .always, .sent),
        Transition(.claimed, .send, .always, .sent),
        Transition(.folded, .send, .always, .sent),
        Transition(.sent, .send, .always, .sent),
    ]

    /// The transitions of an act.
    public static func of(_ act: AlertAct) -> [Transition] { all.filter { $0.act == act } }

    /// Finds the state after an act.
    /// - Parameters:
    ///   - act: what is done.
    ///   - state: the state before; nil where there is no item.
    ///   - isMine: whether whoever acts is the owner.
    ///   - isLeaseOver: whether the owner's lease is over.
    ///   - table: the transitions; another table is for the model check.
    /// - Returns: the next state; nil if the act is refused.
    public static func state(
        after act: AlertAct, in state: AlertState?, isMine: Bool, isLeaseOver: Bool,
        by table: [Transition] = all
    ) -> AlertState? {
        table.first { line in
            guard line.act == act, line.from == state else { return false }
            switch line.condition {
            case .always: return true
            case .mine: return isMine
            case .leaseOver: return isLeaseOver
            }
        }?.to
    }
}
