import AccessPlan
import Samples
import Testing

@testable import Alerts

@Suite struct GuardedTests {
    static let production = "111122223333"

    static let plan: Plan = {
        var plan = TestPlan.plan
        plan.guarded = [
            "arn:aws:s3:::our-bucket", "arn:aws:iam::111122223333:role/team/Legacy*",
            "arn:aws:iam::111122223333:role/Plain", "arn:aws:iam::*:user/old-?",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Our alarm",
            "arn:aws:logs:*:111122223333:log-group:/ours/*:*",
            "arn:aws:lambda:eu-west-1:111122223333:function:pages:PROD",
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf",
            "arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0",
            "arn:aws:ecr:eu-west-1:111122223333:repository/team/*",
            "arn:aws:events:eu-west-1:111122223333:connection/pager/0d1f8a3b-1111-4222-8333-444455556666",
            "arn:aws:organizations::777788889999:ou/o-example/ou-ab12-guarded1",
            "arn:aws:organizations::777788889999:account/o-example/888899990000",
            "arn:aws:organizations::777788889999:ou/o-other/*",
        ].compactMap { try? ARN($0) }
        return plan
    }()

    static func event(_ service: String, _ name: String, _ request: String) -> TestEvent {
        TestEvent(service, name, request).in(production)
    }

    static let role = "arn:aws:iam::111122223333:role"
    static let denial = "User: x is not authorized to perform: y on resource:"

    static let rows: [Row] = [
        .due(
            "a call that nothing lists names the bucket",
            event("s3", "PutBucketReplication", #"{"bucketName":"our-bucket"}"#)),
        .notDue(
            "the same reads", event("s3", "GetBucketAcl", #"{"bucketName":"our-bucket"}"#)),
        .notDue(
            "another bucket", event("s3", "PutBucketReplication", #"{"bucketName":"other"}"#)),
        .notDue(
            "another service mentions the role",
            event("ecs", "RegisterTaskDefinition", #"{"taskRoleArn":"\#(role)/Plain"}"#)),
        .notDue(
            "a process begins a log stream",
            event("logs", "CreateLogStream", #"{"logGroupName":"/ours/app"}"#)),
        .due(
            "a log group of the family, in another Region",
            event("logs", "DeleteLogGroup", #"{"logGroupName":"/ours/app"}"#).at("us-west-2")),
        .due(
            "a guarded version is the whole function",
            event("lambda", "DeleteFunction20150331", #"{"functionName":"pages:TEST"}"#)),
        .due(
            "an alarm with a space is denied",
            event("monitoring", "DeleteAlarms", "null").denied(
                "\(denial) arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Our alarm because no")),
        .notDue(
            "an alarm whose name goes on is denied",
            event("monitoring", "DeleteAlarms", "null").denied(
                "\(denial) arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Our alarm 2")),
        .due(
            "a secret by name",
            event("secretsmanager", "PutSecretValue", #"{"secretId":"prod/db"}"#)),
        .due(
            "a secret by ARN",
            event(
                "secretsmanager", "DeleteSecret",
                #"{"secretId":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf"}"#
            )),
        .notDue(
            "a secret of that name in another account",
            event("secretsmanager", "PutSecretValue", #"{"secretId":"prod/db"}"#)
                .in("444455556666")),
        .due(
            "an instance, deep in the request",
            event(
                "ec2", "TerminateInstances",
                #"{"instancesSet":{"items":[{"instanceId":"i-0123456789abcdef0"}]}}"#)),
        .notDue(
            "another instance",
            event(
                "ec2", "TerminateInstances",
                #"{"instancesSet":{"items":[{"instanceId":"i-0000000000abcdef0"}]}}"#)),
        .due(
            "a repository of the team",
            event("ecr", "DeleteRepository", #"{"repositoryName":"team/a"}"#)
        ),
        .notDue(
            "a repository of another team",
            event("ecr", "DeleteRepository", #"{"repositoryName":"other/a"}"#)),
        .due(
            "a connection, whose ARN ends with an id",
            event("events", "DeleteConnection", #"{"name":"pager"}"#)),
        .due(
            "an account leaves a guarded unit",
            event(
                "organizations", "MoveAccount",
                #"{"accountId":"1","sourceParentId":"ou-ab12-guarded1"}"#
            ).in("777788889999")),
        .due(
            "a guarded account is closed",
            event("organizations", "CloseAccount", #"{"accountId":"888899990000"}"#)
                .in("777788889999")),
        .notDue(
            "another account is closed",
            event("organizations", "CloseAccount", #"{"accountId":"888899990001"}"#)
                .in("777788889999")),
        .due(
            "any unit, where any is guarded",
            event(
                "organizations", "DeleteOrganizationalUnit",
                #"{"organizationalUnitId":"ou-zz99-other"}"#
            ).in("777788889999")),
        .due(
            "a role of the family by name",
            event("iam", "UpdateRole", #"{"roleName":"Legacy1"}"#).at("us-east-1")),
        .due(
            "a user of the family in any account",
            event("iam", "CreateAccessKey", #"{"userName":"old-1"}"#).in("444455556666")),
        .notDue(
            "a user beside the family",
            event("iam", "CreateAccessKey", #"{"userName":"old-12"}"#)),
    ]

    @Test(arguments: rows) func `any change of a guarded resource raises an alert`(row: Row) {
        #expect(row.event.alert(plan: Self.plan).due == row.due)
    }

    @Test(arguments: [
        ("role/team/Legacy1", true), ("role/Legacy1", false), ("role/Plain", true),
        ("role/any/path/Plain", true), ("role/Plain1", false),
    ])
    func `a path counts where the plan writes wildcards`(role: String, due: Bool) {
        let event = Self.event(
            "sts", "AssumeRole", #"{"roleArn":"arn:aws:iam::111122223333:\#(role)"}"#)
        #expect(event.alert(plan: Self.plan).due == due)
    }

    @Test func `the ARN of a resource with wildcards is filled in`() {
        let group = Self.event("logs", "DeleteLogGroup", #"{"logGroupName":"/ours/app"}"#)
        #expect(
            group.alert(plan: Self.plan).resource.arn
                == "arn:aws:logs:eu-west-1:111122223333:log-group:/ours/app")
        let user = Self.event("iam", "CreateAccessKey", #"{"userName":"old-1"}"#)
        #expect(
            user.alert(plan: Self.plan).resource.arn == "arn:aws:iam::111122223333:user/old-1")
    }
}
