extension Plan {
    /// One planned account.
    public struct Account: Sendable, Hashable {
        /// The N of `EmergencyAccess_RoleN_…`; accounts with the same number share those roles.
        public var number: Int

        /// Twelve digits.
        public var id: String

        /// What people call it.
        public var name: String

        /// The access words that exist in it.
        public var roles: [String]

        /// The IdP's group ids, by access word.
        public var groups: [String: String]

        /// Makes an account.
        public init(
            number: Int, id: String, name: String, roles: [String],
            groups: [String: String] = [:]
        ) {
            self.number = number
            self.id = id
            self.name = name
            self.roles = roles
            self.groups = groups
        }
    }
}
