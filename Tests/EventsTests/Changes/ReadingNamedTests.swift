import AccessPlan
import Samples
import Testing

@testable import Alerts

@Suite struct ReadingNamedTests {
    static let key = "1234abcd-12ab-34cd-56ef-1234567890ab"
    static let topic = "arn:aws:sns:eu-west-1:123456789012:breakglass-alerts"
    static let function = "breakglass-event-enricher"

    static let rows: [Row] = [
        .due(
            "a rule of ours is disabled in any account",
            TestEvent("events", "DisableRule", #"{"name":"breakglass-forward"}"#)
                .in("444455556666")),
        .notDue(
            "another rule is disabled",
            TestEvent("events", "DisableRule", #"{"name":"nightly"}"#)),
        .notDue(
            "a firewall's rule of the same name is deleted",
            TestEvent("waf", "DeleteRule", #"{"ruleId":"x","name":"breakglass-forward"}"#)),
        .due(
            "a strange rule is put on the hub bus",
            TestEvent("events", "PutRule", #"{"name":"copy","eventBusName":"breakglass-hub"}"#)),
        .due(
            "the hub bus's policy by ARN",
            TestEvent(
                "events", "PutPermission",
                #"{"eventBusName":"arn:aws:events:us-west-2:123456789012:event-bus/breakglass-hub"}"#
            ).at("us-west-2")),
        .notDue(
            "a hub bus of that name where there is no hub",
            TestEvent("events", "PutPermission", #"{"eventBusName":"breakglass-hub"}"#)
                .at("ap-southeast-2")),
        .due(
            "the IdP's event source is cut off",
            TestEvent(
                "events", "DeactivateEventSource", #"{"name":"aws.partner/okta.com/example/log"}"#)),
        .due("the topic is deleted", TestEvent("sns", "DeleteTopic", #"{"topicArn":"\#(topic)"}"#)),
        .notDue(
            "another account's topic of that name",
            TestEvent(
                "sns", "DeleteTopic",
                #"{"topicArn":"arn:aws:sns:eu-west-1:444455556666:breakglass-alerts"}"#)),
        .due(
            "somebody is taken off the topic",
            TestEvent("sns", "Unsubscribe", #"{"subscriptionArn":"\#(topic):1b2c3d4e"}"#)),
        .notDue(
            "somebody is taken off another topic that begins alike",
            TestEvent("sns", "Unsubscribe", #"{"subscriptionArn":"\#(topic)-old:1b2c3d4e"}"#)),
        .due(
            "the topic is tagged, an API that no entry knows",
            TestEvent("sns", "TagResource", #"{"resourceArn":"\#(topic)"}"#)),
        .notDue(
            "another alarm only speaks to our topic",
            TestEvent(
                "monitoring", "PutMetricAlarm",
                #"{"alarmName":"disk","alarmActions":["\#(topic)"]}"#)),
        .due(
            "our alarm is the last of a hundred to go",
            TestEvent(
                "monitoring", "DeleteAlarms",
                #"{"alarmNames":[\#(String(repeating: #""x","#, count: 99))"breakglass-dlq"]}"#)),
        .due("the key by its id", TestEvent("kms", "DisableKey", #"{"keyId":"\#(key)"}"#)),
        .due(
            "the key by its alias",
            TestEvent("kms", "ScheduleKeyDeletion", #"{"keyId":"alias/breakglass"}"#)),
        .due(
            "the key by the alias's ARN",
            TestEvent(
                "kms", "PutKeyPolicy",
                #"{"keyId":"arn:aws:kms:us-west-2:123456789012:alias/breakglass"}"#
            ).at("us-west-2")),
        .due(
            "the alias is moved to another key",
            TestEvent(
                "kms", "UpdateAlias",
                #"{"aliasName":"alias/breakglass","targetKeyId":"9999ffff-0000"}"#)),
        .notDue("another key", TestEvent("kms", "DisableKey", #"{"keyId":"9999ffff-0000"}"#)),
        .notDue(
            "the key's id in another Region",
            TestEvent("kms", "DisableKey", #"{"keyId":"\#(key)"}"#).at("eu-central-1")),
        .due(
            "the key is gone, as AWS itself says",
            TestEvent("kms", "DeleteKey").by(#"{"invokedBy":"AWS Internal"}"#).having(
                #""resources":[{"ARN":"arn:aws:kms:eu-west-1:123456789012:key/\#(key)"}]"#
            ).with { $0.eventType = "AwsServiceEvent" }),
        .notDue(
            "the key is rotated, as every year",
            TestEvent("kms", "RotateKey").by(#"{"invokedBy":"AWS Internal"}"#).having(
                #""resources":[{"ARN":"arn:aws:kms:eu-west-1:123456789012:key/\#(key)"}]"#
            ).with { $0.eventType = "AwsServiceEvent" }),
        .notDue(
            "the publisher uses the key",
            TestEvent("kms", "GenerateDataKey", #"{"keyId":"\#(key)"}"#)
                .by(TestEvent.session(of: "breakglass-sns-publisher", named: "x"))
                .having(#""readOnly":true"#)),
        .due(
            "the organization's trail by name",
            TestEvent("cloudtrail", "StopLogging", #"{"name":"organization"}"#)
                .in("111122223333")),
        .due(
            "the organization's trail by ARN",
            TestEvent(
                "cloudtrail", "PutEventSelectors",
                #"{"trailName":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/organization"}"#
            ).in("111122223333")),
        .notDue(
            "a trail of that name elsewhere",
            TestEvent("cloudtrail", "StopLogging", #"{"name":"organization"}"#)
                .in("444455556666")),
        .due(
            "a function's code, with the API's date and version",
            TestEvent(
                "lambda", "UpdateFunctionCode20150331v2", #"{"functionName":"\#(function)"}"#)),
        .due(
            "a function's concurrency, by a version's ARN",
            TestEvent(
                "lambda", "PutFunctionConcurrency20171031",
                #"{"functionName":"arn:aws:lambda:us-west-2:123456789012:function:\#(function):3"}"#
            ).at("us-west-2")),
        .notDue(
            "a function of that name in another account, by half an ARN",
            TestEvent(
                "lambda", "AddPermission20150331v2",
                #"{"functionName":"444455556666:function:\#(function)"}"#)),
        .notDue(
            "a function that only begins alike",
            TestEvent("lambda", "DeleteFunction20150331", #"{"functionName":"\#(function)-2"}"#)),
        .notDue(
            "EventBridge invokes the enricher, where data events are recorded",
            TestEvent("lambda", "Invoke", #"{"functionName":"\#(function)"}"#)
                .by(TestEvent.service("events.amazonaws.com"))
                .having(#""eventCategory":"Data","readOnly":false"#)
                .having(
                    #""resources":[{"ARN":"arn:aws:lambda:eu-west-1:123456789012:function:\#(function)"}]"#
                )),
        .notDue(
            "the publisher publishes, where data events are recorded",
            TestEvent("sns", "Publish", #"{"topicArn":"\#(topic)"}"#)
                .by(TestEvent.session(of: "breakglass-sns-publisher", named: "x"))
                .having(#""managementEvent":false,"readOnly":false"#)),
        .due(
            "a person publishes to the topic",
            TestEvent("sns", "Publish", #"{"topicArn":"\#(topic)"}"#)
                .having(#""managementEvent":false,"readOnly":false"#)),
        .due(
            "the queue of lost events is emptied",
            TestEvent(
                "sqs", "PurgeQueue",
                #"{"queueUrl":"https://sqs.eu-west-1.amazonaws.com/123456789012/breakglass-rules-dlq"}"#
            )),
        .notDue(
            "another account's queue of that name",
            TestEvent(
                "sqs", "PurgeQueue",
                #"{"queueUrl":"https://sqs.eu-west-1.amazonaws.com/444455556666/breakglass-rules-dlq"}"#
            )),
        .due(
            "the state table is deleted",
            TestEvent("dynamodb", "DeleteTable", #"{"tableName":"breakglass-state"}"#)),
        .due(
            "the nightly schedule is switched off",
            TestEvent(
                "scheduler", "UpdateSchedule", #"{"name":"breakglass-nightly","state":"DISABLED"}"#)
        ),
        .due(
            "a function's log is deleted",
            TestEvent(
                "logs", "DeleteLogGroup",
                #"{"logGroupName":"/aws/lambda/breakglass-sns-publisher"}"#)),
        .due(
            "a refusal names the log with its streams",
            TestEvent("logs", "DeleteLogGroup").denied(
                "User: arn:aws:iam::123456789012:user/dana is not authorized to perform: "
                    + "logs:DeleteLogGroup on resource: arn:aws:logs:eu-west-1:123456789012:"
                    + "log-group:/aws/lambda/breakglass-sns-publisher:log-stream: because")),
        .due(
            "the trail's bucket by name",
            TestEvent(
                "s3", "PutBucketLifecycle", #"{"bucketName":"example-breakglass-trail"}"#
            ).in("444455556666")),
        .due(
            "a stack of ours by ARN",
            TestEvent(
                "cloudformation", "DeleteStack",
                #"{"stackName":"arn:aws:cloudformation:eu-west-1:123456789012:stack/breakglass-hub/5f"}"#
            )),
        .due(
            "a stack that a stack set of ours made",
            TestEvent(
                "cloudformation", "DeleteStack", #"{"stackName":"StackSet-breakglass-rules-0a"}"#
            ).in("111122223333")),
        .notDue(
            "another stack",
            TestEvent("cloudformation", "DeleteStack", #"{"stackName":"website"}"#)),
        .due(
            "our stack set by name and id, from the management account",
            TestEvent(
                "cloudformation", "DeleteStackInstances",
                #"{"stackSetName":"breakglass-rules:9f8e"}"#
            ).in("444455556666")),
        .due(
            "a refusal to delete our topic, the request left out",
            TestEvent("sns", "DeleteTopic").denied(
                "User: arn:aws:iam::123456789012:user/dana is not authorized to perform: "
                    + "SNS:DeleteTopic on resource: \(topic) because no identity-based policy")),
        .notDue(
            "a refusal to do something else by our own function",
            TestEvent("sns", "DeleteTopic")
                .by(TestEvent.session(of: "breakglass-sns-publisher", named: "x")).denied(
                    "User: arn:aws:sts::123456789012:assumed-role/breakglass-sns-publisher/x is "
                        + "not authorized to perform: SNS:DeleteTopic on resource: "
                        + "arn:aws:sns:eu-west-1:123456789012:other")),
        .notDue(
            "a read of our topic",
            TestEvent("sns", "GetTopicAttributes", #"{"topicArn":"\#(topic)"}"#)
                .having(#""readOnly":true"#)),
    ]

    @Test(arguments: rows) func `changes to the alert path raise alerts, under each name`(row: Row)
    {
        let alert = row.event.alert()
        #expect(alert.due == row.due)
        #expect((alert.kind == .tamper) == row.due)
        if row.due { #expect(alert.resource.arn != nil) }
    }

    @Test func `a key is shown by its ARN, however it was named`() {
        let alert = TestEvent("kms", "DisableKey", #"{"keyId":"\#(Self.key)"}"#).alert()
        #expect(alert.resource.type == .kmsKey)
        #expect(alert.resource.arn == "arn:aws:kms:eu-west-1:123456789012:key/\(Self.key)")
    }

    @Test func `a resource that is watched in every account is shown where it was changed`() {
        let alert = TestEvent("events", "DisableRule", #"{"name":"breakglass-forward"}"#)
            .in("444455556666").at("sa-east-1").alert()
        #expect(
            alert.resource.arn == "arn:aws:events:sa-east-1:444455556666:rule/breakglass-forward")
    }
}
