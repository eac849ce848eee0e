// Alerts: what an alert is, its words, and its body for each kind of subscriber.

public import AccessPlan
public import Calls

/// What one event means: the product's central value, `breakglass.alert/1`.
///
/// Every fact is what the event, the plan or the state table states; `nil` is "not known" and never
/// a guess. Text is as received: the code that renders it makes it harmless (``Alert/body``).
public struct Alert: Sendable, Hashable {
    /// Version of the JSON form; field names are fixed within a version.
    public static let schema = "breakglass.alert/1"

    /// Whether it raises an alert: false if the event does not concern emergency access.
    public var due = false

    /// CloudTrail's `eventID`, else the envelope's `id`.
    public var id: String?

    /// What kind of thing happened.
    public var kind = Kind.other

    /// Whether somebody whom the plan lets look began to: no use of emergency access. Not in the
    /// JSON form: severity and text follow from it.
    public var isPlannedAudit = false

    /// Whether it is a call that only reads. Not in the JSON form: severity follows from it.
    public var isRead = false

    /// Whether the declared emergency or drill names people, and not this one. Not in the JSON form:
    /// severity follows from it.
    public var isUnnamed = false

    /// Which event it corrects. Not in the JSON form: the text follows from it.
    public var correction: Correction?

    /// Whether another event with the same id, but other content, was told before. Not in the JSON form:
    /// the text follows from it.
    public var isNamesake = false

    /// How urgent it is.
    public var severity = Severity.medium

    /// One plain sentence without a full stop: "Root signed in to … without MFA".
    public var headline = ""

    /// How the act ended.
    public var outcome = Outcome()

    /// Whether it was declared before.
    public var expected = Expected()

    /// The human behind it, as far as known.
    public var person = Person()

    /// The identity AWS saw (`userIdentity`).
    public var principal = Principal()

    /// What kind of identity acted, and for whom.
    public var actor = Actor()

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

    /// The value that decides, before and after; `nil` where nothing was changed, or the event does
    /// not state it.
    public var change: Change?

    /// What reverts the act. Not in the JSON form: the next steps follow from it.
    public var undoing: Undoing?

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

    /// Whom to call: people whom the plan names for this user, role or root.
    public var contacts: [Contact] = []

    /// A page of the identity provider's administrators. Not in the JSON form: the next steps show it.
    public var identityProviderPage: String?

    /// The Region of the plan's Identity Center. Not in the JSON form: the next steps use it.
    public var identityCenterRegion: String?

    /// What to do now, in order.
    public var nextSteps: [String] = []

    /// Pages that help, in the order they are shown.
    public var links: [Link] = []

    /// Makes an alert that knows nothing yet.
    public init() {}
}
