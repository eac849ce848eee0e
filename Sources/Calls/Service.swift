/// Who records a call: CloudTrail's `eventSource`, or the identity provider.
public struct Service: RawRepresentable, Sendable, Hashable {
    /// E.g. `iam.amazonaws.com`.
    public let rawValue: String

    /// Makes a service of its `eventSource`.
    public init(rawValue: String) { self.rawValue = rawValue }

    private init(_ word: String) { rawValue = word + ".amazonaws.com" }

    /// Services of AWS, by the first word of their `eventSource`.
    public static let
        account = Service("account"), cloudFormation = Service("cloudformation"),
        cloudTrail = Service("cloudtrail"), cloudWatch = Service("monitoring"),
        dynamoDB = Service("dynamodb"), events = Service("events"), iam = Service("iam"),
        identityStore = Service("identitystore"), kms = Service("kms"), lambda = Service("lambda"),
        logs = Service("logs"), organizations = Service("organizations"), s3 = Service("s3"),
        scheduler = Service("scheduler"), signIn = Service("signin"),
        smsVoice = Service("sms-voice"), sns = Service("sns"), sqs = Service("sqs"),
        sso = Service("sso"), ssoDirectory = Service("sso-directory"), sts = Service("sts")

    /// What AWS itself tells about an account, not by CloudTrail.
    public static let accountEvents = Service(rawValue: "aws.account")

    /// Okta's System Log. EventBridge's source of it ends with the name of the log stream.
    public static let okta = Service(rawValue: "aws.partner/okta.com")

    /// The service behind an event's `eventSource`, or EventBridge's `source` of a partner.
    public init(eventSource: String) {
        self =
            eventSource.hasPrefix(Service.okta.rawValue)
            ? .okta : Service(rawValue: eventSource)
    }

    /// `iam`: the first word.
    public var word: String { String(rawValue.prefix { $0 != "." }) }

    /// Whether its resources have no Region.
    public var isGlobal: Bool { self == .iam || self == .organizations || self == .account }
}
