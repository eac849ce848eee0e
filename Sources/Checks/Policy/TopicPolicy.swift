import Snapshots

/// Who may publish to a topic of alerts.
struct TopicPolicy {
    private static let call = "sns:Publish"
    private static let tests: Set<String> = ["ArnEquals", "StringEquals", "ArnLike", "StringLike"]
    private static let denials: Set<String> = [
        "ArnNotEquals", "StringNotEquals", "ArnNotLike", "StringNotLike",
    ]

    let document: PolicyDocument

    /// Reads the topic's policy.
    /// - Throws: why it cannot be read.
    init(_ topic: Snapshot.Topic) throws(Unavailable) {
        document = try PolicyDocument(topic.policy, name: "the policy of topic \(topic.arn)")
    }

    /// What is wrong with it: only the publishers may publish. Other identities of the same account
    /// may not.
    func problems(publishers: Set<String>, account: String) -> [String] {
        var problems: [String] = []
        var letsPublish = false
        for statement in document.allowing {
            let named = statement.values(of: "aws:principalarn", tests: Self.tests)
            for principal in (statement.principals ?? []).sorted(by: { $0.value < $1.value }) {
                let who = principal.isWholeAccount(account) ? named : [principal.value]
                guard let who, principal.kind == "AWS", who.isSubset(of: publishers) else {
                    problems.append("lets \(principal.words) do \(statement.words)")
                    continue
                }
                if statement.concerns(action: Self.call) { letsPublish = true }
            }
            if statement.principals == nil {
                problems.append("lets everybody but a few do \(statement.words)")
            }
        }
        if !letsPublish { problems.append("does not let the publisher publish") }
        return problems + denialProblems(publishers)
    }

    /// An Allow statement alone does not restrict identities of the topic's own account.
    private func denialProblems(_ publishers: Set<String>) -> [String] {
        var problems: [String] = []
        var bindsEverybody = false
        for statement in document.denying where statement.concerns(action: Self.call) {
            if statement.demandsTLS { continue }
            let spared = statement.values(of: "aws:principalarn", tests: Self.denials)
            let isEverybody = statement.principals?.contains { $0.value == "*" } == true
            guard let spared, isEverybody, !spared.isDisjoint(with: publishers) else {
                problems.append("keeps the publisher from publishing")
                continue
            }
            let others = statement.conditionKeys(beside: ["aws:principalarn"])
            if others.isEmpty, spared.isSubset(of: publishers) { bindsEverybody = true }
        }
        if !bindsEverybody {
            problems.append("does not keep others of its account from publishing")
        }
        return problems
    }
}

extension PolicyStatement {
    /// Whether it only denies calls without TLS.
    var demandsTLS: Bool {
        effect == .deny
            && conditions
                == [PolicyCondition(test: "Bool", key: "aws:securetransport", values: ["false"])]
    }

    /// Its actions, for a finding.
    var words: String {
        notActions.isEmpty ? actions.sorted().joined(separator: ", ") : "nearly everything"
    }
}
