public import AccessPlan
public import ArgumentParser
import Text
import Time

extension Declaration.Mode: ExpressibleByArgument {}

extension Declaration {
    /// How long a declaration may last. After that, somebody has to approve a new one.
    static let longest = 24 * 3_600

    /// Whether two declare the same, apart from their times.
    func isSame(as other: Declaration) -> Bool {
        incident == other.incident && mode == other.mode && declaredBy == other.declaredBy
            && approver == other.approver && people == other.people && accounts == other.accounts
    }

    /// One line: what, until when, and who.
    var summary: String {
        let end = Timestamp(secondsSince1970: Int64(closing ?? expires)).iso8601
        let state = closing == nil ? "until \(end)" : "closing since \(end)"
        return "\(incident) (\(mode.rawValue)) \(state), declared by \(declaredBy), approved by "
            + (approver ?? "nobody")
    }
}

extension Plan {
    /// The declaration that the options describe.
    /// - Throws: ``DeclarationError`` if they contradict the plan or each other.
    func declaration(
        _ words: DeclarationWords, now: Int
    ) throws(DeclarationError) -> Declaration {
        let same = { (name: String) in name.foldedName.filter { !$0.isWhitespace } }
        for (name, value) in [
            ("--incident", words.incident), ("--by", words.by), ("--approver", words.approver),
        ] where value.allSatisfy(\.isWhitespace) {
            throw .empty(name)
        }
        guard same(words.by) != same(words.approver) else { throw .approvesOneself(words.by) }
        switch words.mode {
        case .user where breakGlassUsers.isEmpty: throw .noWay(words.mode, "breakGlassUsers")
        case .federation where identityProvider == nil:
            throw .noWay(words.mode, "identityProvider")
        default: break
        }
        let expires = words.until.end(from: now)
        guard expires > now else { throw .past(expires) }
        guard expires <= now + Declaration.longest else { throw .tooLong(expires) }
        var declaration = Declaration(
            incident: words.incident, mode: words.mode, declaredBy: words.by,
            approver: words.approver, people: Set(words.people), declared: now, expires: expires)
        for word in words.accounts {
            guard let account = accounts.first(where: { $0.id == word || $0.name == word }) else {
                throw .unknownAccount(word, known: accounts.map(\.name))
            }
            declaration.accounts.insert(account.id)
        }
        if words.mode != .user, !words.people.isEmpty {
            let open = accounts.filter {
                declaration.accounts.isEmpty || declaration.accounts.contains($0.id)
            }
            for group in open.flatMap(\.groups.values) {
                declaration.members[group] = declaration.people
            }
        }
        // Every sign-in starts in the emergency access account.
        if !declaration.accounts.isEmpty { declaration.accounts.insert(emergencyAccount) }
        return declaration
    }
}

/// The options of `breakglass emergency open`.
struct DeclarationWords {
    var incident: String
    var mode: Declaration.Mode
    var by: String
    var approver: String
    var people: [String] = []
    var accounts: [String] = []
    var until: End
}
