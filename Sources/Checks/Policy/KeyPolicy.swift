import Snapshots

/// Who may use the key that encrypts the topics.
struct KeyPolicy {
    /// What publishing to an encrypted topic needs.
    private static let use = ["kms:GenerateDataKey", "kms:Decrypt"]

    let document: PolicyDocument

    /// Reads a key policy.
    /// - Throws: why it cannot be read.
    init(_ text: String, arn: String) throws(Unavailable) {
        document = try PolicyDocument(text, name: "the policy of key \(arn)")
    }

    /// What is wrong with it: only the publisher and its account may use it, and it has no Deny
    /// statement.
    func problems(publisher: String, account: String) -> [String] {
        var problems = document.denying.map { "denies \($0.words)" }
        var usable: Set<String> = []
        for statement in document.allowing {
            if statement.principals == nil {
                problems.append("lets everybody but a few do \(statement.words)")
            }
            for principal in (statement.principals ?? []).sorted(by: { $0.value < $1.value }) {
                guard principal.isOf(account) else {
                    problems.append("lets \(principal.words) do \(statement.words)")
                    continue
                }
                let named = statement.values(
                    of: "aws:principalarn",
                    tests: ["ArnEquals", "StringEquals", "ArnLike", "StringLike"])
                let fits =
                    principal.value == publisher
                    || principal.isWholeAccount(account) && (named?.contains(publisher) ?? true)
                let others = statement.conditionKeys(
                    beside: ["aws:principalarn", "kms:viaservice"])
                if fits, others.isEmpty {
                    usable.formUnion(Self.use.filter { statement.concerns(action: $0) })
                }
            }
        }
        for action in Self.use where !usable.contains(action) {
            problems.append("does not let the publisher do \(action)")
        }
        return problems
    }
}

extension PolicyPrincipal {
    /// Whether it is something of one account, or the account itself.
    fileprivate func isOf(_ account: String) -> Bool {
        guard kind == "AWS" else { return false }
        if isWholeAccount(account) { return true }
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 6 && parts[0] == "arn" && parts[4] == account
    }
}
