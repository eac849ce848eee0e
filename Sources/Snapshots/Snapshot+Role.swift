extension Snapshot {
    /// An IAM role. Source: IAM API, `GetRole`, `ListRolePolicies`, `ListAttachedRolePolicies`.
    public struct Role: Sendable, Hashable {
        /// Its ARN, path included.
        public var arn: String
        /// The trust policy as JSON text, percent-decoded.
        public var trust: String
        /// Seconds; 3,600 unless it was changed.
        public var maxSessionDuration: Int
        /// `RoleLastUsed`: seconds since 1970; `nil` when it was not used in IAM's tracking period.
        public var lastUsed: Int?
        /// The ARN of its permissions boundary.
        public var boundary: String?
        /// What it may do.
        public var permissions: Permissions

        /// Makes a role that may do nothing.
        public init(
            arn: String, trust: String, maxSessionDuration: Int = 3600, lastUsed: Int? = nil,
            boundary: String? = nil, permissions: Permissions = Permissions()
        ) {
            self.arn = arn
            self.trust = trust
            self.maxSessionDuration = maxSessionDuration
            self.lastUsed = lastUsed
            self.boundary = boundary
            self.permissions = permissions
        }
    }

    /// The policies of a role or user.
    public struct Permissions: Sendable, Hashable {
        /// Attached managed policies: their text is read where AWS does not own them.
        public var attached: Listing<AttachedPolicy>
        /// Inline policies.
        public var inline: Listing<Policy>

        /// No policies, unless some are given.
        public init(
            attached: Listing<AttachedPolicy> = Listing([]), inline: Listing<Policy> = Listing([])
        ) {
            self.attached = attached
            self.inline = inline
        }
    }

    /// An attached managed policy.
    public struct AttachedPolicy: Sendable, Hashable {
        /// Its ARN.
        public var arn: String
        /// The text of its default version; `.notConfigured` for policies that AWS owns.
        public var text: Observed<String>

        /// Makes an attachment.
        public init(
            arn: String,
            text: Observed<String> = .unavailable(
                Unavailable("the text of a policy that AWS owns", .notConfigured))
        ) {
            self.arn = arn
            self.text = text
        }
    }

    /// A policy by its name or id.
    public struct Policy: Sendable, Hashable {
        /// Its name, or its id (`p-…`).
        public var name: String
        /// JSON, percent-decoded.
        public var text: String

        /// Makes a policy.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }
}
