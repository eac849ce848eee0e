/// Why EventBridge would refuse a pattern: where in it, and what.
public enum PatternError: Error, Sendable, Hashable {
    /// A pattern, or a branch of `$or`, is not an object with fields.
    case notAnObject(path: String)
    /// What a field may be is not a list with at least one matcher.
    case notAList(path: String)
    /// `$or` has fewer than two branches.
    case tooFewBranches(path: String)
    /// A matcher that EventBridge does not know, or that this reader does not: `cidr`.
    case unknownMatcher(path: String, String)
    /// A matcher's operand has the wrong form.
    case operand(path: String, matcher: String)
    /// One combination asks for the same field twice.
    case askedTwice(path: String)
    /// More combinations than EventBridge takes.
    case tooManyCombinations(Int)
}

extension PatternError: CustomStringConvertible {
    /// Subject, fact.
    public var description: String {
        switch self {
        case .notAnObject(let path): "pattern\(at(path)) is not an object with fields"
        case .notAList(let path): "pattern\(at(path)) is not a list of matchers"
        case .tooFewBranches(let path): "$or\(at(path)) needs two branches or more"
        case .unknownMatcher(let path, let name): "matcher \"\(name)\"\(at(path)) is not known"
        case .operand(let path, let matcher):
            "matcher \"\(matcher)\"\(at(path)) has an operand of the wrong form"
        case .askedTwice(let path): "field \(path) is asked for twice in one combination"
        case .tooManyCombinations(let count):
            "$or gives \(count) combinations, and EventBridge takes "
                + "\(EventPattern.mostCombinations)"
        }
    }

    private func at(_ path: String) -> String { path.isEmpty ? "" : " at \(path)" }
}
