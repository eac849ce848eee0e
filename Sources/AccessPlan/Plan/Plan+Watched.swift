extension Plan {
    /// Every resource on the watch list, except the planned roles.
    var watched: [Watched] { access + alertPath + adoptedTrail + guards }

    /// The guarded resources.
    public var guards: [Watched] { guarded.map { Watched(guarding: $0) } }

    /// The trail that the plan names: in whatever Region somebody asks for it. A trail of the
    /// organization has the same name in each member account.
    private var adoptedTrail: [Watched] {
        guard let trail else { return [] }
        var watched = Watched(trail)
        watched.region = nil
        return [watched, self.watched(.trail, "cloudtrail", path: "trail/", name: watched.name)]
    }

    /// The access paths: root and its MFA, break-glass users and their MFA, the SAML provider.
    private var access: [Watched] {
        func iam(_ type: ResourceKind, _ path: String, _ name: String) -> Watched {
            watched(type, "iam", account: emergencyAccount, path: path, name: name)
        }
        return [
            Watched(
                type: .root, account: emergencyAccount, region: nil, name: "root",
                arn: rootARN(of: emergencyAccount)),
            iam(.mfaDevice, "mfa/", "root-account-mfa-device"),
        ]
            + breakGlassUsers.flatMap {
                [iam(.iamUser, "user/", $0), iam(.mfaDevice, "mfa/", $0)]
            }
            + (identityProvider.map { [iam(.samlProvider, "saml-provider/", $0.samlProvider)] }
                ?? [])
    }

    /// Everything between an event and the subscribers, and what deploys it.
    private var alertPath: [Watched] { everywhere + organizationWide + regions.hubs.flatMap(hub) }

    /// In every account and Region whose events reach the hub.
    private var everywhere: [Watched] {
        let family = AlertPathNames.prefix + "*"
        return [
            watched(.eventRule, "events", path: "rule/", name: family),
            watched(.stack, "cloudformation", path: "stack/", name: family),
            watched(.stack, "cloudformation", path: "stack/", name: "StackSet-" + family),
            watched(.iamRole, "iam", path: "role/", name: family),
            watched(.iamRole, "iam", path: "role/", name: "StackSet-" + family),
            watched(.iamRole, "iam", path: "role/", name: AlertPathNames.identityRepairRole),
            watched(.iamPolicy, "iam", path: "policy/", name: family),
            watched(.iamRole, "iam", path: "role/", name: AlertPathNames.auditRole),
            watched(.iamRole, "iam", path: "role/", name: AlertPathNames.canaryRole),
            watched(.trail, "cloudtrail", path: "trail/", name: AlertPathNames.trail),
        ]
    }

    /// In the management or delegated administrator account, whose ids the plan does not ask for.
    private var organizationWide: [Watched] {
        [
            watched(
                .stackSet, "cloudformation", path: "stackset/", name: AlertPathNames.prefix + "*"),
            Watched(
                type: .serviceControlPolicy, account: nil, region: nil,
                name: AlertPathNames.guardrail,
                arn: self.arn("organizations", "policy/*/service_control_policy/*", account: "*")),
        ]
    }

    /// One hub's resources, in the emergency access account.
    private func hub(_ region: String) -> [Watched] {
        func ours(_ type: ResourceKind, _ service: String, _ path: String, _ name: String)
            -> Watched
        {
            watched(
                type, service, account: emergencyAccount, region: region, path: path, name: name)
        }
        let names = AlertPathNames.self
        let family = names.prefix + "*"
        let bucket = names.codeBucket(account: emergencyAccount, region: region)
        return [
            ours(.eventBus, "events", "event-bus/", names.bus),
            ours(.eventArchive, "events", "archive/", names.archive),
            ours(.dynamoDBTable, "dynamodb", "table/", names.table),
            ours(.kmsAlias, "kms", "", names.keyAlias),
            ours(.schedule, "scheduler", "schedule/*/", family),
            ours(.scheduleGroup, "scheduler", "schedule-group/", names.scheduleGroup),
            ours(.alarm, "cloudwatch", "alarm:", family),
            Watched(
                type: .s3Bucket, account: emergencyAccount, region: region, name: bucket,
                arn: self.arn("s3", bucket)),
        ]
            + names.functions.map { ours(.lambdaFunction, "lambda", "function:", $0) }
            + names.logGroups.map { ours(.logGroup, "logs", "log-group:", $0) }
            + names.topics.map { ours(.snsTopic, "sns", "", $0) }
            + names.queues.map { ours(.sqsQueue, "sqs", "", $0) }
    }

    /// An entry whose ARN is built from its parts; a missing part is `*`.
    private func watched(
        _ type: ResourceKind, _ service: String, account: String? = nil, region: String? = nil,
        path: String, name: String
    ) -> Watched {
        let place = service == "iam" ? "" : region ?? "*"
        return Watched(
            type: type, account: account, region: region, name: name,
            arn: self.arn(service, path + name, in: place, account: account ?? "*"))
    }
}
