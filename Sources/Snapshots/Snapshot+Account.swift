extension Snapshot {
    /// What was read in one account.
    public struct Account: Sendable {
        /// Twelve digits.
        public var id: String

        /// Whether the audit role let the checker in (`sts:GetCallerIdentity` answers this account).
        public var reached: Observed<Bool>

        /// The roles asked for, by name without path; `.notFound` where one does not exist.
        public var roles: [String: Observed<Role>] = [:]

        /// Names of all roles that start with a trusted name: `EmergencyAccess_`, `BreakGlass`.
        public var trustedNames: Listing<String>

        /// The results of IAM's simulator for the emergency and workload roles, by role name.
        public var simulations: [String: Observed<[Simulation]>] = [:]

        /// The account's enabled Regions.
        public var regions: Listing<String>

        /// Our rules (``AlertPathNames/prefix``) on the default bus, by Region.
        public var rules: [String: Listing<Rule>] = [:]

        /// Messages in the queue of events that could not be delivered, by Region.
        public var undelivered: [String: Observed<Int>] = [:]

        /// Trails that log this account, the organization's own included.
        public var trails: Listing<Trail>

        /// Resource control policies on it and above, as JSON text, by id.
        public var resourceControlPolicies: Listing<Policy>

        /// The alternate contact for security; `.notFound` where none is set.
        public var securityContact: Observed<SecurityContact>

        /// Our stacks, by `REGION/NAME`.
        public var stacks: Listing<Stack>

        /// Makes an account in which nothing was read yet.
        public init(id: String) {
            self.id = id
            reached = .notReached("account \(id)")
            trustedNames = .notReached("the roles of account \(id)")
            regions = .notReached("the Regions of account \(id)")
            trails = .notReached("the trails of account \(id)")
            resourceControlPolicies = .notReached("the resource control policies of account \(id)")
            securityContact = .notReached("the security contact of account \(id)")
            stacks = .notReached("the stacks of account \(id)")
        }

        /// Our rules in one Region.
        public func rules(in region: String) -> Listing<Rule> {
            rules[region] ?? .notReached("the rules of account \(id) in \(region)")
        }

        /// How many events of one Region could not be delivered.
        public func undelivered(in region: String) -> Observed<Int> {
            undelivered[region] ?? .notReached("the queue of account \(id) in \(region)")
        }
    }

    /// The alternate contact for security matters.
    public struct SecurityContact: Sendable, Hashable {
        /// Its address.
        public var email: String

        /// Makes a contact.
        public init(email: String) { self.email = email }
    }

    /// One decision of IAM's policy simulator.
    /// Source: IAM API, `SimulatePrincipalPolicy`, `EvaluationResult`.
    public struct Simulation: Sendable, Hashable {
        /// `sts:AssumeRole`, ….
        public var action: String
        /// The resource's ARN, or `*`.
        public var resource: String
        /// `allowed`, `explicitDeny` or `implicitDeny`.
        public var decision: String
        /// The decision of the organization's service control policies; `nil` where there are none.
        public var allowedByOrganizations: Bool?
        /// The decision of the permissions boundary; `nil` if absent.
        public var allowedByBoundary: Bool?

        /// Makes a decision.
        public init(
            action: String, resource: String, decision: String,
            allowedByOrganizations: Bool? = nil, allowedByBoundary: Bool? = nil
        ) {
            self.action = action
            self.resource = resource
            self.decision = decision
            self.allowedByOrganizations = allowedByOrganizations
            self.allowedByBoundary = allowedByBoundary
        }
    }
}
