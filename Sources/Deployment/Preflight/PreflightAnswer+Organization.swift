extension PreflightAnswer {
    /// Service-managed StackSets, as a service with trusted access.
    public static let stackSetService = "member.org.stacksets.cloudformation.amazonaws.com"

    /// The role that StackSets needs in the management account.
    public static let stackSetRole = "AWSServiceRoleForCloudFormationStackSetsOrgAdmin"

    /// Gives trusted access, and makes the role.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-activate-trusted-access.html>
    private static let activate = "aws cloudformation activate-organizations-access"

    /// Whether StackSets has trusted access to the organization.
    /// - Parameters:
    ///   - trusted: the services that have it.
    ///   - account: whose credentials asked.
    /// - Returns: yes or no.
    public static func stackSetAccess(
        among trusted: [String], account: String
    ) -> PreflightAnswer {
        let isTrusted = trusted.contains(stackSetService)
        return PreflightAnswer(
            .stackSetAccess, isTrusted ? .yes : .no, account: account,
            isTrusted
                ? "StackSets has trusted access"
                : "StackSets has no trusted access to the organization",
            remedy: isTrusted ? nil : activate, stops: true)
    }

    /// Whether the role of StackSets is there.
    public static func stackSetRole(isThere: Bool, account: String) -> PreflightAnswer {
        PreflightAnswer(
            .serviceRoles, isThere ? .yes : .no, account: account,
            isThere ? "\(stackSetRole) is there" : "the role \(stackSetRole) is not there",
            remedy: isThere ? nil : activate)
    }

    /// How many service control policies a target takes.
    /// Source: "Quotas for AWS Organizations".
    public static let policiesOfTarget = 5

    /// Whether a target has room for the guardrail.
    /// - Parameters:
    ///   - target: id of a root, a unit or an account.
    ///   - planned: names of the guardrail's policies that go there.
    ///   - attached: names of what is attached to it.
    ///   - account: whose credentials asked.
    /// - Returns: yes or no.
    public static func slots(
        of target: String, planned: Set<String>, attached: [String], account: String
    ) -> PreflightAnswer {
        let others = attached.filter { !planned.contains($0) }
        guard others.count + planned.count <= policiesOfTarget else {
            return PreflightAnswer(
                .policySlots, .no, account: account,
                "\(target) has \(others.count) policies (\(others.joined(separator: ", "))), and "
                    + "\(planned.count) more do not fit: a target takes \(policiesOfTarget)",
                remedy: "merge two of them, then: aws organizations detach-policy "
                    + "--target-id \(target) --policy-id ID",
                stops: true)
        }
        return PreflightAnswer(
            .policySlots, .yes, account: account,
            "\(target) has room for \(planned.count) more beside \(others.count)")
    }
}
