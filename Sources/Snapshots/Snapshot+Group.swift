extension Snapshot {
    /// A group of the identity provider.
    public struct Group: Sendable, Hashable {
        /// Where its members are decided.
        public enum Master: Sendable, Hashable {
            /// In the provider that was read.
            case provider
            /// In a directory it imports from: what was read is only as fresh as the last import.
            case directory(String)
            /// In the provider itself, by a built-in rule such as "everyone".
            case builtIn
        }

        /// Its id.
        public var id: String
        /// Its name.
        public var name: String
        /// Where its members are decided.
        public var master: Master
        /// When its membership last changed: seconds since 1970.
        public var lastMembershipUpdated: Int?
        /// Its members, nested ones included.
        public var members: Listing<GroupMember>

        /// Makes a group.
        public init(
            id: String, name: String, master: Master = .provider,
            lastMembershipUpdated: Int? = nil, members: Listing<GroupMember>
        ) {
            self.id = id
            self.name = name
            self.master = master
            self.lastMembershipUpdated = lastMembershipUpdated
            self.members = members
        }
    }

    /// A member of a group.
    public struct GroupMember: Sendable, Hashable {
        /// The user's id.
        public var id: String
        /// The name the user signs in with.
        public var login: String

        /// Makes a member.
        public init(id: String, login: String) {
            self.id = id
            self.login = login
        }
    }

    /// A group's id and name, from a listing.
    public struct GroupName: Sendable, Hashable {
        /// Its id.
        public var id: String
        /// Its name.
        public var name: String

        /// Makes a pair.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A responder of the plan, as the identity provider knows them.
    public struct Responder: Sendable, Hashable {
        /// `ACTIVE`, `SUSPENDED`, `LOCKED_OUT`, ….
        public var status: String
        /// Enrolled factors that are active, by their type: `token:software:totp`, `webauthn`, ….
        public var factors: Listing<String>

        /// Makes a responder.
        public init(status: String, factors: Listing<String>) {
            self.status = status
            self.factors = factors
        }
    }

    /// Who may sign in to the app, and how. Source: Okta API, Policies.
    public struct SignOnPolicy: Sendable, Hashable {
        /// Its id.
        public var id: String
        /// Its rules in the order they are tried.
        public var rules: Listing<SignOnRule>

        /// Makes a policy.
        public init(id: String, rules: Listing<SignOnRule>) {
            self.id = id
            self.rules = rules
        }
    }

    /// One rule of a sign-on policy.
    public struct SignOnRule: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Whether it is in force.
        public var isActive: Bool
        /// Whether it grants or denies access.
        public var allows: Bool
        /// Whether it asks for two factors.
        public var demandsMFA: Bool
        /// Whether it applies to everybody everywhere, without further conditions.
        public var isCatchAll: Bool
        /// Ids of the groups it is limited to; empty where it is not.
        public var groups: [String]

        /// Makes a rule.
        public init(
            name: String, isActive: Bool = true, allows: Bool, demandsMFA: Bool,
            isCatchAll: Bool = false, groups: [String] = []
        ) {
            self.name = name
            self.isActive = isActive
            self.allows = allows
            self.demandsMFA = demandsMFA
            self.isCatchAll = isCatchAll
            self.groups = groups
        }
    }

    /// A stream of the identity provider's log.
    public struct LogStream: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// `aws_eventbridge`, `splunk_cloud_logstreaming`.
        public var kind: String
        /// `ACTIVE`, `INACTIVE`.
        public var status: String
        /// The AWS account it sends to; `nil` where it names none.
        public var account: String?

        /// Makes a stream.
        public init(name: String, kind: String, status: String, account: String? = nil) {
            self.name = name
            self.kind = kind
            self.status = status
            self.account = account
        }
    }

    /// By what the checker signs in to the identity provider's API.
    public struct CheckerCredential: Sendable, Hashable {
        /// The state of the KMS key that signs; `nil` where a stored token is used.
        public var keyState: Observed<String>?
        /// The scopes of the token that was issued; empty where the token has none (SSWS).
        public var scopes: [String]

        /// Makes a credential.
        public init(keyState: Observed<String>?, scopes: [String]) {
            self.keyState = keyState
            self.scopes = scopes
        }
    }
}
