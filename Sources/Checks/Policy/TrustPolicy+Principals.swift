extension TrustPolicy {
    /// The ways of saying "whose ARN is one of these"; with wildcards in the values it would say more.
    private static let arnTests: Set<String> = [
        "StringEquals", "ArnEquals", "ArnLike", "StringLike",
    ]

    /// What is wrong with the trust policy of a role that only some principals of the emergency
    /// account may take.
    /// - Parameters:
    ///   - trusted: their ARNs.
    ///   - account: the emergency account's id.
    ///   - mayNameThem: whether their ARN may stand as principal: IAM keeps a unique id for it, so a
    ///     re-created role or user would not be let in.
    ///   - demandsMFA: whether a second factor has to be asked for.
    /// - Returns: what is wrong, each to be put after the role's name.
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
    /// Whether it stands for everybody in an account: its root, or its bare id.
    func isWholeAccount(_ account: String) -> Bool {
        kind == "AWS"
            && (value == account
                || value.hasPrefix("arn:") && value.hasSuffix(":iam::\(account):root"))
    }
}

extension PolicyStatement {
    /// Whether there is time to take the role after the second factor was shown: five minutes at least.
    fileprivate var leavesTimeAfterMFA: Bool {
        conditions.filter { $0.key == "aws:multifactorauthage" }.allSatisfy {
            $0.test.hasPrefix("NumericLessThan") && $0.values.allSatisfy { (Int($0) ?? 0) >= 300 }
        }
    }

    /// Whether a call without a second factor is let through: `BoolIfExists` lets it.
    fileprivate var demandsMFA: Bool {
        values(of: "aws:multifactorauthpresent", tests: ["Bool"]) == ["true"]
    }
}
