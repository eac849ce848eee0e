extension Snapshot {
    /// The direct federation app.
    public struct App: Sendable, Hashable {
        /// Whether people get in.
        public enum State: Sendable, Hashable {
            /// They do not.
            case inactive
            /// They do.
            case active
            /// It is deleted, although the API still returns it.
            case deleted
            /// A word this release does not know.
            case other(String)
        }

        /// Its id.
        public var id: String
        /// What it is called.
        public var label: String
        /// The provider's word for its kind: `amazon_aws` in Okta; empty if absent.
        public var kind: String
        /// `SAML_2_0`, ….
        public var protocolName: String
        /// Whether people get in.
        public var state: State
        /// When it was last changed: seconds since 1970.
        public var lastUpdated: Int?
        /// Whether everybody is assigned without being named
        /// (Okta `implicitAssignment`, Entra `appRoleAssignmentRequired` false).
        public var letsEverybodyIn: Bool
        /// The settings of Okta's AWS Account Federation; `.notConfigured` elsewhere.
        public var federation: Observed<FederationSettings>

        /// Makes an app.
        public init(
            id: String, label: String, kind: String, protocolName: String, state: State,
            lastUpdated: Int? = nil, letsEverybodyIn: Bool = false,
            federation: Observed<FederationSettings>
        ) {
            self.id = id
            self.label = label
            self.kind = kind
            self.protocolName = protocolName
            self.state = state
            self.lastUpdated = lastUpdated
            self.letsEverybodyIn = letsEverybodyIn
            self.federation = federation
        }
    }

    /// Okta's `settings.app` of AWS Account Federation, and what its assertions carry.
    public struct FederationSettings: Sendable, Hashable {
        /// `groupFilter`, Okta's regular expression with `(?{{role}}…)`.
        public var groupFilter = ""
        /// `roleValuePattern`.
        public var roleValuePattern = ""
        /// `useGroupMapping`.
        public var usesGroupMapping = false
        /// `joinAllRoles`.
        public var joinsAllRoles = false
        /// `appFilter`: `okta`, `active_directory`, ….
        public var appFilter = ""
        /// `awsEnvironmentType`: `aws.amazon`, `aws.govcloud`, `aws.china`.
        public var environmentType = ""
        /// `overrideAcsURL`; `nil` where the environment type decides.
        public var overrideACS: String?
        /// `identityProviderArn`; `nil` where it is empty.
        public var providerARN: String?
        /// `sessionDuration` in seconds.
        public var sessionDuration: Int?
        /// Whether `accessKey` or `secretKey` holds anything: never what.
        public var holdsAWSKey = false
        /// Whether assertions carry a source identity.
        public var sendsSourceIdentity = false
        /// Whether assertions carry session tags.
        public var sendsSessionTags = false

        /// The collector fills in Okta's defaults.
        public init() {}
    }

    /// A user assigned to the app.
    public struct AppUser: Sendable, Hashable {
        /// Its id.
        public var id: String
        /// The name it signs in with.
        public var login: String
        /// Whether it was assigned directly, not through a group.
        public var isDirect: Bool

        /// Makes an assignment.
        public init(id: String, login: String, isDirect: Bool) {
            self.id = id
            self.login = login
            self.isDirect = isDirect
        }
    }
}
