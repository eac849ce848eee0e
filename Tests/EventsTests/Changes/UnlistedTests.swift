import AccessPlan
import Samples
import Testing

@testable import Alerts

/// Calls that the catalog does not list: as AWS adds them every month.
@Suite struct UnlistedTests {
    static let plan: Plan = {
        var plan = TestPlan.plan
        plan.guarded += [
            "arn:aws:s3:::our-bucket", "arn:aws:iam::111122223333:role/Plain",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Our alarm",
        ].compactMap { try? ARN($0) }
        return plan
    }()

    static let function = "breakglass-event-enricher"
    static let key = "1234abcd-12ab-34cd-56ef-1234567890ab"

    static func event(_ service: String, _ name: String, _ request: String) -> TestEvent {
        TestEvent(service, name, request)
    }

    static let rows: [Row] = [
        .due(
            "a function by name",
            event("lambda", "PutFunctionShape20270101", #"{"functionName":"\#(function)"}"#)),
        .due(
            "the same in a call that begins like a read",
            event("lambda", "GetAndResetShape", #"{"functionName":"\#(function)"}"#)),
        .notDue(
            "a call that CloudTrail says reads",
            event("lambda", "GetFunctionShape", #"{"functionName":"\#(function)"}"#)
                .having(#""readOnly":true"#)),
        .notDue(
            "another function", event("lambda", "PutFunctionShape", #"{"functionName":"other"}"#)),
        .due(
            "the table by name",
            event("dynamodb", "ShapeTable", #"{"tableName":"breakglass-state"}"#)),
        .due(
            "the table, deep in the request",
            event(
                "dynamodb", "ShapeTables",
                #"{"shapes":[{"with":{"TableName":"breakglass-state"}}]}"#)),
        .due(
            "the topic by ARN, deep in the request",
            event(
                "sns", "ShapeTopics",
                #"{"shapes":[{"of":"arn:aws:sns:eu-west-1:123456789012:breakglass-alerts"}]}"#)),
        .due("the key by its id", event("kms", "ShapeKey", #"{"keyId":"\#(key)"}"#)),
        .due(
            "a queue in a list",
            event("sqs", "ShapeQueues", #"{"queueName":["a","breakglass-rules-dlq"]}"#)),
        .due(
            "a break-glass user", event("iam", "ShapeUser", #"{"userName":"BreakglassUser1"}"#)),
        .due(
            "a planned role", event("iam", "ShapeRole", #"{"roleName":"EmergencyAccess_Role1_RO"}"#)
        ),
        .due(
            "a guarded bucket by name",
            event("s3", "PutBucketShape", #"{"bucketName":"our-bucket","Shape":""}"#)
                .in("111122223333")),
        .due(
            "a guarded alarm in a list",
            event("monitoring", "PutAlarmShape", #"{"Rule":{"AlarmNames":["x","Our alarm"]}}"#)
                .in("111122223333")),
        .notDue(
            "another service mentions our function's name",
            event("xray", "PutTelemetryRecords", #"{"functionName":"\#(function)"}"#)),
        .notDue(
            "another service mentions our topic, deep in the request",
            event(
                "config", "PutEvaluations",
                #"{"evaluations":[{"id":"arn:aws:sns:eu-west-1:123456789012:breakglass-alerts"}]}"#)
        ),
        .notDue(
            "a process begins a stream in our log",
            event("logs", "CreateLogStream", #"{"logGroupName":"/aws/lambda/\#(function)"}"#)),
        .notDue(
            "our own function, where data events are recorded",
            event("dynamodb", "ShapeItem", #"{"tableName":"breakglass-state"}"#)
                .by(TestEvent.session(of: "breakglass-sns-publisher", named: "x"))
                .having(#""managementEvent":false,"readOnly":false"#)),
        .notDue(
            "AWS does its own work on our table",
            event("dynamodb", "ShapeTable", #"{"tableName":"breakglass-state"}"#)
                .by(#"{"invokedBy":"AWS Internal"}"#).with { $0.eventType = "AwsServiceEvent" }),
    ]

    @Test(arguments: rows)
    func `any call that is not a read and names something of ours raises an alert`(row: Row) {
        let alert = row.event.alert(plan: Self.plan)
        #expect(alert.due == row.due)
        #expect((alert.resource.arn != nil) == row.due)
        if row.due { #expect(alert.kind == .tamper && alert.severity >= .high) }
    }
}
