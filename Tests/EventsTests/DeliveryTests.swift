import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct DeliveryTests {
    static func alert(_ text: String) -> Alert {
        EventReader(plan: TestPlan.plan).alert(from: Array(text.utf8), now: 0)
    }

    static let root = TestEvent("signin", "ConsoleLogin").by(TestEvent.root())

    @Test(arguments: [
        "", " ", "null", "[]", "{}", "\"x\"", "7", "{", "{\"detail\"", "{\"detail\":", "<html>",
        "{\"source\":\"aws.iam\",\"detail-type\":\"AWS API Call via CloudTrail\"}",
        "{\"source\":\"aws.iam\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":null}",
        "{\"source\":\"aws.iam\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":[]}",
        "{\"source\":\"aws.iam\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":{}}",
        "{\"source\":\"aws.iam\",\"detail\":{\"eventName\":7}}", "\u{0}", "\u{FEFF}",
    ])
    func `an event that cannot be read raises an alert, with a remark`(text: String) {
        let alert = Self.alert(text)
        #expect(alert.due)
        #expect(alert.notLookedUp.contains { $0.contains("could not be read") })
    }

    @Test func `invalid UTF-8 is told too`() {
        let reader = EventReader(plan: TestPlan.plan)
        #expect(reader.alert(from: [0xFF, 0xFE, 0x7B], now: 0).due)
        let name = Self.root.delivery.replacing("aws-cli/2.30.1", with: "\u{1}agent\u{1}")
        let bytes = name.utf8.map { $0 == 1 ? 0xC3 : $0 }
        let alert = reader.alert(from: bytes, now: 0)
        #expect(alert.due)
        #expect(alert.userAgent == "\u{FFFD}agent\u{FFFD}")
    }

    @Test func `a record without an envelope is read`() {
        let alert = Self.alert(Self.root.record)
        #expect(alert.due)
        #expect(alert.kind == .consoleSignIn)
        #expect(alert.region == nil)
        #expect(alert.awsRegion == "eu-west-1")
    }

    @Test(arguments: [
        "com.example", "aws", "awsx.signin", "AWS.signin", "aws.partner/example.com/x",
    ])
    func `only AWS can put events on the bus under its name`(source: String) {
        #expect(!Self.root.with { $0.source = source }.alert().due)
    }

    @Test func `an envelope without a source is not ignored`() {
        let text = Self.root.delivery.replacing(#""source":"aws.signin","#, with: "")
        #expect(Self.alert(text).due)
    }

    @Test func `the order of members does not matter`() {
        let text = """
            {"detail":\(Self.root.record),"id":"a","region":"eu-west-1","resources":["x"],\
            "detail-type":"AWS Console Sign In via CloudTrail","source":"aws.signin"}
            """
        #expect(Self.alert(text).due)
        let forged = text.replacing("aws.signin", with: "com.example")
        #expect(!Self.alert(forged).due)
    }

    @Test func `an escaped member name is the same name`() {
        let text = Self.root.delivery.replacing("userIdentity", with: #"user\u0049dentity"#)
        #expect(Self.alert(text).principal.type == "Root")
    }

    @Test(arguments: ["userIdentity", "requestParameters"])
    func `a part of another type raises an alert`(part: String) {
        let event = TestEvent("iam", "DeleteUser", #"{"userName":"intern"}"#)
        #expect(!event.alert().due)
        let text = event.delivery.replacing(#""\#(part)":{"#, with: #""\#(part)":7,"x":{"#)
        #expect(Self.alert(text).due)
    }

    @Test func `unknown members of an event do not matter`() {
        let event = TestEvent("s3", "PutObject").having(#""additionalEventData":7"#)
            .having(#""responseElements":[[]]"#).having(#""tlsDetails":{"a":[{}]}"#)
        #expect(!event.alert().due)
    }
}
