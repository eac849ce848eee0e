/// What kind of resource something is, as alerts name it in `resource.type`.
///
/// A kind without a constant here is `SERVICE_RESOURCE`, from the resource's ARN.
public struct ResourceKind: RawRepresentable, Sendable, Hashable {
    /// The word, e.g. `iam_role`.
    public let rawValue: String

    /// Makes a kind of any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    private init(_ word: String) { rawValue = word }
}

extension ResourceKind {
    /// Whether it is a key of KMS, or an alias of one.
    public var isKMS: Bool { self == .kmsKey || self == .kmsAlias }

    // Identities
    public static let root = ResourceKind("root")
    public static let iamUser = ResourceKind("iam_user")
    public static let iamRole = ResourceKind("iam_role")
    public static let iamGroup = ResourceKind("iam_group")
    public static let iamPolicy = ResourceKind("iam_policy")
    public static let mfaDevice = ResourceKind("mfa_device")
    public static let samlProvider = ResourceKind("saml_provider")

    // The alert path
    public static let eventRule = ResourceKind("event_rule")
    public static let eventBus = ResourceKind("event_bus")
    public static let eventArchive = ResourceKind("event_archive")
    public static let lambdaFunction = ResourceKind("lambda_function")
    public static let snsTopic = ResourceKind("sns_topic")
    public static let snsSubscription = ResourceKind("sns_subscription")
    public static let sqsQueue = ResourceKind("sqs_queue")
    public static let kmsKey = ResourceKind("kms_key")
    public static let kmsAlias = ResourceKind("kms_alias")
    public static let dynamoDBTable = ResourceKind("dynamodb_table")
    public static let s3Bucket = ResourceKind("s3_bucket")
    public static let logGroup = ResourceKind("log_group")
    public static let trail = ResourceKind("trail")
    public static let schedule = ResourceKind("schedule")
    public static let scheduleGroup = ResourceKind("schedule_group")
    public static let alarm = ResourceKind("alarm")
    public static let stack = ResourceKind("stack")
    public static let stackSet = ResourceKind("stack_set")

    // Organization
    public static let organization = ResourceKind("organization")
    public static let account = ResourceKind("account")
    public static let region = ResourceKind("region")
    public static let serviceControlPolicy = ResourceKind("scp")

    // The identity provider
    public static let idp = ResourceKind("idp")
    public static let idpApp = ResourceKind("idp_app")
    public static let idpGroup = ResourceKind("idp_group")
    public static let idpGroupRule = ResourceKind("idp_group_rule")
}
