import Yams

/// One reading of a plan file: collects all mistakes, so that they are reported together.
final class PlanReading {
    private let file: String
    private(set) var problems: [PlanProblem] = []
    /// What may be a mistake, but need not be.
    private(set) var warnings: [PlanProblem] = []

    init(file: String) {
        self.file = file
    }

    /// Notes that something is wrong at a node, or at the start of the file.
    func object(at mark: Mark?, _ fact: String, hint: String? = nil) {
        problems.append(problem(at: mark, fact, hint: hint))
    }

    /// Notes what may be wrong at a node.
    func warn(at mark: Mark?, _ fact: String, hint: String? = nil) {
        warnings.append(problem(at: mark, fact, hint: hint))
    }

    private func problem(at mark: Mark?, _ fact: String, hint: String?) -> PlanProblem {
        PlanProblem(
            file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, fact: fact, hint: hint)
    }

    /// A scalar's text; `nil` after reporting what is wrong with it.
    func text(_ node: Node, _ subject: String, _ rule: ValueRule) -> String? {
        guard case .scalar(let scalar) = node else {
            object(at: node.mark, "\(subject) is a \(node.kind), not a text")
            return nil
        }
        if let objection = rule.objection(scalar) {
            object(at: node.mark, "\(subject) \(objection.fact)", hint: objection.hint)
            return nil
        }
        return scalar.string
    }
}

extension Node {
    /// What YAML calls it, in plain words.
    var kind: String {
        switch self {
        case .scalar: "text"
        case .mapping: "mapping"
        case .sequence: "list"
        case .alias: "alias"
        }
    }

    /// Whether nothing was written, or one of YAML's words for nothing.
    var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
