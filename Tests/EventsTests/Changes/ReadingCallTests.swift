import Samples
import Testing

@testable import Alerts
@testable import Events

/// Calls on the emergency access account as a whole.
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
}
