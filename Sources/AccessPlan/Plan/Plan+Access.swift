extension Plan {
    /// One kind of access, e.g. `RO`: what a workload role of that name may do.
    public struct Access: Sendable, Hashable {
        /// The word that ends the role's name: `EmergencyAccess_RO`.
        public var name: String

        /// AWS-managed policies by path and name (`job-function/SystemAdministrator`), or ARNs.
        public var managedPolicies: [String]

        /// Files with inline policies, relative to the plan.
        public var inlinePolicies: [String]

        /// Makes one kind of access.
        public init(name: String, managedPolicies: [String], inlinePolicies: [String] = []) {
            self.name = name
            self.managedPolicies = managedPolicies
            self.inlinePolicies = inlinePolicies
        }

        /// The two roles that AWS's guide on emergency access starts with.
        ///
        /// Source: IAM Identity Center User Guide, "Set up emergency access to the AWS Management
        /// Console", mapping table.
        public static let guide = [
            Access(name: "RO", managedPolicies: ["ReadOnlyAccess"]),
            Access(name: "Ops", managedPolicies: ["job-function/SystemAdministrator"]),
        ]
    }

    /// The role that break-glass users assume.
    public struct BreakGlassRole: Sendable, Hashable {
        /// AWS-managed policies by path and name, or ARNs.
        public var managedPolicies = ["AdministratorAccess"]

        /// How long a session may last, in hours, 1 to 12.
        public var maxSessionHours = 1

        /// Creates the role with its defaults.
        public init() {}
    }
}
