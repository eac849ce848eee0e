import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct FactsTests {
    static func alert(_ text: String, now: Double = 1_782_907_500) -> Alert {
        EventReader(plan: TestPlan.plan).alert(from: Array(text.utf8), now: now)
    }

    static func at(_ time: String) -> Alert {
        alert(
            TestEvent("iam", "GetUser").delivery.replacing("2026-07-01T12:00:00Z", with: time))
    }

    @Test(
        arguments: [
            ("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z", 300),
            ("2026-07-01T12:00:00.417Z", "2026-07-01T12:00:00Z", 300),
            ("20260701T115800Z", "2026-07-01T11:58:00Z", 420),
            ("Jul 1, 2026, 12:00:00\u{202F}PM", "2026-07-01T12:00:00Z", 300),
            ("Jul 1, 2026 12:04:00 PM", "2026-07-01T12:04:00Z", 60),
            ("2026-07-01T12:09:00Z", "2026-07-01T12:09:00Z", 0),
            ("yesterday", "yesterday", nil),
            ("9999-99-99T99:99:99Z", "9999-99-99T99:99:99Z", nil),
        ] as [(String, String, Int?)])
    func `time and delay`(written: String, told: String, delay: Int?) {
        let alert = Self.at(written)
        #expect(alert.eventTime == told)
        #expect(alert.delaySeconds == delay)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300, 0])
    func `no clock makes the reader fall`(now: Double) {
        let alert = Self.alert(TestEvent("iam", "GetUser").delivery, now: now)
        #expect(alert.eventTime == "2026-07-01T12:00:00Z")
    }

    @Test func `without its own time an event has the envelope's`() {
        let text = TestEvent("iam", "GetUser").delivery
            .replacing(#""eventTime":"2026-07-01T12:00:00Z","#, with: "")
        #expect(Self.alert(text).eventTime == "2026-07-01T12:00:02Z")
    }

    @Test func `Regions and accounts of envelope and record are distinguished`() {
        let text = TestEvent("iam", "GetUser").delivery
            .replacing(#""region":"eu-west-1""#, with: #""region":"us-east-1""#)
        let alert = Self.alert(text)
        #expect(alert.region == "us-east-1")
        #expect(alert.awsRegion == "eu-west-1")
        #expect(alert.account.recordedIn == "123456789012")
        #expect(alert.account.caller == "111122223333")
        #expect(
            alert.account.names
                == ["123456789012": "emergency-access", "111122223333": "production"])
    }

    @Test(arguments: [
        ("198.51.100.7", "198.51.100.7"), ("2001:db8::7", "2001:db8::7"),
        ("AWS Internal", "AWS Internal"), ("sns.amazonaws.com", "sns.amazonaws.com"),
    ])
    func `an address is shown as it is written`(written: String, shown: String) {
        let text = TestEvent("iam", "GetUser").delivery
            .replacing("198.51.100.7", with: written)
        #expect(Self.alert(text).sourceIP == shown)
    }

    @Test func `all events of a session have one thread`() {
        let issued = """
            {"assumedRoleUser":{"assumedRoleId":"AROAEXAMPLE:dana",\
            "arn":"arn:aws:sts::111122223333:assumed-role/EmergencyAccess_Ops/dana"}}
            """
        let role = #"{"roleArn":"arn:aws:iam::111122223333:role/EmergencyAccess_Ops"}"#
        let session = TestEvent.session(of: "EmergencyAccess_Ops", in: "111122223333")
            .replacing("11:58:00", with: "12:00:00")
        let events = [
            TestEvent("sts", "AssumeRole", role).answered(issued),
            TestEvent("sts", "AssumeRole", role).answered(issued).in("111122223333")
                .by(TestEvent.account("123456789012")),
            TestEvent("signin", "SwitchRole").in("111122223333").by(session),
            TestEvent("ec2", "StopInstances").in("111122223333").by(session),
            TestEvent("ec2", "StopInstances").in("111122223333").at("sa-east-1").by(session),
        ]
        #expect(
            Set(events.map { $0.alert().session.thread })
                == ["AROAEXAMPLE:dana@2026-07-01T12:00:00Z"])
    }

    @Test func `the next day's session of the same name has another thread`() {
        let session = TestEvent.session(of: "EmergencyAccess_Ops", in: "111122223333")
        let next = session.replacing("2026-07-01T11:58", with: "2026-07-02T00:01")
        #expect(
            TestEvent("ec2", "StopInstances").by(session).alert().session.thread
                != TestEvent("ec2", "StopInstances").by(next).alert().session.thread)
    }
}
