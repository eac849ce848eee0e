extension Graph {
    /// A user.
    public struct User: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// `accountEnabled`; nil where it does not say.
        public let isEnabled: Bool?
    }

    /// Reads a user by id or sign-in name.
    /// <https://learn.microsoft.com/graph/api/user-get>
    public static func getUser(_ idOrName: String) -> WebAPI.Call<User> {
        .json(
            "/v1.0/users/\(segment(idOrName))", query: [("$select", "id,accountEnabled")]
        ) { user throws(WebAPI.Unreadable) in
            User(id: try user.text("id"), isEnabled: try user.optionalBool("accountEnabled"))
        }
    }

    /// Reads by what a user can prove who they are: `methodsRegistered`, none where
    /// `isMfaRegistered` is false.
    /// <https://learn.microsoft.com/graph/api/userregistrationdetails-get>
    public static func getUserRegistrationDetails(_ user: String) -> WebAPI.Call<[String]> {
        .json(
            "/v1.0/reports/authenticationMethods/userRegistrationDetails/\(segment(user))"
        ) { details throws(WebAPI.Unreadable) in
            let methods = try details.texts("methodsRegistered")
            return try details.optionalBool("isMfaRegistered") == true ? methods : []
        }
    }

    /// A Conditional Access policy, as far as it is about an application.
    public struct AccessPolicy: Sendable, Hashable {
        /// What it is called.
        public let name: String
        /// Whether it is in force; one that only reports is not.
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
        /// Whether it applies only from some places, devices or risks.
        public let isConditional: Bool
        /// Whether it keeps out.
        public let blocks: Bool
        /// Whether it asks for two factors.
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
        var conditional = false
        for name in ["locations", "platforms", "devices", "clientApplications"] {
            if try !conditions.object(name).isEmpty { conditional = true }
        }
        for name in ["signInRiskLevels", "userRiskLevels"] {
            if try !conditions.texts(name).isEmpty { conditional = true }
        }
        isConditional = conditional
        blocks = wanted.contains("block")
        // "Or" with something else beside it does not demand it.
        let isEither = try controls.optionalText("operator") == "OR" && wanted.count > 1
        let strength = try !controls.object("authenticationStrength").isEmpty
        demandsMFA = strength || wanted.contains("mfa") && !isEither
    }
}
