extension Snapshot {
    /// The identity provider's side: the federation app, and the groups that grant access.
    public struct IdentityProvider: Sendable {
        /// The federation app, read by its id; `.notFound` where it was deleted.
        public var app: Observed<App> = .notReached("the federation app")

        /// Users assigned to the app.
        public var appUsers: Listing<AppUser> = .notReached("the app's users")

        /// Ids of the groups assigned to the app.
        public var appGroups: Listing<String> = .notReached("the app's groups")

        /// The emergency groups, by the id that the plan stores.
        public var groups: [String: Observed<Group>] = [:]

        /// The group with one known member; `.notConfigured` where the plan names none.
        public var controlGroup: Observed<Group> = .notReached("the control group")

        /// Ids and names of all groups whose name starts like an emergency group's.
        public var groupNames: Listing<GroupName> = .notReached("the names of groups")

        /// Rules that fill groups by themselves.
        public var groupRules: Listing<GroupRule> = .notReached("the group rules")

        /// Active privileged assignments to emergency groups (Entra's PIM).
        public var privilegedAssignments: Listing<PrivilegedAssignment> =
            .notReached("the active privileged assignments")

        /// The SAML metadata that the app serves, by its active signing key.
        public var metadata: Observed<SAMLMetadata> = .notReached("the app's SAML metadata")

        /// Log entries about app and groups since the last run.
        public var log: Listing<LogEntry> = .notReached("the identity provider's log")

        /// The policy that decides who may sign in to the app, and how.
        public var signOnPolicy: Observed<SignOnPolicy> = .notReached("the sign-on policy")

        /// The plan's responders, by name; `.notFound` where the name does not exist.
        public var responders: [String: Observed<Responder>] = [:]

        /// Streams of its log to EventBridge.
        public var logStreams: Listing<LogStream> = .notReached("the log streams")

        /// By what the checker reads all this.
        public var credential: Observed<CheckerCredential> =
            .notReached("the checker's own credential")

        /// Nothing was read yet.
        public init() {}

        /// An emergency group by its id.
        public func group(_ id: String) -> Observed<Group> {
            groups[id] ?? .notReached("group \(id)")
        }

        /// A responder by name.
        public func responder(_ name: String) -> Observed<Responder> {
            responders[name] ?? .notReached("responder \(name)")
        }
    }

    /// A rule that adds people to groups automatically: a group rule, a dynamic membership.
    public struct GroupRule: Sendable, Hashable {
        /// Its id.
        public var id: String
        /// Its name.
        public var name: String
        /// `ACTIVE`, `INACTIVE`, `INVALID`.
        public var status: String
        /// Ids of the groups it fills.
        public var groups: [String]

        /// Makes a rule.
        public init(id: String, name: String, status: String, groups: [String]) {
            self.id = id
            self.name = name
            self.status = status
            self.groups = groups
        }
    }

    /// An active assignment of Entra's Privileged Identity Management.
    public struct PrivilegedAssignment: Sendable, Hashable {
        /// The group's id.
        public var group: String
        /// The person with access: their sign-in name where it is known, or the id.
        public var principal: String
        /// `assigned` (standing) or `activated`.
        public var kind: String

        /// Makes an assignment.
        public init(group: String, principal: String, kind: String) {
            self.group = group
            self.principal = principal
            self.kind = kind
        }
    }

    /// One entry of the identity provider's log. Source: Okta API, System Log.
    public struct LogEntry: Sendable, Hashable {
        /// Its id.
        public var id: String
        /// `application.lifecycle.activate`, `user.authentication.sso`, ….
        public var type: String
        /// Seconds since 1970.
        public var time: Int
        /// Who did it.
        public var actor: String
        /// Ids of what it was done to.
        public var targets: [String]
        /// Whether it succeeded: a denied attempt changes nothing.
        public var succeeded: Bool

        /// Makes an entry.
        public init(
            id: String, type: String, time: Int, actor: String, targets: [String],
            succeeded: Bool = true
        ) {
            self.id = id
            self.type = type
            self.time = time
            self.actor = actor
            self.targets = targets
            self.succeeded = succeeded
        }
    }
}
