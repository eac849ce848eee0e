import Partitions

/// What the identity provider's administrator sets up once, so that its groups lead to the planned
/// roles. The filter was tested with the name of every group.
public struct FederationSetup: Sendable, Hashable {
    /// A group, empty in normal times, and the role its members get.
    public struct Group: Sendable, Hashable {
        /// The group's name.
        public var name: String
        /// Its id at the provider, as far as the plan names it.
        public var id: String?
        /// The emergency role.
        public var role: String
        /// The emergency role's ARN.
        public var roleARN: String
        /// What the role leads to: `EmergencyAccess_RO`.
        public var workloadRole: String
        /// Where: names and ids of accounts.
        public var accounts: [String]
    }

    /// Whose product it is.
    public var kind: Plan.IdentityProvider.Kind

    /// In the order of the plan's accounts.
    public var groups: [Group]

    /// The SAML provider in the emergency access account.
    public var providerARN: String

    /// What turns group names into roles.
    public var mapping: GroupMapping

    /// The audience of assertions. Source: IAM User Guide, "Configure SAML assertions".
    public var audience: String

    /// `aws.amazon`, `aws.govcloud`: Okta's word for the partition.
    public var environment: String

    /// Where assertions may be sent, as the roles' trust policies list it.
    public var endpoints: [String]

    /// The endpoint to set up: that of the home Region, so that signing in needs no other.
    public var endpoint: String

    /// How long a session may last, in seconds: what every emergency role allows.
    public var sessionDuration = 3_600
}

extension FederationSetup {
    /// Prefix of the attributes that AWS reads in assertions; `Role`, `RoleSessionName`, ….
    public static let attributes = "https://aws.amazon.com/SAML/Attributes/"
}

extension Plan {
    /// What the identity provider's administrator sets up once.
    /// - Throws: ``FederationSetupError`` where there is nothing to set up, or a group's name would not
    ///   lead to its role.
    public func federationSetup() throws(FederationSetupError) -> FederationSetup {
        guard let provider = identityProvider, let providerARN else { throw .noProvider }
        let own = Partition.named(partition)
        guard let audience = own?.samlAudience, let environment = own?.oktaEnvironment else {
            throw .partition(partition)
        }
        let all = emergencyRoles
        guard !all.isEmpty else { throw .noRoles }
        let mapping = GroupMapping(
            names: provider.groupName, roles: all.map(\.name), providerARN: providerARN,
            account: emergencyAccount)
        for role in all { try mapping.check(role.groupName, becomes: role.arn) }
        if let twice = Dictionary(grouping: all, by: \.groupName).first(where: { $1.count > 1 }) {
            throw .sharedName(twice.key)
        }
        let names = Dictionary(accounts.map { ($0.id, $0.name) }) { first, _ in first }
        let home = signInEndpoints.first { $0.contains("//\(regions.home).") }
        return FederationSetup(
            kind: provider.kind,
            groups: all.map { role in
                FederationSetup.Group(
                    name: role.groupName, id: role.groups.first, role: role.name, roleARN: role.arn,
                    workloadRole: RoleNames.workload(role.access),
                    accounts: role.accounts.map { id in
                        names[id].map { $0 == id ? id : "\($0) (\(id))" } ?? id
                    })
            },
            providerARN: providerARN, mapping: mapping,
            audience: audience, environment: environment,
            endpoints: signInEndpoints, endpoint: home ?? signInEndpoints[0])
    }
}

/// Why the identity provider cannot be set up for a plan.
public enum FederationSetupError: Error, Sendable, Hashable {
    /// The plan has no access by federation.
    case noProvider

    /// No account has a role.
    case noRoles

    /// A partition whose sign-in works in another way.
    case partition(String)

    /// Two roles would have one group.
    case sharedName(String)

    /// A group's name that the filter does not turn into its role: filter, name, result.
    case mismatch(filter: String, group: String, made: String?)

    /// A filter that cannot be tried: why.
    case untried(String)
}

extension FederationSetupError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .noProvider:
            "the plan names no identityProvider\n"
                + "hint: write identityProvider: { kind: okta }, or use break-glass users only"
        case .noRoles:
            "the plan has no emergency role: no account has roles\n"
                + "hint: add accounts:, and give them roles: [RO]"
        case .partition(let name):
            "partition \(name) cannot be set up: signing in by SAML differs there\n"
                + "hint: use aws or aws-us-gov"
        case .sharedName(let name):
            "group \"\(name)\" would open more than one role\n"
                + "hint: let groupName contain {role}"
        case .mismatch(let filter, let group, let made):
            "the filter \(filter) makes \(made ?? "nothing") of group \"\(group)\"\n"
                + "hint: set role and account apart in groupName, as in \"aws#{role}#{account}\""
        case .untried(let why):
            "the filter cannot be tried: \(why)\n"
                + "hint: write groupName with plain characters, as in \"aws#{role}#{account}\""
        }
    }
}

extension FederationSetup {
    /// The permissions of the checker at Okta. All of them only read.
    public static let oktaScopes = [
        "okta.apps.read", "okta.groups.read", "okta.logStreams.read", "okta.logs.read",
        "okta.policies.read", "okta.users.read",
    ]

    /// What the checker is granted at Entra ID: permissions of Microsoft Graph.
    ///
    /// Source: Microsoft Graph permissions reference.
    public static let graphPermissions = [
        "Application.Read.All", "AuditLog.Read.All", "GroupMember.Read.All", "Member.Read.Hidden",
        "Policy.Read.All", "PrivilegedAssignmentSchedule.Read.AzureADGroup", "User.Read.All",
    ]
}
