extension Plan {
    /// Somebody who is called when an alert arrives.
    public struct Contact: Sendable, Hashable {
        /// What they are called.
        public var name: String

        /// An international telephone number, perhaps with spaces: `+31 20 555 0100`.
        public var telephone: String

        /// Users whom they hold or speak for.
        public var users: [String]

        /// Roles that they speak for: a kind of access, or a role's name.
        public var roles: [String]

        /// Whether they can use the root users.
        public var root: Bool

        /// Makes a contact: for everything, unless it names something.
        public init(
            name: String, telephone: String, users: [String] = [], roles: [String] = [],
            root: Bool = false
        ) {
            self.name = name
            self.telephone = telephone
            self.users = users
            self.roles = roles
            self.root = root
        }

        /// Whether they are called for what no other contact names.
        public var isForAnything: Bool { users.isEmpty && roles.isEmpty && !root }
    }
}
