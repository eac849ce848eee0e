extension Okta {
    /// A rule of a policy that decides about sign-in to an app.
    public struct AccessRule: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Whether it is in force.
        public let isActive: Bool
        /// Its place: the lowest is tried first.
        public let priority: Int
        /// Whether it allows access.
        public let allows: Bool
        /// Whether it requires two factors.
        public let demandsTwoFactors: Bool
        /// Whether it applies to everybody, from any place.
        public let isCatchAll: Bool
        /// Ids of the groups it is limited to; empty if it is not.
        public let groups: [String]
    }

    /// Lists the rules of a policy.
    /// <https://developer.okta.com/docs/api/openapi/okta-management/management/Policy/#tag/Policy/operation/listPolicyRules>
    public static func listPolicyRules(_ policy: String) -> WebAPI.List<AccessRule> {
        WebAPI.List("/api/v1/policies/\(segment(policy))/rules", read: AccessRule.init)
    }
}

extension Okta.AccessRule {
    init(_ rule: WebAPI.Fields) throws(WebAPI.Unreadable) {
        let action = try rule.object("actions").object("appSignOn")
        let method = try action.object("verificationMethod")
        let conditions = try rule.object("conditions")
        let included = try conditions.object("people").object("groups").texts("include")
        name = try rule.text("name")
        isActive = try rule.text("status") == "ACTIVE"
        // The rule that is always there comes after all others.
        let isSystem = try rule.optionalBool("system") ?? false
        priority = try rule.optionalInt("priority") ?? (isSystem ? Int.max : 0)
        switch try action.text("access") {
        case "ALLOW": allows = true
        case "DENY": allows = false
        default: throw WebAPI.Unreadable("has an access that is neither ALLOW nor DENY")
        }
        demandsTwoFactors = try Self.demandsTwoFactors(method)
        groups = included
        isCatchAll = isSystem || conditions.isEmpty
    }

    /// Two factors by name, or a chain of methods that has a second link in each of its branches.
    private static func demandsTwoFactors(
        _ method: WebAPI.Fields
    ) throws(WebAPI.Unreadable) -> Bool {
        if try method.optionalText("factorMode") == "2FA" { return true }
        let chains = try method.objects("chains")
        for chain in chains where try chain.objects("next").isEmpty { return false }
        return !chains.isEmpty
    }
}
