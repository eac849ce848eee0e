/// What one event means: the product's central value, `breakglass.alert/1`.
///
/// Every fact is what the event, the plan or the state table states; `nil` is "not known" and never
/// a guess. Text is as it was received: whoever renders it makes it harmless (``Alert/body``).
public struct Alert: Sendable, Hashable {
    /// Version of the JSON form; field names are fixed within a version.
    public static let schema = "breakglass.alert/1"

    /// Whether people are told: false where the event is none of ours.
    public var due = false

    /// CloudTrail's `eventID`, else the envelope's `id`.
    public var id: String?

    /// What kind of thing happened.
    public var kind = Kind.other

    /// How urgent it is.
    public var severity = Severity.medium

    /// One plain sentence without a full stop: "Root signed in to … without MFA".
    public var headline = ""

    /// How the act ended.
    public var outcome = Outcome()

    /// Whether somebody said beforehand that this would happen.
    public var expected = Expected()

    /// The human behind it, as far as anybody can tell.
    public var person = Person()

    /// The identity AWS saw (`userIdentity`).
    public var principal = Principal()

    /// The role that was, or was to be, used.
    public var role = Role()

    /// The accounts involved, twelve digits each.
    public var account = Account()

    /// Whether multi-factor authentication was used.
    public var mfa = MFA.unknown

    /// What joins this event to others.
    public var session = Session()

    /// What was tampered with.
    public var resource = Resource()

    /// CloudTrail's `eventName`, as written, e.g. `UpdateFunctionCode20150331v2`.
    public var eventName: String?

    /// CloudTrail's `eventSource`, e.g. `iam.amazonaws.com`.
    public var eventSource: String?

    /// When it happened: ISO 8601, UTC.
    public var eventTime: String?

    /// Seconds from the act until this alert was made.
    public var delaySeconds: Int?

    /// The Region whose bus first saw the event (the envelope's).
    public var region: String?

    /// The Region CloudTrail wrote (`awsRegion`).
    public var awsRegion: String?

    /// IPv4, IPv6, a service's host name, or "AWS Internal".
    public var sourceIP: String?

    /// The caller's user agent: chosen by the caller.
    public var userAgent: String?

    /// What is unusual about it, each a plain sentence.
    public var unusual: [String] = []

    /// What could not be looked up while this alert was made, each with its reason.
    public var notLookedUp: [String] = []

    /// What to do now, in order.
    public var nextSteps: [String] = []

    /// Pages that help, in the order they are shown.
    public var links: [Link] = []

    /// Makes an alert that knows nothing yet.
    public init() {}
}

extension Alert {
    /// What kind of thing happened.
    public enum Kind: String, Sendable, CaseIterable {
        case consoleSignIn = "console_sign_in"
        case switchRole = "switch_role"
        case assumeRole = "assume_role"
        case assumeRoleWithSAML = "assume_role_with_saml"
        case sessionActivity = "session_activity"
        case tamper
        case idpChange = "idp_change"
        case drift
        case canary
        case other
    }

    /// How urgent an alert is, least first.
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        case low, medium, high, critical

        /// Compares by urgency.
        public static func < (one: Severity, other: Severity) -> Bool {
            one.rank < other.rank
        }

        private var rank: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            case .critical: 3
            }
        }
    }

    /// How the act ended: sign-in events say it in `responseElements`, API calls by an error code.
    public struct Outcome: Sendable, Hashable {
        /// Success, failure, or not stated.
        public enum Result: String, Sendable { case success, failure, unknown }

        /// How it ended.
        public var result = Result.unknown

        /// The error code, e.g. `AccessDenied`.
        public var code: String?

        /// The error message.
        public var reason: String?
    }

    /// Whether the act was announced.
    public struct Expected: Sendable, Hashable {
        /// Unexpected, within a declared emergency, or within a drill.
        public enum State: String, Sendable { case unexpected, declared, drill }

        /// Whether it was announced.
        public var state = State.unexpected

        /// The incident's id, when there is one.
        public var incident: String?
    }

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
        public var vouched = false
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
        /// `arn:PARTITION:iam::ACCOUNT:role/NAME`, also when it stands only in an error message.
        public var arn: String?

        /// Its name, without path.
        public var name: String?

        /// The session's name, as asked for.
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
        /// A federated sign-in: the IdP may have asked for it, AWS cannot see.
        case notVisible = "not_visible"
        case unknown
    }

    /// What joins this event to others.
    public struct Session: Sendable, Hashable {
        /// The same for all alerts of one session.
        public var thread: String?

        /// The how-manieth alert of that session this is, from 1.
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
        /// A word of the watch list, e.g. `iam_user`, `sns_topic`.
        public var type: String?

        /// Its ARN, as full as the event allows.
        public var arn: String?
    }

    /// A page that helps.
    public struct Link: Sendable, Hashable {
        /// What it shows, e.g. `cloudTrail`; the key in JSON.
        public var name: String

        /// The address.
        public var url: String

        /// Makes a link.
        public init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }
}
