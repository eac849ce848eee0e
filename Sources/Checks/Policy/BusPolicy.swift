import AccessPlan
import Snapshots
import Text

/// Who may put events on a hub's bus.
struct BusPolicy {
    private static let call = "events:PutEvents"
    private static let source = "aws:sourcearn"

    let document: PolicyDocument

    /// Reads the bus's resource policy.
    /// - Throws: why it cannot be read.
    init(_ text: String, region: String) throws(Unavailable) {
        document = try PolicyDocument(text, name: "the policy of the bus in \(region)")
    }

    /// What is wrong with it: only our rules in planned accounts may put events. An identity of the
    /// hub's own account may not put events directly.
    func problems(plan: Plan) -> [String] {
        let words = AccountWords(plan)
        var problems: [String] = []
        var admitted: Set<String> = []
        var admitsOrganization = false
        for statement in document.allowing {
            for action in statement.actions.sorted()
            where !action.isSameName(as: Self.call) {
                problems.append("lets callers do \(action)")
            }
            if statement.notPrincipals != nil || !statement.notActions.isEmpty {
                problems.append("lets in everybody but a few")
                continue
            }
            let rules = statement.values(
                of: Self.source, tests: ["ArnLike", "ArnEquals", "StringLike", "StringEquals"])
            guard let rules, rules.allSatisfy(\.isOurRule) else {
                problems.append("lets in events that are not from our rules")
                continue
            }
            let organization = statement.values(of: "aws:principalorgid", tests: ["StringEquals"])
            for principal in (statement.principals ?? []).sorted(by: { $0.value < $1.value }) {
                if principal.value == "*" {
                    if organization == nil {
                        problems.append("lets in rules of any account")
                    }
                    admitsOrganization = true
                } else if let account = principal.account {
                    admitted.insert(account)
                } else {
                    problems.append("lets in \(principal.words)")
                }
            }
        }
        for id in plan.watchedAccounts where !admitsOrganization && !admitted.contains(id) {
            problems.append("does not let in the rules of account \(words(id))")
        }
        return problems + denialProblems
    }

    /// Problems of the Deny statement that applies to identities of the hub's own account.
    private var denialProblems: [String] {
        var problems: [String] = []
        var bindsEverybody = false
        for statement in document.denying where statement.concerns(action: Self.call) {
            let spared = statement.values(of: Self.source, tests: ["ArnNotLike", "StringNotLike"])
            guard let spared, spared.contains(where: \.isAnyOfOurRules) else {
                problems.append("denies events from our rules")
                continue
            }
            let keys = statement.conditionKeys(beside: [Self.source, "aws:principalarn"])
            if keys.isEmpty, statement.principals?.contains(where: { $0.value == "*" }) == true,
                spared.allSatisfy(\.isOurRule)
            {
                bindsEverybody = true
            }
        }
        if !bindsEverybody { problems.append("does not keep out identities of its own account") }
        return problems
    }
}

extension PolicyPrincipal {
    /// The account, if the principal is a whole account; otherwise `nil`.
    fileprivate var account: String? {
        guard kind == "AWS" else { return nil }
        if value.utf8.count == 12, value.utf8.allSatisfy(ByteSet.digits.contains) { return value }
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 6 && parts[2] == "iam" && parts[5] == "root" ? String(parts[4]) : nil
    }
}

extension String {
    /// Whether an ARN pattern matches only rules with our names.
    fileprivate var isOurRule: Bool {
        let parts = split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "events" else { return false }
        let name = parts[5].split(separator: "/", omittingEmptySubsequences: false)
        guard name.first == "rule", let last = name.last else { return false }
        return last.hasPrefix(AlertPathNames.prefix)
    }

    /// Whether an ARN pattern matches the rules of the Region template, in every Region and
    /// account.
    fileprivate var isAnyOfOurRules: Bool {
        isOurRule && hasSuffix(":rule/\(AlertPathNames.prefix)*") && contains(":events:*:")
    }
}
