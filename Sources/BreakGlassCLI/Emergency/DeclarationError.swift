import AccessPlan
import Time

/// Why nothing is declared.
enum DeclarationError: Error, Hashable {
    /// An option without a value.
    case empty(String)

    /// The same person declares and approves.
    case approvesOneself(String)

    /// A way that the plan does not have: what it does not name.
    case noWay(Declaration.Mode, String)

    /// An end that has passed.
    case past(Int)

    /// An end too far away.
    case tooLong(Int)

    /// An account that is not planned.
    case unknownAccount(String, known: [String])
}

extension DeclarationError: CustomStringConvertible {
    /// Subject, fact, hint.
    var description: String {
        switch self {
        case .empty(let option):
            "\(option) is empty\nhint: write who or what it is, e.g. jane@example.com or INC-4711"
        case .approvesOneself(let name):
            "\(name) cannot approve what they declare themselves\n"
                + "hint: name somebody else as --approver, who knows of it"
        case .noWay(let mode, let key):
            "mode \(mode.rawValue) is no way in of this plan: it names no \(key)\n"
                + "hint: use another mode, or add \(key) to the plan and deploy it"
        case .past(let end):
            "the end \(Timestamp(secondsSince1970: Int64(end)).iso8601) has passed\n"
                + "hint: write --until PT4H for four hours from now"
        case .tooLong(let end):
            "the end \(Timestamp(secondsSince1970: Int64(end)).iso8601) is too far away: a declaration "
                + "holds for 24 hours at most\n"
                + "hint: declare again then, so that somebody approves it anew"
        case .unknownAccount(let word, let known):
            "account \"\(word)\" is not in the plan\n"
                + "hint: "
                + (Spelling.nearest(to: word, in: known).map { "did you mean \"\($0)\"?" }
                    ?? "breakglass plan show lists the accounts")
        }
    }
}
