/// The plan as the functions carry it, `plan.json` inside their zips: what an alert needs, and
/// nothing else.
public struct CompiledPlan: Sendable, Hashable {
    /// Version of the JSON form.
    public static let schema = "breakglass.plan/1"

    /// A word for the organisation.
    public var organization: String

    /// The emergency access account's id.
    public var emergencyAccount: String

    /// `aws`, `aws-us-gov`, ….
    public var partition = "aws"

    /// The Region whose hub speaks.
    public var home: String

    /// The Region whose hub speaks when home did not.
    public var standby: String?

    /// The page that next steps point to.
    public var runbook: String?

    /// The federation app and the groups that open the way in.
    public var identityProvider: IdentityProvider?

    /// Names of the planned accounts and of the emergency account, by id.
    public var accountNames: [String: String] = [:]

    /// Names of the break-glass users, all in the emergency account.
    public var breakGlassUsers: [String] = []

    /// People who answer alerts.
    public var responders: [String] = []

    /// The planned roles.
    public var roles: [WatchedRoles] = []

    /// Everything else that is ours.
    public var watched: [Watched] = []

    /// Makes a plan that watches nothing yet.
    public init(organization: String, emergencyAccount: String, home: String) {
        self.organization = organization
        self.emergencyAccount = emergencyAccount
        self.home = home
    }
}

extension CompiledPlan {
    /// What the IdP's own events are compared with.
    public struct IdentityProvider: Sendable, Hashable {
        /// `okta`, `entra`, `adfs` or `other`.
        public var kind: String

        /// Its host name.
        public var domain: String?

        /// The federation app's id.
        public var app: String?

        /// The name of the SAML provider in the emergency account.
        public var samlProvider: String

        /// How groups are named: `{role}`, `{account}`.
        public var groupName: String

        /// Group ids, as far as the plan names them.
        public var groups: [String] = []
    }

    /// The planned role of that name, or `nil`. Names are compared regardless of case.
    public func roles(named name: String, in account: String) -> WatchedRoles? {
        roles.first { $0.contains(role: name, in: account) }
    }

    /// The name that the IdP's group for an emergency role has; `nil` without an IdP.
    public func groupName(forRole role: String) -> String? {
        identityProvider?.groupName
            .replacing("{role}", with: role)
            .replacing("{account}", with: emergencyAccount)
    }
}
