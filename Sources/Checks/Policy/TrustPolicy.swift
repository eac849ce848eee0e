import Snapshots
import Text

/// What a role's trust policy must contain, and what is wrong with it.
///
/// Exact on purpose: every unexpected statement, principal, action or condition is reported,
/// because its effect must not be a surprise during an emergency.
struct TrustPolicy {
    /// The actions that assuming the role may need: the call itself, and what is passed to the next
    /// role.
    static func actions(_ call: String) -> Set<String> {
        [call, "sts:SetSourceIdentity", "sts:TagSession"]
    }

    let document: PolicyDocument

    /// Reads a role's trust policy.
    /// - Throws: why it cannot be read.
    init(of role: Snapshot.Role) throws(Unavailable) {
        document = try PolicyDocument(role.trust, name: "the trust policy of \(role.arn)")
    }

    /// Whether any statement allows an action, ignoring its conditions.
    func allows(_ action: String) -> Bool {
        document.allowing.contains { $0.concerns(action: action) }
    }

    /// What is wrong independently of who is trusted: denials, everybody as principal, other
    /// actions.
    func problems(call: String) -> [String] {
        var problems: [String] = []
        for statement in document.denying {
            problems.append("refuses \(statement.actions.sorted().joined(separator: ", "))")
        }
        let planned = Set(Self.actions(call).map(\.foldedName))
        for statement in document.allowing {
            if statement.notPrincipals != nil || statement.principals == nil
                || !statement.notActions.isEmpty
            {
                problems.append("lets in everybody but a few")
            }
            for action in statement.actions.sorted() where !planned.contains(action.foldedName) {
                problems.append("lets callers do \(action)")
            }
        }
        if !allows(call) { problems.append("lets nobody do \(call)") }
        return problems
    }
}

extension PolicyStatement {
    /// The values of the conditions on a key, when each of them has one of these tests.
    func values(of key: String, tests: Set<String>) -> Set<String>? {
        let about = conditions.filter { $0.key == key }
        guard !about.isEmpty, about.allSatisfy({ tests.contains($0.test) }) else { return nil }
        return about.dropFirst().reduce(about.first?.values ?? []) { $0.intersection($1.values) }
    }

    /// The keys of its conditions, except those in `known`.
    func conditionKeys(beside known: Set<String>) -> [String] {
        Set(conditions.map(\.key)).subtracting(known).sorted()
    }
}
