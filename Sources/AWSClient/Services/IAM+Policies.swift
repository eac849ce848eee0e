import XML

extension IAM {
    /// One decision of the policy simulator.
    public struct Decision: Sendable, Hashable {
        /// The action that was tried.
        public let action: String

        /// The resource's ARN, or `*`.
        public let resource: String

        /// `allowed`, `explicitDeny` or `implicitDeny`.
        public let decision: String

        /// Whether the organization's service control policies allow it; nil without them.
        public let allowedByOrganizations: Bool?

        /// Whether the permissions boundary allows it; nil without one.
        public let allowedByBoundary: Bool?

        /// Condition keys that policies name and the call gave no value for.
        public let missingContext: [String]
    }

    /// Reads which version of a managed policy is in force, e.g. `v3`.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html>
    public static func getPolicyVersionInForce(arn: String) -> AWS.Operation<String> {
        call("GetPolicy", ["PolicyArn": arn]) { result throws(AWS.Unreadable) in
            try require(result["Policy"]?.text("DefaultVersionId"), "DefaultVersionId")
        }
    }

    /// Reads a version of a managed policy: JSON text.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html>
    public static func getPolicyVersion(arn: String, version: String) -> AWS.Operation<String> {
        call("GetPolicyVersion", ["PolicyArn": arn, "VersionId": version]) {
            result throws(AWS.Unreadable) in
            try document(require(result["PolicyVersion"], "PolicyVersion"), "Document")
        }
    }

    /// Asks the policy simulator what a role may do, a page at a time: its policies, its boundary
    /// and the organization's service control policies are evaluated, resource control policies are
    /// not.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>
    ///
    /// - Parameters:
    ///   - arn: the role.
    ///   - actions: e.g. `sts:AssumeRole`.
    ///   - resources: ARNs, each tried with each action; empty is `*`.
    ///   - context: values of condition keys that are texts.
    ///   - marker: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func simulatePrincipalPolicy(
        arn: String, actions: [String], resources: [String] = [],
        context: [String: String] = [:], marker: String? = nil
    ) -> AWS.Operation<AWS.Page<Decision>> {
        var form = ["PolicySourceArn": arn]
        for (index, action) in actions.enumerated() {
            form["ActionNames.member.\(index + 1)"] = action
        }
        for (index, resource) in resources.enumerated() {
            form["ResourceArns.member.\(index + 1)"] = resource
        }
        for (index, (key, value)) in context.sorted(by: { $0.key < $1.key }).enumerated() {
            let entry = "ContextEntries.member.\(index + 1)"
            form["\(entry).ContextKeyName"] = key
            form["\(entry).ContextKeyType"] = "string"
            form["\(entry).ContextKeyValues.member.1"] = value
        }
        let name = "SimulatePrincipalPolicy"
        form["Marker"] = marker
        return call(name, form) { result throws(AWS.Unreadable) in
            _ = try require(result["EvaluationResults"], "EvaluationResults")
            let isCut = result.text("IsTruncated") == "true"
            var decisions: [Decision] = []
            for member in result.members("EvaluationResults") {
                decisions += try IAM.decisions(member)
            }
            return AWS.Page(
                decisions, next: isCut ? try require(result.text("Marker"), "Marker") : nil)
        }
    }

    /// One result: each of several resources has its own decision, below that of the action.
    private static func decisions(_ member: XMLElement) throws(AWS.Unreadable) -> [Decision] {
        let action = try require(member.text("EvalActionName"), "EvalActionName")
        let organizations = member["OrganizationsDecisionDetail"]?
            .text("AllowedByOrganizations").map { $0 == "true" }
        func decision(_ of: XMLElement, _ name: String) throws(AWS.Unreadable) -> Decision {
            let boundary =
                of["PermissionsBoundaryDecisionDetail"]
                ?? member["PermissionsBoundaryDecisionDetail"]
            return Decision(
                action: action, resource: of.text("EvalResourceName") ?? "*",
                decision: try require(of.text(name), name),
                allowedByOrganizations: organizations,
                allowedByBoundary: boundary?.text("AllowedByPermissionsBoundary")
                    .map { $0 == "true" },
                missingContext: (of.members("MissingContextValues")
                    + (of == member ? [] : member.members("MissingContextValues"))).map(\.text))
        }
        let each = member.members("ResourceSpecificResults")
        guard !each.isEmpty else { return [try decision(member, "EvalDecision")] }
        return try each.map { one throws(AWS.Unreadable) in
            try decision(one, "EvalResourceDecision")
        }
    }
}
