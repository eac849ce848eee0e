import Text

/// A policy in IAM's language, as far as a short summary needs it.
struct PolicyDocument {
    /// One statement.
    struct Statement {
        let allows: Bool
        let actions: [String]
        let resources: [String]
        let principals: [String]
        /// The keys of its conditions: `aws:MultiFactorAuthPresent`.
        let conditions: [String]
        /// Whether actions, resources or principals are exceptions.
        let isNegated: Bool
    }

    let statements: [Statement]

    /// Reads a document: an object, or its text, percent-encoded or not.
    /// - Returns: `nil` if it is not a policy.
    init?(_ value: JSON) {
        var document = value
        if case .string(let text) = value {
            let plain = text.utf8.first == UInt8(ascii: "%") ? PercentEncoding.decode(text) : text
            guard let plain, plain.utf8.count <= 100_000, let read = JSON(Array(plain.utf8)) else {
                return nil
            }
            document = read
        }
        guard let statement = document.any("Statement") else { return nil }
        statements = (statement.array ?? [statement]).filter { $0.object != nil }.map(
            Statement.init)
    }

    /// Whether no statement allows anything.
    var onlyDenies: Bool { !statements.contains(where: \.allows) }

    /// Whether it does nothing but end sessions that were issued before: what the console's "revoke
    /// sessions" writes, and a Deny on one sign-in session.
    var onlyEndsSessions: Bool {
        onlyDenies && !statements.isEmpty
            && statements.allSatisfy { statement in
                statement.conditions.contains { key in
                    ["aws:TokenIssueTime", "aws:SignInSessionArn"].contains(where: key.isSameName)
                }
            }
    }
}

extension PolicyDocument.Statement {
    fileprivate init(_ statement: JSON) {
        allows = statement.any("Effect")?.string?.isSameName(as: "Allow") ?? false
        let exceptions = ["NotAction", "NotResource", "NotPrincipal"]
        isNegated = exceptions.contains { statement.any($0) != nil }
        actions =
            statement.any("Action").map(\.leaves)
            ?? statement.any("NotAction").map { $0.leaves.map { "all but \($0)" } } ?? []
        resources =
            statement.any("Resource").map(\.leaves)
            ?? statement.any("NotResource").map { $0.leaves.map { "all but \($0)" } } ?? []
        principals =
            statement.any("Principal").map(\.leaves)
            ?? statement.any("NotPrincipal").map { $0.leaves.map { "all but \($0)" } } ?? []
        conditions =
            (statement.any("Condition")?.object ?? [:])
            .flatMap { $0.value.object.map { Array($0.keys) } ?? [] }.sorted().unique
    }
}

extension JSON {
    /// A member in any case of letters.
    fileprivate func any(_ name: String) -> JSON? {
        self[name] ?? object?.first { $0.key.isSameName(as: name) }?.value
    }

    /// The texts in a value, its lists and objects.
    fileprivate var leaves: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(\.leaves)
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap(\.value.leaves)
        default: []
        }
    }
}
