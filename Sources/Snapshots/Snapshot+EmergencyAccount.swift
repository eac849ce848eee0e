extension Snapshot {
    /// What only the emergency access account has: the access paths.
    public struct EmergencyAccount: Sendable {
        /// The break-glass users asked for, by name; `.notFound` where it does not exist.
        public var users: [String: Observed<User>] = [:]

        /// The SAML provider of the plan; `.notFound` where it does not exist.
        public var samlProvider: Observed<SAMLProvider> = .notReached("the SAML provider")

        /// The root user and what protects it.
        public var root: Observed<Root> = .notReached("the account summary")

        /// The account's password policy; `.notFound` where none is set.
        public var passwordPolicy: Observed<PasswordPolicy> = .notReached("the password policy")

        /// Calls that opened a session on a guarded role or as a break-glass user, as far back as the
        /// longest session lasts. Source: CloudTrail API, `LookupEvents`.
        public var sessions: Listing<SessionStart> = .notReached("CloudTrail's event history")

        /// Nothing was read yet.
        public init() {}

        /// A break-glass user.
        public func user(_ name: String) -> Observed<User> {
            users[name] ?? .notReached("user \(name)")
        }
    }

    /// What `GetAccountSummary` reports about root.
    public struct Root: Sendable, Hashable {
        /// `AccountMFAEnabled`.
        public var hasMFA: Bool
        /// `AccountAccessKeysPresent`.
        public var hasAccessKeys: Bool
        /// `AccountSigningCertificatesPresent`.
        public var hasSigningCertificates: Bool
        /// `AccountPasswordPresent`; `nil` where the summary does not say.
        public var hasPassword: Bool?

        /// Makes a summary.
        public init(
            hasMFA: Bool, hasAccessKeys: Bool, hasSigningCertificates: Bool,
            hasPassword: Bool? = nil
        ) {
            self.hasMFA = hasMFA
            self.hasAccessKeys = hasAccessKeys
            self.hasSigningCertificates = hasSigningCertificates
            self.hasPassword = hasPassword
        }
    }

    /// The account's password policy, as far as it can lock people out.
    public struct PasswordPolicy: Sendable, Hashable {
        /// `MaxPasswordAge` in days; `nil` where passwords do not expire.
        public var maxAgeDays: Int?
        /// `HardExpiry`: an expired password cannot be changed by its owner.
        public var hardExpiry: Bool

        /// Makes a policy.
        public init(maxAgeDays: Int? = nil, hardExpiry: Bool = false) {
            self.maxAgeDays = maxAgeDays
            self.hardExpiry = hardExpiry
        }
    }

    /// One call that opened a session.
    public struct SessionStart: Sendable, Hashable {
        /// `AssumeRole`, `AssumeRoleWithSAML`, `ConsoleLogin`, ….
        public var eventName: String
        /// Seconds since 1970.
        public var time: Int
        /// The role's or user's ARN.
        public var arn: String
        /// The person, as far as the event names one.
        public var person: String
        /// When the session ends at the latest: seconds since 1970; `nil` where the event does not say.
        public var expires: Int?
        /// The account it was opened in.
        public var account: String

        /// Makes a start.
        public init(
            eventName: String, time: Int, arn: String, person: String, expires: Int? = nil,
            account: String
        ) {
            self.eventName = eventName
            self.time = time
            self.arn = arn
            self.person = person
            self.expires = expires
            self.account = account
        }
    }
}
