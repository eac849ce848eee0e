import AccessPlan
import Samples
import Testing

@testable import Alerts
@testable import Events

/// Calls on the emergency access account as a whole, and what a call names deeper in its request.
@Suite struct ReadingCallTests {
    static let perRegion = [
        TestEvent("logs", "PutAccountPolicy", #"{"policyName":"copy-all"}"#),
        TestEvent("logs", "DeleteAccountPolicy", #"{"policyName":"copy-all"}"#),
        TestEvent("sns", "SetSMSAttributes", #"{"attributes":{"MonthlySpendLimit":"1"}}"#),
        TestEvent("sms-voice", "SetTextMessageSpendLimitOverride", #"{"monthlyLimit":1}"#),
    ]
    static let everywhere = [
        TestEvent("s3", "DeleteAccountPublicAccessBlock", "{}"),
        TestEvent("monitoring", "PutAlarmMuteRule", #"{"name":"quiet"}"#),
    ]

    @Test(arguments: perRegion)
    func `SMS and logs concern an alert where a hub is`(event: TestEvent) {
        #expect(event.at("eu-west-1").alert().due)
        #expect(event.at("us-west-2").alert().due)
        #expect(!event.at("ap-southeast-2").alert().due)
        #expect(!event.at("eu-west-1").in("777788889999").alert().due)
    }

    @Test(arguments: everywhere)
    func `the account's block and muted alarms raise an alert in every Region`(event: TestEvent) {
        #expect(event.at("eu-west-1").alert().due)
        #expect(event.at("ap-southeast-2").alert().due)
        #expect(!event.at("ap-southeast-2").in("777788889999").alert().due)
    }

    static let plan: Plan = {
        var plan = TestPlan.plan
        plan.guarded += [
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Our alarm"
        ].compactMap { try? ARN($0) }
        return plan
    }()

    static func mute(_ alarm: String) -> TestEvent {
        TestEvent(
            "monitoring", "PutAlarmMuteRule",
            #"{"name":"q","muteTargets":{"alarmNames":["cpu","\#(alarm)"]}}"#
        ).in("111122223333").at("eu-west-1")
    }

    static func replay(to bus: String) -> TestEvent {
        TestEvent(
            "events", "StartReplay",
            #"{"replayName":"r","eventSourceArn":"arn:aws:events:eu-west-1:123456789012:archive/other","destination":{"arn":"arn:aws:events:eu-west-1:123456789012:event-bus/\#(bus)"}}"#
        )
    }

    static func changeSet(_ name: String, in account: String = "123456789012") -> TestEvent {
        TestEvent(
            "cloudformation", "ExecuteChangeSet",
            #"{"changeSetName":"arn:aws:cloudformation:eu-west-1:\#(account):changeSet/\#(name)/1"}"#
        )
    }

    static let rows: [Row] = [
        .due("a guarded alarm is muted", mute("Our alarm")),
        .notDue("another alarm is muted", mute("Their alarm")),
        .due("old events go to our bus", replay(to: "breakglass-hub")),
        .notDue("old events go to another bus", replay(to: "orders")),
        .due("a change set with our name, by its ARN alone", changeSet("breakglass-hub-1")),
        .notDue("another change set", changeSet("orders")),
        .notDue(
            "a change set of that name elsewhere",
            changeSet("breakglass-hub-1", in: "777788889999")),
    ]

    @Test(arguments: rows) func `what is named inside counts`(row: Row) {
        let alert = row.event.alert(plan: Self.plan)
        #expect(alert.due == row.due, "\(alert.headline)")
    }

    @Test func `the alarm and the stack are named`() {
        let alert = Self.mute("Our alarm").alert(plan: Self.plan)
        #expect(alert.resource.name == "Our alarm" && alert.severity == .critical)
        #expect(alert.headline.contains("got a rule that mutes it"))
        #expect(Self.changeSet("breakglass-hub-1").alert().resource.name == "breakglass-hub-1")
    }
}
