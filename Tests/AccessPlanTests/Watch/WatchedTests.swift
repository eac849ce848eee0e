import Testing

@testable import AccessPlan

@Suite struct WatchedTests {
    @Test(arguments: [
        ("arn:aws:iam::111122223333:user/Alice", "iam_user", "Alice"),
        ("arn:aws:iam::0123456789012:user/team/a/Alice", "iam_user", "Alice"),
        ("arn:aws:iam::111122223333:role/path/Name", "iam_role", "Name"),
        ("arn:aws:sts::111122223333:assumed-role/Name/session", "iam_role", "Name"),
        ("arn:aws:iam::111122223333:root", "root", "root"),
        (
            "arn:aws:iam::111122223333:mfa/root-account-mfa-device", "mfa_device",
            "root-account-mfa-device"
        ),
        ("arn:aws:iam::111122223333:u2f/user/Alice/key", "mfa_device", "key"),
        ("arn:aws:iam::111122223333:saml-provider/Okta", "saml_provider", "Okta"),
        ("arn:aws:iam::111122223333:policy/p/Name", "iam_policy", "Name"),
        ("arn:aws:events:eu-west-1:111122223333:rule/name", "event_rule", "name"),
        ("arn:aws:events:eu-west-1:111122223333:rule/bus/name", "event_rule", "name"),
        ("arn:aws:events:eu-west-1:111122223333:event-bus/hub", "event_bus", "hub"),
        ("arn:aws:sns:eu-west-1:111122223333:topic", "sns_topic", "topic"),
        ("arn:aws:sns:eu-west-1:111122223333:topic:1234", "sns_topic", "topic"),
        ("arn:aws:sqs:eu-west-1:111122223333:queue", "sqs_queue", "queue"),
        ("arn:aws:kms:eu-west-1:111122223333:key/1234-ab", "kms_key", "1234-ab"),
        ("arn:aws:kms:eu-west-1:111122223333:alias/a/b", "kms_alias", "alias/a/b"),
        ("arn:aws:cloudtrail:eu-west-1:111122223333:trail/name", "trail", "name"),
        (
            "arn:aws:lambda:eugov-eastcentral-1r:111122223333:function:name:7", "lambda_function",
            "name"
        ),
        ("arn:aws:dynamodb:eu-west-1:111122223333:table/name/stream/x", "dynamodb_table", "name"),
        ("arn:aws:scheduler:eu-west-1:111122223333:schedule/group/name", "schedule", "name"),
        ("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a:b", "alarm", "a:b"),
        ("arn:aws:cloudformation:eu-west-1:111122223333:stack/name/uuid", "stack", "name"),
        ("arn:aws:cloudformation:eu-west-1:111122223333:stackset/name:uuid", "stack_set", "name"),
        ("arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-2", "scp", "p-2"),
        (
            "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/name", "log_group",
            "/aws/lambda/name"
        ),
        (
            "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/name:*", "log_group",
            "/aws/lambda/name"
        ),
        ("arn:aws:s3:::bucket", "s3_bucket", "bucket"),
        ("arn:aws:s3:::bucket/key", "s3_bucket", "bucket"),
        (
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:name-AbCdEf",
            "secretsmanager_secret", "name-AbCdEf"
        ),
        (
            "arn:aws:iam::111122223333:oidc-provider/example.com", "iam_oidc_provider",
            "example.com"
        ),
        ("arn:x:y:::z", "y", "z"),
    ])
    func `a guarded ARN gives the word and the name that events are matched by`(
        text: String, type: String, name: String
    ) throws {
        let arn = try ARN(text)
        let watched = Watched(arn)
        #expect(watched.type.rawValue == type)
        #expect(watched.name == name)
        #expect(watched.account == arn.account)
        #expect(watched.region == (arn.region.isEmpty ? nil : arn.region))
        #expect(watched.arn == arn.text)
    }

    @Test(arguments: [
        ("", "it does not start with arn:"), ("arn", "it has 1 of six parts"),
        ("arn:aws:iam::1", "it has 5 of six parts"), ("arn::iam::1:x", "its partition is empty"),
        ("arn:aws:::1:x", "its service is empty"), ("arn:aws:iam::1:", "its resource is empty"),
        ("arn:aws:iam::1:a b", "it contains a space or a control character"),
        ("arn:aws:iam::1:a\n", "it contains a space or a control character"),
        (" arn:aws:iam::1:a", "it does not start with arn:"),
    ])
    func `a malformed ARN is rejected with the reason`(text: String, fact: String) {
        #expect(throws: PlanError.malformedARN(text, fact)) { try ARN(text) }
    }

    @Test(arguments: [
        ("Alice", "alice", true), ("alice", "ALICE", true), ("alice", "alic", false),
        ("alice", "alice2", false), ("breakglass-*", "breakglass-", true),
        ("breakglass-*", "BreakGlass-rules", true), ("breakglass-*", "breakglass", false),
        ("*", "", true), ("a*b", "aXb", true), ("", "", true), ("É", "é", false),
    ])
    func `names are compared case-insensitively, families by their wildcards`(
        pattern: String, name: String, matches: Bool
    ) {
        let watched = Watched(type: .iamUser, account: "1", region: nil, name: pattern, arn: "")
        #expect(watched.matches(name: name) == matches)
    }

    @Test func `the plan watches both hubs, and the resources in every account`() {
        var plan = Plan(organization: "o", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.breakGlassUsers = ["One"]
        plan.identityProvider = .init(kind: .okta)
        let watched = plan.watched
        func regions(_ type: ResourceKind) -> Set<String?> {
            Set(watched.filter { $0.type == type }.map(\.region))
        }
        for type: ResourceKind in [
            .eventBus, .snsTopic, .kmsAlias, .lambdaFunction, .sqsQueue,
            .dynamoDBTable, .schedule, .alarm, .logGroup, .s3Bucket, .eventArchive,
        ] {
            #expect(regions(type) == ["eu-west-1", "us-west-2"], "\(type.rawValue)")
        }
        for type: ResourceKind in [.eventRule, .stack, .stackSet, .trail, .serviceControlPolicy] {
            #expect(
                watched.filter { $0.type == type }.allSatisfy { $0.account == nil },
                "\(type.rawValue)")
            #expect(regions(type) == [nil], "\(type.rawValue)")
        }
        let arns = Set(watched.map(\.arn))
        #expect(
            arns.isSuperset(of: [
                "arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:user/One",
                "arn:aws:iam::123456789012:saml-provider/Okta",
                "arn:aws:sns:us-west-2:123456789012:breakglass-alerts",
                "arn:aws:lambda:eu-west-1:123456789012:function:breakglass-event-enricher",
                "arn:aws:events:*:*:rule/breakglass-*",
                "arn:aws:s3:::breakglass-code-123456789012-eu-west-1",
            ]))
        #expect(arns.count == watched.count)
    }
}
