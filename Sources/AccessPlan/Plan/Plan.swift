// AccessPlan: the plan and what follows from it: names, ARNs, roles, access paths, watch list, set-up
// of the identity provider, declarations.

/// Who may get in, where and how, and who is told: the one file an engineer writes.
///
/// Everything else derives from it: roles and group names, the watch list of the enricher, the
/// expectations of the checker. Reading the YAML is the CLI's work; this is the value it yields,
/// already checked.
public struct Plan: Sendable, Hashable {
    /// A word for the organization, shown in alerts.
    public var organization: String

    /// The twelve digits of the emergency access account.
    public var emergencyAccount: String

    /// `aws`, `aws-us-gov`, ….
    public var partition = "aws"

    /// Where the alert path lives. Watched are all enabled Regions, found at deployment.
    public var regions: Regions

    /// The way in by federation; `nil` where there is none.
    public var identityProvider: IdentityProvider?

    /// What people may do, by access word: the roles of AWS's guide unless told otherwise.
    public var roles: [Access] = Access.guide

    /// The role that break-glass users take in each planned account.
    public var breakGlassRole = BreakGlassRole()

    /// The planned accounts, as ordered in the file.
    public var accounts: [Account] = []

    /// Whom the guardrail lets through, and for what.
    public var administrators = Administrators()

    /// IAM users in the emergency access account: the way in when the IdP is down too.
    public var breakGlassUsers: [String] = []

    /// People who answer an alert, by the name their sessions carry.
    public var responders: [String] = []

    /// Who is told.
    public var subscribers: [Subscriber] = []

    /// Existing resources to watch beside those that are created.
    public var guarded: [ARN] = []

    /// Accepted deviations, each until a day.
    public var waivers: [Waiver] = []

    /// What the files of ``Access/inlinePolicies`` hold, by the file's name; empty until somebody who
    /// needs them reads them.
    public var policyTexts: [String: String] = [:]

    /// The page that an alert's next steps point to; anchors are appended.
    public var runbook: String?

    /// The schema of the file that the plan was read from.
    var schema = Self.schema

    /// Makes the smallest plan.
    public init(organization: String, emergencyAccount: String, home: String) {
        self.organization = organization
        self.emergencyAccount = emergencyAccount
        self.regions = Regions(home: home)
    }
}

extension Plan {
    /// Where the alert path lives.
    public struct Regions: Sendable, Hashable {
        /// The Region whose hub speaks.
        public var home: String

        /// The Region whose hub speaks only when home did not.
        public var standby: String?

        /// Makes a pair of Regions.
        public init(home: String, standby: String? = nil) {
            self.home = home
            self.standby = standby
        }

        /// Both, home first.
        public var hubs: [String] {
            [home] + (standby.map { [$0] } ?? [])
        }
    }

    /// Whom the guardrail lets through: role or user ARNs.
    public struct Administrators: Sendable, Hashable {
        /// Rolls out templates and code.
        public var rollout: ARN?

        /// Keep passwords and MFA devices.
        public var custodians: [ARN] = []

        /// Ends sessions.
        public var revoker: ARN?

        /// Names nobody.
        public init() {}
    }
}
