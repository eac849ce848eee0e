/// What a deployment knows besides the plan: what only the accounts can tell, and what was built.
public struct DeploymentFacts: Sendable, Hashable {
    /// The organization, and whom its stack sets reach.
    public struct Organization: Sendable, Hashable {
        /// `o-…`.
        public var id: String
        /// The management account: stack sets do not reach it.
        public var managementAccount: String
        /// The account whose stack sets deploy: the management account or a delegated administrator.
        public var administrator: String
        /// The root or the units that stack sets reach.
        public var units: [String]

        /// Makes an organization.
        public init(id: String, managementAccount: String, administrator: String, units: [String]) {
            self.id = id
            self.managementAccount = managementAccount
            self.administrator = administrator
            self.units = units
        }
    }

    /// The trail that the stack breakglass-trail creates.
    public struct Trail: Sendable, Hashable {
        /// The account that gets the stack.
        public var account: String
        /// Whether it logs every account of the organization.
        public var isOfOrganization: Bool

        /// Makes a trail.
        public init(account: String, isOfOrganization: Bool) {
            self.account = account
            self.isOfOrganization = isOfOrganization
        }
    }

    /// The zip of a function, in the bucket that `code.yaml` makes in each hub Region.
    public struct CodeObject: Sendable, Hashable {
        /// Its key, the same in every Region.
        public var key: String
        /// The version of the object by Region, where it is known.
        public var versions: [String: String]

        /// Makes an object.
        public init(key: String, versions: [String: String] = [:]) {
            self.key = key
            self.versions = versions
        }
    }

    /// The organization; nil where the plan is about the emergency access account alone.
    public var organization: Organization?

    /// The management account, if there are credentials for it.
    public var management: String?

    /// The Regions that get rules, by account.
    public var covered: [String: [String]]

    /// The functions' code, by the name of the function without prefix, e.g. `event-enricher`.
    public var code: [String: CodeObject] = [:]

    /// What the functions were built for: `x86_64` or `arm64`.
    public var architecture = "x86_64"

    /// How many publishers may run at a time; 0 reserves none.
    public var publisherConcurrency = 2

    /// How many publishers of critical alerts may run at a time; 0 reserves none.
    public var criticalConcurrency = 3

    /// The identity provider's log stream, as EventBridge names it.
    public var partnerEventSource: String?

    /// The trail to create; nil where an existing one serves.
    public var trail: Trail?

    /// Makes facts: no code, no trail, no log stream.
    public init(
        organization: Organization? = nil, management: String? = nil, covered: [String: [String]]
    ) {
        self.organization = organization
        self.management = management
        self.covered = covered
    }
}

extension RegionMatrix {
    /// The Regions that get rules, by account.
    public var covered: [String: [String]] {
        cells.reduce(into: [:]) { covered, cell in
            if case .covered = cell.state { covered[cell.account, default: []].append(cell.region) }
        }
    }
}
