extension TrustPolicy {
    /// The operators for "whose ARN is one of these". Wildcards in the values would match more.
    private static let arnTests: Set<String> = [
        "StringEquals", "ArnEquals", "ArnLike", "StringLike",
    ]

    /// What is wrong with the trust policy of a role that only some principals of the emergency
    /// access account may assume.
    /// - Parameters:
    ///   - trusted: their ARNs.
    ///   - account: the emergency account's id.
    ///   - mayNameThem: whether their ARN may be a principal. IAM stores a unique id for it, so a
    ///     recreated role or user is denied.
    ///   - demandsMFA: whether MFA must be required.
    /// - Returns: what is wrong, each a phrase to follow the role's name.
    func problems(
        trusted: Set<String>, account: String, mayNameThem: Bool, demandsMFA: Bool
    ) -> [String] {
        let call = "sts:AssumeRole"
        var problems = problems(call: call)
        var letIn: Set<String> = []
        for statement in document.allowing {
            var known: Set = ["aws:principalarn"]
            if demandsMFA {
                known.formUnion(["aws:multifactorauthpresent", "aws:multifactorauthage"])
            }
            problems += statement.conditionKeys(beside: known).map { "has a condition on \($0)" }
            if !statement.leavesTimeAfterMFA {
                problems.append("has a condition on aws:multifactorauthage that keeps people out")
            }
            let named = statement.values(of: "aws:principalarn", tests: Self.arnTests)
            for arn in (named ?? []).sorted() where !trusted.contains(arn) {
                problems.append("trusts \(arn)")
            }
            for principal in statement.principals ?? [] {
                if principal.isWholeAccount(account) {
                    if let named {
                        if statement.concerns(action: call) { letIn.formUnion(named) }
                    } else {
                        problems.append("trusts everybody in account \(account)")
                    }
                } else if principal.kind == "AWS", trusted.contains(principal.value) {
                    if mayNameThem {
                        if statement.concerns(action: call) { letIn.insert(principal.value) }
                    } else {
                        problems.append(
                            "trusts \(principal.value) by its unique id: re-created, it is locked out"
                        )
                    }
                } else {
                    problems.append("trusts \(principal.words)")
                }
            }
            if demandsMFA, statement.concerns(action: call), !statement.demandsMFA {
                problems.append("does not demand MFA")
            }
        }
        for arn in trusted.subtracting(letIn).sorted() where allows(call) {
            problems.append("does not let \(arn) in")
        }
        return problems
    }
}

extension PolicyPrincipal {
    /// Whether it is a whole account: its root ARN, or its id.
    func isWholeAccount(_ account: String) -> Bool {
        kind == "AWS"
            && (value == account
                || value.hasPrefix("arn:") && value.hasSuffix(":iam::\(account):root"))
    }
}

extension PolicyStatement {
    /// Whether the role can be assumed for at least five minutes after MFA.
    fileprivate var leavesTimeAfterMFA: Bool {
        conditions.filter { $0.key == "aws:multifactorauthage" }.allSatisfy {
            $0.test.hasPrefix("NumericLessThan") && $0.values.allSatisfy { (Int($0) ?? 0) >= 300 }
        }
    }

    /// Whether a call without MFA is allowed: `BoolIfExists` allows it.
    fileprivate var demandsMFA: Bool {
        values(of: "aws:multifactorauthpresent", tests: ["Bool"]) == ["true"]
    }
}
