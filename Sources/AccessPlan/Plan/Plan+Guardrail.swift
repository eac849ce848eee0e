extension Plan {
    /// Which emergency access can silence the alerts, since no guardrail is planned; `nil` with a
    /// guardrail, or where every role only reads. One sentence.
    public var missingGuardrail: String? {
        guard administrators.rollout == nil else { return nil }
        var able: [String] = []
        if hasFederation {
            let used = Set(accounts.flatMap(\.roles))
            able += roles.filter { used.contains($0.name) && !$0.onlyReads }.map {
                "\($0.name) (\(($0.managedPolicies + $0.inlinePolicies).joined(separator: ", ")))"
            }
        }
        if hasUsers, !breakGlassRole.managedPolicies.allSatisfy(Access.isReading) {
            let policies = breakGlassRole.managedPolicies.joined(separator: ", ")
            able.append("\(RoleNames.breakGlass) (\(policies))")
        }
        guard !able.isEmpty else { return nil }
        return
            "no guardrail: \(able.joined(separator: ", ")) can delete rules and change functions, "
            + (isOfAnOrganization
                ? "until administrators: rollout names who deploys"
                : "and only service control policies of an organization could prevent it")
    }
}

extension Plan.Access {
    /// Whether its policies are AWS's own for reading. What other policies allow is not known here.
    var onlyReads: Bool { inlinePolicies.isEmpty && managedPolicies.allSatisfy(Self.isReading) }

    /// Whether AWS's name of a managed policy says that it only reads.
    static func isReading(_ policy: String) -> Bool {
        if ARN.isMeant(by: policy), !policy.contains(":iam::aws:policy/") { return false }
        return ["ReadOnlyAccess", "SecurityAudit", "ViewOnlyAccess"].contains {
            policy.hasSuffix($0)
        }
    }
}
