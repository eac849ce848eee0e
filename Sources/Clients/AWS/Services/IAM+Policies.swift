extension IAM {
    /// One decision of the policy simulator.
    public struct Decision: Sendable, Hashable {
        /// The action that was tried.
        public let action: String

        /// The resource's ARN, or `*`.
        public let resource: String

        /// `allowed`, `explicitDeny` or `implicitDeny`.
        public let decision: String

        /// Whether the organisation's service control policies allow it; nil without them.
        public let allowedByOrganizations: Bool?

        /// Whether the permissions boundary allows it; nil without one.
        public let allowedByBoundary: Bool?
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

    /// Asks the policy simulator what a role may do, a page at a time: its policies, its boundary and
    /// the organisation's service control policies are weighed, resource control policies are not.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>
    ///
    /// - Parameters:
    ///   - arn: the role.
    ///   - actions: e.g. `sts:AssumeRole`.
    ///   - resources: ARNs, each tried with each action; empty is `*`.
    ///   - context: values of condition keys that are texts.
    ///   - marker: of the page before.
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
        return page("SimulatePrincipalPolicy", "EvaluationResults", form, marker) {
            member throws(AWS.Unreadable) in
            Decision(
                action: try require(member.text("EvalActionName"), "EvalActionName"),
                resource: member.text("EvalResourceName") ?? "*",
                decision: try require(member.text("EvalDecision"), "EvalDecision"),
                allowedByOrganizations: member["OrganizationsDecisionDetail"]?
                    .text("AllowedByOrganizations").map { $0 == "true" },
                allowedByBoundary: member["PermissionsBoundaryDecisionDetail"]?
                    .text("AllowedByPermissionsBoundary").map { $0 == "true" })
        }
    }
}
