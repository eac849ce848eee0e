import AccessPlan
import Time

/// Why a declaration is rejected.
enum DeclarationError: Error, Hashable {
    /// An option without a value.
    case empty(String)

    /// The same person declares and approves.
    case approvesOneself(String)

    /// A mode for which the plan has no access path: the key that the plan lacks.
    case noWay(Declaration.Mode, String)

    /// An end in the past.
    case past(Int)

    /// An end too far in the future.
    case tooLong(Int)

    /// An account that is not in the plan.
    case unknownAccount(String, known: [String])
}

extension DeclarationError: CustomStringConvertible {
    /// Subject, fact, hint.
    var description: String {
        switch self {
        case .empty(let option):
            "\(option) is empty\nhint: write a name or an id, e.g. jane@example.com or INC-4711"
        case .approvesOneself(let name):
            "\(name) cannot both declare and approve\n"
                + "hint: use --approver with the name of another person, who has agreed"
        case .noWay(let mode, let key):
            "mode \(mode.rawValue) is not possible: the plan has no \(key)\n"
                + "hint: use another mode, or add \(key) to the plan and deploy it"
        case .past(let end):
            "the end \(Timestamp(secondsSince1970: Int64(end)).iso8601) is in the past\n"
                + "hint: write --until PT4H for four hours from now"
        case .tooLong(let end):
            "the end \(Timestamp(secondsSince1970: Int64(end)).iso8601) is too late: a declaration "
                + "lasts 24 hours at most\n"
                + "hint: use an earlier end, and declare again when it is reached"
        case .unknownAccount(let word, let known):
            "account \"\(word)\" is not in the plan\n"
                + "hint: "
                + (Spelling.nearest(to: word, in: known).map { "did you mean \"\($0)\"?" }
                    ?? "breakglass plan show lists the accounts")
        }
    }
}
