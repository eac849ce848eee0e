extension Snapshot {
    /// What earlier runs and alerts left behind.
    public struct History: Sendable {
        /// The digest of the last run; `.observed(nil)` when there was none.
        public var lastRun: Observed<RunDigest?> = .notReached("the last run")

        /// When the last declared emergency or drill was closed: seconds since 1970;
        /// `.observed(nil)` when there never was one.
        public var lastClose: Observed<Int?> = .notReached("the last close")

        /// When a person last came in by each way, seen in CloudTrail: seconds since 1970. A way
        /// nobody ever came by is missing.
        public var drills: Observed<[DrillPath: Int]> = .notReached("the drills")

        /// When each canary was last heard end to end: seconds since 1970, by `ACCOUNT/REGION`.
        public var canaries: Observed<[String: Int]> = .notReached("the canaries")

        /// Nothing was read yet.
        public init() {}
    }

    /// The two ways in.
    public enum DrillPath: String, Sendable, CaseIterable {
        /// As a break-glass user.
        case user
        /// Through the identity provider.
        case federation
    }

    /// A declared emergency or drill: what turns an open door from drift into what was approved.
    public struct Declaration: Sendable, Hashable {
        /// Which way is opened, or that it is only practised.
        public enum Mode: String, Sendable { case user, federation, drill }

        /// The incident's id.
        public var incident: String
        /// Which way is opened.
        public var mode: Mode
        /// Who declared it.
        public var declaredBy: String
        /// Who approved it; `nil` where nobody did.
        public var approver: String?
        /// Who may be in each group, by the group's id.
        public var members: [String: [String]]
        /// Where people may act; empty is in every account.
        public var accounts: [String]
        /// Since when: seconds since 1970.
        public var declared: Int
        /// Until when: seconds since 1970.
        public var expires: Int
        /// When somebody said it is over: seconds since 1970.
        public var closing: Int?
        /// Whether an operator said that Identity Center lets people in again.
        public var identityCenterProven: Bool

        /// Declares something.
        public init(
            incident: String, mode: Mode, declaredBy: String, approver: String? = nil,
            members: [String: [String]] = [:], accounts: [String] = [], declared: Int,
            expires: Int, closing: Int? = nil, identityCenterProven: Bool = false
        ) {
            self.incident = incident
            self.mode = mode
            self.declaredBy = declaredBy
            self.approver = approver
            self.members = members
            self.accounts = accounts
            self.declared = declared
            self.expires = expires
            self.closing = closing
            self.identityCenterProven = identityCenterProven
        }
    }
}
