// AccessPlan: the plan and what follows from it: names, ARNs, roles, access paths, watch list, set-up
// of the identity provider, declarations.

/// Who gets access, where and how, and who is notified: the one file that an engineer writes.
///
/// Everything else follows from it: roles and group names, the watch list of the enricher, the
/// expectations of the checker. The CLI reads and validates the YAML; this is the result.
public struct Plan: Sendable, Hashable {
    /// A word for the organization, shown in alerts.
    public var organization: String

    /// The twelve digits of the emergency access account.
    public var emergencyAccount: String

    /// `aws`, `aws-us-gov`, ….
    public var partition = "aws"

    /// The Regions of the hubs. All enabled Regions are watched; deployment finds them.
    public var regions: Regions

    /// Access by federation; `nil` if the plan has none.
    public var identityProvider: IdentityProvider?

    /// The kinds of access; by default the roles of AWS's guide.
    public var roles: [Access] = Access.guide

    /// The role that break-glass users assume in each planned account.
    public var breakGlassRole = BreakGlassRole()

    /// The planned accounts, as ordered in the file.
    public var accounts: [Account] = []

    /// Whom the guardrail does not stop, and for what; and who may run the checks.
    public var administrators = Administrators()

    /// IAM users in the emergency access account, for when the IdP is down as well.
    public var breakGlassUsers: [String] = []

    /// People who answer an alert, by the name their sessions carry.
    public var responders: [String] = []

    /// Whom an alert says to call.
    public var contacts: [Contact] = []

    /// Who gets alerts.
    public var subscribers: [Subscriber] = []

    /// Existing resources to watch, in addition to those that are created.
    public var guarded: [ARN] = []

    /// The existing trail that EventBridge's events depend on; `nil` while none was adopted.
    public var trail: ARN?

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
    /// The Regions of the hubs.
    public struct Regions: Sendable, Hashable {
        /// The Region whose hub sends the alerts.
        public var home: String

        /// The Region whose hub sends an alert when the home Region did not.
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

    /// Who deploys, keeps and checks emergency access: ARNs of roles or users.
    public struct Administrators: Sendable, Hashable {
        /// Rolls out templates and code.
        public var rollout: ARN?

        /// Keep passwords and MFA devices.
        public var custodians: [ARN] = []

        /// Ends sessions.
        public var revoker: ARN?

        /// Assume the audit role to run the checks themselves. `*` and `?` are wildcards, but not in
        /// the account. The guardrail stops them like anybody.
        public var auditors: [ARN] = []

        /// Names nobody.
        public init() {}
    }
}
