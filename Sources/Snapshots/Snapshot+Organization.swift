extension Snapshot {
    /// The organization, read from its management or delegated administrator account.
    public struct Organization: Sendable, Hashable {
        /// All accounts; an empty, complete list without an organization.
        /// Source: Organizations API, `ListAccounts`.
        public var accounts: Listing<Member> = .notReached("the organization's accounts")

        /// Whether root users of member accounts are managed centrally
        /// (IAM, `ListOrganizationsFeatures`: `RootCredentialsManagement`).
        public var managesRootCentrally: Observed<Bool> =
            .notReached("the organization's features")

        /// Nothing was read yet.
        public init() {}
    }

    /// An account as the organization knows it.
    public struct Member: Sendable, Hashable {
        /// Twelve digits.
        public var id: String
        /// Its name there.
        public var name: String
        /// `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, ….
        public var status: String

        /// Makes a member.
        public init(id: String, name: String, status: String) {
            self.id = id
            self.name = name
            self.status = status
        }
    }
}
