import AccessPlan
import Calls
import Testing

@testable import Alerts

/// What an act means, as the reader is told.
@Suite struct AlertEffectTests {
    static func alert(_ service: String, _ name: String, _ type: ResourceKind) -> Alert {
        var alert = Alert()
        alert.kind = .tamper
        alert.due = true
        alert.outcome.result = .success
        alert.eventSource = "\(service).amazonaws.com"
        alert.eventName = name
        alert.resource = .init(type: type, arn: "arn:aws:sns:eu-west-1:111122223333:x")
        return alert
    }

    struct Row: Sendable {
        let service: String, name: String, type: ResourceKind, says: String?
    }

    static let rows = [
        Row(
            service: "sns", name: "Subscribe", type: .snsTopic,
            says: "Somebody else may hear the alerts now; whoever heard them before still does"),
        Row(
            service: "sns", name: "AddPermission", type: .snsTopic,
            says: "Somebody else may use the topic now: an alert may be false"),
        Row(
            service: "lambda", name: "AddPermission20150331v2", type: .lambdaFunction,
            says: "Others may run the function now, with events that they made up"),
        Row(
            service: "sns", name: "Unsubscribe", type: .snsSubscription,
            says: "Alerts may reach fewer people, or nobody"),
        Row(
            service: "kms", name: "UpdateKeyDescription", type: .kmsKey, says: nil),
        Row(
            service: "kms", name: "DisableKey", type: .kmsKey,
            says: "Without this key no alert can be sent or read"),
        Row(
            service: "events", name: "EnableRule", type: .eventRule,
            says: "EnableRule takes the rule out of the state that sees AssumeRole"),
        Row(
            service: "events", name: "PutTargets", type: .eventBus,
            says: "By itself it opens nothing and silences nothing, but nobody planned it"),
        Row(
            service: "sns", name: "SetSMSAttributes", type: .account,
            says: "Alerts by SMS may not arrive"),
        Row(
            service: "monitoring", name: "PutAlarmMuteRule", type: .account,
            says: "An alarm may tell nobody"),
        Row(
            service: "lambda", name: "NameOfNoRow", type: .lambdaFunction,
            says:
                "What this call does is not known here: read in AWS's documentation what it changes"
        ),
    ]

    @Test(arguments: rows) func `it is what the call does, not which kind it is done to`(row: Row) {
        #expect(Self.alert(row.service, row.name, row.type).effect == row.says)
    }

    @Test(arguments: [
        ("kms", "DisableKey", ResourceKind.kmsKey), ("s3", "PutBucketPolicy", .s3Bucket),
        ("sns", "Unsubscribe", .snsTopic), ("dynamodb", "DeleteTable", .dynamoDBTable),
    ])
    func `what is guarded is not said to be ours`(service: String, name: String, type: ResourceKind)
        throws
    {
        var alert = Self.alert(service, name, type)
        alert.resource.isGuarded = true
        let effect = try #require(alert.effect)
        for ours in ["alert", "functions' code", "sessions"] { #expect(!effect.contains(ours)) }
    }

    @Test func `the change says it where it knows more`() {
        var alert = Self.alert("sns", "SetTopicAttributes", .snsTopic)
        #expect(alert.effect == "Alerts may reach fewer people, or nobody")
        alert.change = Change("DisplayName", now: "Alerts", gravity: .notes)
        #expect(alert.effect == nil)
    }
}
