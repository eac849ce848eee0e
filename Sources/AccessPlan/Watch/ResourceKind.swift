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

    /// Identities.
    public static let
        root = ResourceKind("root"),
        iamUser = ResourceKind("iam_user"),
        iamRole = ResourceKind("iam_role"),
        iamGroup = ResourceKind("iam_group"),
        iamPolicy = ResourceKind("iam_policy"),
        mfaDevice = ResourceKind("mfa_device"),
        samlProvider = ResourceKind("saml_provider"),
        oidcProvider = ResourceKind("iam_oidc_provider"),
        permissionSet = ResourceKind("sso_permissionSet")

    /// The alert path.
    public static let
        eventRule = ResourceKind("event_rule"),
        eventBus = ResourceKind("event_bus"),
        eventArchive = ResourceKind("event_archive"),
        lambdaFunction = ResourceKind("lambda_function"),
        snsTopic = ResourceKind("sns_topic"),
        snsSubscription = ResourceKind("sns_subscription"),
        sqsQueue = ResourceKind("sqs_queue"),
        kmsKey = ResourceKind("kms_key"),
        kmsAlias = ResourceKind("kms_alias"),
        dynamoDBTable = ResourceKind("dynamodb_table"),
        s3Bucket = ResourceKind("s3_bucket"),
        logGroup = ResourceKind("log_group"),
        trail = ResourceKind("trail"),
        schedule = ResourceKind("schedule"),
        scheduleGroup = ResourceKind("schedule_group"),
        alarm = ResourceKind("alarm"),
        stack = ResourceKind("stack"),
        stackSet = ResourceKind("stack_set")

    /// The organization, its accounts, and what guards them.
    public static let
        organization = ResourceKind("organization"),
        account = ResourceKind("account"),
        region = ResourceKind("region"),
        serviceControlPolicy = ResourceKind("scp"),
        organizationPolicy = ResourceKind("organization_policy")

    /// The identity provider.
    public static let
        idp = ResourceKind("idp"),
        idpApp = ResourceKind("idp_app"),
        idpGroup = ResourceKind("idp_group"),
        idpGroupRule = ResourceKind("idp_group_rule")
}
