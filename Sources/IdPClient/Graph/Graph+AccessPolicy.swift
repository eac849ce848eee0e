extension Graph {
    /// A Conditional Access policy, as far as it is about signing in to an application.
    public struct AccessPolicy: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Whether it is enabled; a report-only policy is not.
        public let isEnabled: Bool
        /// `includeApplications`: ids, or `All`.
        public let applications: [String]
        /// `excludeApplications`.
        public let exceptApplications: [String]
        /// Whether it is about all users.
        public let isForEverybody: Bool
        /// Ids of the groups it is about.
        public let groups: [String]
        /// Ids of the groups it is not about.
        public let exceptGroups: [String]
        /// Ids of the users it is not about.
        public let exceptUsers: [String]
        /// `clientAppTypes`: the clients it applies to; `all`, or some of `browser`,
        /// `mobileAppsAndDesktopClients`, and others that cannot open a SAML app.
        public let clients: [String]
        /// Whether it applies only from some places or devices, at some risk, or in some flows.
        public let isConditional: Bool
        /// Whether it blocks access.
        public let blocks: Bool
        /// Whether it requires two factors.
        public let demandsMFA: Bool
    }

    /// Lists the Conditional Access policies.
    /// <https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies>
    public static func listConditionalAccessPolicies() -> WebAPI.List<AccessPolicy> {
        WebAPI.List("/v1.0/identity/conditionalAccess/policies", read: AccessPolicy.init)
    }
}

extension Graph.AccessPolicy {
    init(_ policy: WebAPI.Fields) throws(WebAPI.Unreadable) {
        let conditions = try policy.object("conditions")
        let applications = try conditions.object("applications")
        let users = try conditions.object("users")
        let controls = try policy.object("grantControls")
        let wanted = try controls.texts("builtInControls")
        name = try policy.text("displayName")
        isEnabled = try policy.text("state") == "enabled"
        self.applications = try applications.texts("includeApplications")
        exceptApplications = try applications.texts("excludeApplications")
        isForEverybody = try users.texts("includeUsers").contains("All")
        groups = try users.texts("includeGroups")
        exceptGroups = try users.texts("excludeGroups")
        exceptUsers = try users.texts("excludeUsers")
        clients = try conditions.texts("clientAppTypes")
        var narrows = applications.says("applicationFilter")
        // Any other condition narrows it, also one that this release does not know.
        for name in conditions.names.subtracting(["applications", "users", "clientAppTypes"])
        where conditions.says(name) {
            let isPlace = name == "locations" || name == "platforms"
            let isWide = isPlace ? try conditions.object(name).includesAll : false
            if !isWide { narrows = true }
        }
        isConditional = narrows
        blocks = wanted.contains("block")
        let strength = controls.says("authenticationStrength")
        let count =
            try wanted.count + controls.texts("termsOfUse").count
            + controls.texts("customAuthenticationFactors").count + (strength ? 1 : 0)
        // "Or" with another control does not require MFA.
        let isEither = try controls.optionalText("operator") == "OR" && count > 1
        demandsMFA = (strength || wanted.contains("mfa")) && !isEither
    }
}

extension WebAPI.Fields {
    /// Whether it is "include all" and nothing else: places or platforms that narrow nothing.
    fileprivate var includesAll: Bool {
        get throws(WebAPI.Unreadable) {
            for name in names where says(name) {
                let isAll = try texts(name).map { $0.lowercased() } == ["all"]
                guard name.hasPrefix("include"), isAll else { return false }
            }
            return true
        }
    }
}
