public import AccessPlan

extension Alert {
    /// The human behind the act.
    public struct Person: Sendable, Hashable {
        /// Where the name was read.
        public enum Source: String, Sendable {
            case sourceIdentity = "source_identity"
            case samlNameID = "saml_name_id"
            case switchFrom = "switch_from"
            case userName = "user_name"
            case sessionName = "session_name"
            case federatedUser = "federated_user"
            case identityCenterUserID = "identity_center_user_id"
        }

        /// The best name known.
        public var name: String?

        /// Where it was read.
        public var source: Source?

        /// True only when the IdP or AWS vouches for it: a caller chooses its own session name.
        public var vouched: Bool

        /// Creates a person, unknown by default.
        public init(name: String? = nil, source: Source? = nil, vouched: Bool = false) {
            self.name = name
            self.source = source
            self.vouched = vouched
        }
    }

    /// The identity AWS saw.
    public struct Principal: Sendable, Hashable {
        /// `userIdentity.type`, e.g. `Root`, `IAMUser`, `AssumedRole`, `AWSAccount`.
        public var type: String?

        /// Its ARN.
        public var arn: String?

        /// User name, or the role's name for a session.
        public var name: String?

        /// The account it belongs to.
        public var accountID: String?

        /// The access key it used: an identifier, not a secret.
        public var accessKeyID: String?

        /// The SAML provider that vouched for it.
        public var identityProvider: String?
    }

    /// The role that was, or was to be, used.
    public struct Role: Sendable, Hashable {
        /// `arn:PARTITION:iam::ACCOUNT:role/NAME`, also if it is only in an error message.
        public var arn: String?

        /// Its name, without path.
        public var name: String?

        /// The requested name of the session.
        public var sessionName: String?

        /// `arn:PARTITION:sts::ACCOUNT:assumed-role/NAME/SESSION`.
        public var assumedRoleARN: String?

        /// `AROA…:SESSION`, the key that joins a session's events.
        public var assumedRoleID: String?

        /// The plan's word for what it may do: `RO`, `Ops`, ….
        public var access: String?
    }

    /// The accounts involved.
    public struct Account: Sendable, Hashable {
        /// Where CloudTrail recorded the event.
        public var recordedIn: String?

        /// Whose identity acted.
        public var caller: String?

        /// The account of the role.
        public var target: String?

        /// The plan's names of these accounts, by id.
        public var names: [String: String] = [:]
    }

    /// Whether multi-factor authentication was used.
    public enum MFA: String, Sendable {
        case yes, no
        /// A federated sign-in: the IdP may have required it, AWS does not see that.
        case notVisible = "not_visible"
        case unknown
    }

    /// What joins this event to others.
    public struct Session: Sendable, Hashable {
        /// The same for all alerts of one session.
        public var thread: String?

        /// The number of this alert within its session, from 1.
        public var step: Int?

        /// The access key that was issued.
        public var issuedAccessKeyID: String?

        /// When it ends: ISO 8601, UTC.
        public var expiration: String?

        /// The source identity that the session carries.
        public var sourceIdentity: String?

        /// Joins the two copies of one cross-account call.
        public var sharedEventID: String?
    }

    /// What was tampered with.
    public struct Resource: Sendable, Hashable {
        /// What kind of resource it is.
        public var type: ResourceKind?

        /// Its ARN, as full as the event allows.
        public var arn: String?

        /// Whether it is an existing resource that the plan guards: the plan does not know how it should
        /// be. Not in the JSON form: the next steps follow from it.
        public var isGuarded = false

        /// Creates a resource, unknown by default.
        public init(type: ResourceKind? = nil, arn: String? = nil) {
            self.type = type
            self.arn = arn
        }
    }

    /// A page that helps.
    public struct Link: Sendable, Hashable {
        /// What it shows, e.g. `cloudTrail`; the key in JSON.
        public var name: String

        /// The address.
        public var url: String

        /// Creates a link.
        public init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }
}
