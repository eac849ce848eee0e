import AccessPlan
import Text

/// What a guarded ARN looks like, part by part.
struct GuardForm {
    let arn: ARN
    /// That of the plan.
    let partition: String
    let watched: Watched
    /// What stands before the name: `role`, `function`; empty where ARNs of the service have none.
    let kind: String

    init(_ arn: ARN, partition: String) {
        self.arn = arn
        self.partition = partition
        watched = Watched(guarding: arn)
        let end = arn.resource.firstIndex { $0 == "/" || $0 == ":" }
        kind = end.map { String(arn.resource[..<$0]) } ?? ""
    }

    /// What is wrong with it, as the end of a sentence, and what to write instead.
    typealias Objection = (fact: String, hint: String?)

    /// The first thing that is wrong.
    var objection: Objection? {
        partitionObjection ?? serviceObjection ?? kindObjection ?? accountObjection
            ?? regionObjection ?? nameObjection ?? identityObjection
    }

    private var partitionObjection: Objection? {
        if arn.partition == partition { return nil }
        let right = rewritten(partition: partition)
        return arn.partition.hasWildcard
            ? (": no wildcard may stand in the partition", "write \"\(right)\"")
            : (
                ", in partition \(arn.partition), and the plan is in \(partition)",
                "write \"\(right)\", or remove it"
            )
    }

    private var serviceObjection: Objection? {
        if arn.service.hasWildcard {
            return (
                ": no wildcard may stand in the service",
                "write one entry for each service, e.g. arn:\(partition):sns:…"
            )
        }
        if arn.service == "sts" {
            let role = AssumedRoleARN(arn.text)?.roleName ?? "NAME"
            return (
                ", a session: sessions come and go",
                "write the role: \"arn:\(partition):iam::\(arn.account):role/\(role)\""
            )
        }
        if let right = Self.misnamed[arn.service] {
            let text = ARN.text(
                partition: partition, service: right, region: arn.region, account: arn.account,
                resource: arn.resource)
            return (", and ARNs call that service \(right)", "write \"\(text)\"")
        }
        // Short names of services differ by one letter; a long one that nearly is another was mistyped.
        guard Self.kinds[arn.service] == nil, arn.service.utf8.count > 4,
            let near = Spelling.nearest(to: arn.service, in: Self.kinds.keys.sorted()),
            near.utf8.count > 4
        else { return nil }
        return (": \"\(arn.service)\" is not a known service", "did you mean \"\(near)\"?")
    }

    /// The words after the account, of the services that name resources by a kind.
    static let kinds: [String: [String]] = [
        "iam": [
            "role", "user", "group", "policy", "mfa", "u2f", "saml-provider", "root",
            "instance-profile", "oidc-provider", "server-certificate", "sms-mfa",
        ],
        "events": [
            "rule", "event-bus", "archive", "connection", "api-destination", "replay", "endpoint",
            "event-source",
        ],
        "kms": ["key", "alias"],
        "cloudtrail": ["trail", "eventdatastore", "channel", "dashboard"],
        "lambda": [
            "function", "layer", "event-source-mapping", "code-signing-config",
            "capacity-provider",
        ],
        "dynamodb": ["table", "global-table"],
        "scheduler": ["schedule", "schedule-group"],
        "cloudwatch": ["alarm", "dashboard", "insight-rule", "metric-stream", "service", "slo"],
        "cloudformation": ["stack", "stackset", "changeSet", "type"],
        "organizations": ["policy", "account", "ou", "root", "organization", "resourcepolicy"],
        "logs": ["log-group", "destination", "delivery", "delivery-source"],
        "secretsmanager": ["secret"],
    ]

    /// The services that write a colon behind the kind, and not a slash.
    static let kindsBeforeColon = ["lambda", "cloudwatch", "logs", "secretsmanager"]

    /// How long a name may be, of the kinds that take letters, digits and a few marks alone.
    /// Source: the API references of IAM, SNS, SQS, EventBridge and CloudTrail.
    static let longestNames: [ResourceKind: Int] = [
        .iamRole: 64, .iamUser: 64, .iamGroup: 128, .iamPolicy: 128, .snsTopic: 256, .sqsQueue: 80,
        .eventRule: 64, .trail: 128,
    ]

    /// The services whose events name them otherwise than ARNs do.
    private static let misnamed = ["monitoring": "cloudwatch"]

    func rewritten(
        partition: String? = nil, region: String? = nil, account: String? = nil,
        resource: String? = nil
    ) -> String {
        ARN.text(
            partition: partition ?? arn.partition, service: arn.service,
            region: region ?? arn.region, account: account ?? arn.account,
            resource: resource ?? arn.resource)
    }
}
