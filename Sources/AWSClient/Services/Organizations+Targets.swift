import Text

extension Organizations {
    /// Lists the service control policies that are attached to a target itself, a page at a time.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html>
    ///
    /// - Parameters:
    ///   - target: id of the root, an organizational unit or an account.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listServiceControlPolicies(
        on target: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Policy>> {
        page(
            "ListPoliciesForTarget", "Policies",
            ["TargetId": .string(target), "Filter": "SERVICE_CONTROL_POLICY"], token, read: policy)
    }

    /// Lists the types of policy that are enabled in the root, e.g. `SERVICE_CONTROL_POLICY`, a list
    /// for each root.
    /// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html>
    public static func listEnabledPolicyTypes(
        token: String? = nil
    ) -> AWS.Operation<AWS.Page<[String]>> {
        page("ListRoots", "Roots", [:], token) { root throws(AWS.Unreadable) in
            try require(root["PolicyTypes"]?.array, "PolicyTypes")
                .filter { $0["Status"]?.string == "ENABLED" }.compactMap { $0["Type"]?.string }
        }
    }
}
