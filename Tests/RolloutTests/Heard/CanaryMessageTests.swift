import Deployment
import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Rollout

struct CanaryMessageTests {
    @Test func `the enricher's alert is read, as machines get it`() {
        let role = "arn:aws:iam::111122223333:role/BreakGlassCanary"
        let name = CanarySession.name(ofRun: "0123456789abcdef")
        let event = TestEvent(
            "sts", "AssumeRole", #"{"roleArn":"\#(role)","roleSessionName":"\#(name)"}"#
        ).in("111122223333").at("eu-north-1").by(TestEvent.account("123456789012"))
        let message = event.alert().message.sqs.flatMap(CanaryMessage.init)
        #expect(message?.run == "0123456789abcdef")
        #expect(message?.place == Heard.Place(account: "111122223333", region: "eu-north-1"))
    }

    @Test(arguments: [
        "", "{}", "[1]", FakeHub.alert("0123", "1/2"),
        FakeHub.alert("0123456789abcdef", "1/2").replacing("canary\"", with: "tamper\""),
        #"{"kind":"canary","role":{"sessionName":"break-glass-canary-0123456789abcdef"}}"#,
    ])
    func `nothing else is a canary`(body: String) {
        #expect(CanaryMessage(body) == nil)
    }
}
