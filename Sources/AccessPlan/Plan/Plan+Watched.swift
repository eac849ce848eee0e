extension Plan {
    /// Every resource on the watch list, except the planned roles.
    var watched: [Watched] { access + alertPath + guarded.map { Watched($0) } }

    /// The ways in: root and its MFA, break-glass users and theirs, the SAML provider.
    private var access: [Watched] {
        func iam(_ type: String, _ path: String, _ name: String) -> Watched {
            watched(type, "iam", account: emergencyAccount, path: path, name: name)
        }
        return [
            Watched(
                type: "root", account: emergencyAccount, region: nil, name: "root",
                arn: "arn:\(partition):iam::\(emergencyAccount):root"),
            iam("mfa_device", "mfa/", "root-account-mfa-device"),
        ]
            + breakGlassUsers.flatMap {
                [iam("iam_user", "user/", $0), iam("mfa_device", "mfa/", $0)]
            }
            + (identityProvider.map { [iam("saml_provider", "saml-provider/", $0.samlProvider)] }
                ?? [])
    }

    /// Everything between an event and the people who are told, and what puts it there.
    private var alertPath: [Watched] { everywhere + organizationWide + regions.hubs.flatMap(hub) }

    /// In every account and Region that reports to us.
    private var everywhere: [Watched] {
        let family = AlertPathNames.prefix + "*"
        return [
            watched("event_rule", "events", path: "rule/", name: family),
            watched("stack", "cloudformation", path: "stack/", name: family),
            watched("stack", "cloudformation", path: "stack/", name: "StackSet-" + family),
            watched("iam_role", "iam", path: "role/", name: family),
            watched("iam_role", "iam", path: "role/", name: "StackSet-" + family),
            watched("iam_role", "iam", path: "role/", name: AlertPathNames.identityRepairRole),
            watched("iam_policy", "iam", path: "policy/", name: family),
            watched("iam_role", "iam", path: "role/", name: AlertPathNames.auditRole),
            watched("iam_role", "iam", path: "role/", name: AlertPathNames.canaryRole),
            watched("trail", "cloudtrail", path: "trail/", name: AlertPathNames.trail),
        ]
    }

    /// In the management or delegated administrator account, whose ids the plan does not ask for.
    private var organizationWide: [Watched] {
        [
            watched(
                "stack_set", "cloudformation", path: "stackset/", name: AlertPathNames.prefix + "*"),
            Watched(
                type: "scp", account: nil, region: nil, name: AlertPathNames.guardrail,
                arn: "arn:\(partition):organizations::*:policy/*/service_control_policy/*"),
        ]
    }

    /// One hub's resources, in the emergency access account.
    private func hub(_ region: String) -> [Watched] {
        func ours(_ type: String, _ service: String, _ path: String, _ name: String) -> Watched {
            watched(
                type, service, account: emergencyAccount, region: region, path: path, name: name)
        }
        let names = AlertPathNames.self
        let family = names.prefix + "*"
        let bucket = names.codeBucket(account: emergencyAccount, region: region)
        return [
            ours("event_bus", "events", "event-bus/", names.bus),
            ours("event_archive", "events", "archive/", names.archive),
            ours("dynamodb_table", "dynamodb", "table/", names.table),
            ours("kms_alias", "kms", "", names.keyAlias),
            ours("schedule", "scheduler", "schedule/*/", family),
            ours("schedule_group", "scheduler", "schedule-group/", names.scheduleGroup),
            ours("alarm", "cloudwatch", "alarm:", family),
            Watched(
                type: "s3_bucket", account: emergencyAccount, region: region, name: bucket,
                arn: "arn:\(partition):s3:::\(bucket)"),
        ]
            + names.functions.flatMap {
                [
                    ours("lambda_function", "lambda", "function:", $0),
                    ours("log_group", "logs", "log-group:", "/aws/lambda/" + $0),
                ]
            }
            + names.topics.map { ours("sns_topic", "sns", "", $0) }
            + names.queues.map { ours("sqs_queue", "sqs", "", $0) }
    }

    /// An entry whose ARN follows from its parts; what is not given is `*`.
    private func watched(
        _ type: String, _ service: String, account: String? = nil, region: String? = nil,
        path: String, name: String
    ) -> Watched {
        let place = service == "iam" ? "" : region ?? "*"
        return Watched(
            type: type, account: account, region: region, name: name,
            arn: "arn:\(partition):\(service):\(place):\(account ?? "*"):\(path)\(name)")
    }
}
