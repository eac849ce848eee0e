public import Templates

/// What a run will do, stack by stack: shown before anything is done.
public struct ChangeTable: Sendable, Hashable {
    /// What happens to one stack.
    public enum Act: Sendable, Hashable {
        /// It is changed to what is planned.
        case step(StackStep)
        /// It is deleted.
        case delete(StackDifference)
    }

    /// One stack.
    public struct Row: Sendable, Hashable {
        /// Where it is.
        public let place: TemplateStack.Place
        /// Its name, or that of the stack set that creates it.
        public let name: String
        /// Whether a stack set creates it.
        public let isOfStackSet: Bool
        /// What happens to it.
        public let act: Act

        /// Makes a row.
        public init(
            _ place: TemplateStack.Place, _ name: String, isOfStackSet: Bool = false, _ act: Act
        ) {
            self.place = place
            self.name = name
            self.isOfStackSet = isOfStackSet
            self.act = act
        }
    }

    /// The stacks, in the order in which they are shown within an account.
    public var rows: [Row]

    /// What is changed beside stacks: a sentence each.
    public var further: [String] = []

    /// Makes a table.
    public init(_ rows: [Row] = []) { self.rows = rows }

    /// Whether nothing is made, changed or deleted.
    public var isEmpty: Bool {
        further.isEmpty && rows.allSatisfy { $0.act == .step(.none) }
    }

    /// The rows that keep a run from going on.
    public var refused: [Row] {
        rows.filter {
            guard case .step(.stop) = $0.act else { return false }
            return true
        }
    }

    /// Resources with which something is lost, and where.
    public var losses: [(row: Row, change: ResourceChange)] {
        rows.flatMap { row in
            (row.act.difference?.changes ?? []).filter { $0.loss != nil }.map { (row, $0) }
        }
    }
}

extension ChangeTable.Act {
    /// The word for it: `create`, `update`, `as planned`, `create again`, `wait`, `roll back`, `refused`,
    /// `delete`.
    public var word: String {
        switch self {
        case .step(.create): "create"
        case .step(.update): "update"
        case .step(.none): "as planned"
        case .step(.createAgain): "create again"
        case .step(.wait): "wait"
        case .step(.continueRollback): "roll back"
        case .step(.stop): "refused"
        case .delete: "delete"
        }
    }

    /// What happens to the stack's resources; nil where that is not decided.
    public var difference: StackDifference? {
        switch self {
        case .step(let step): step.difference
        case .delete(let difference): difference
        }
    }

    /// The status of the stack, or why it is refused; nil where it needs no explanation.
    public var reason: String? {
        switch self {
        case .step(.createAgain(let because, _)), .step(.continueRollback(let because)): because
        case .step(.wait(let status)): status
        case .step(.stop(let reason, _)): reason
        case .step, .delete: nil
        }
    }

    /// The next step for people; nil if there is none.
    public var hint: String? {
        guard case .step(.stop(_, let hint)) = self else { return nil }
        return hint
    }
}
