import AccessPlan
import Samples
import Testing

@testable import Alerts
@testable import Events

@Suite struct SignInAnomalyTests {
    private static func alert(
        account: String, detail: String = "{}", source: String = "aws.signin"
    ) -> Alert {
        let event = """
            {"version":"0","id":"0a8f7f3c-0001","detail-type":"Sign-in Anomaly Alert",\
            "source":"\(source)","account":"\(account)","time":"2026-07-01T12:00:00Z",\
            "region":"us-east-1","resources":[],"detail":\(detail)}
            """
        return EventReader(plan: TestPlan.plan).alert(from: Array(event.utf8), now: 1_782_907_200)
    }

    @Test(arguments: ["{}", #"{"principal":{"type":"Root"},"risk":"HIGH"}"#, #"{"a":[1]}"#, "null"])
    func `a warning from the emergency access account is due, whatever it says`(detail: String) {
        let alert = Self.alert(account: "123456789012", detail: detail)
        #expect(alert.due && alert.severity == .critical)
        #expect(alert.headline.contains("looked wrong"))
    }

    @Test func `a warning from elsewhere, or one that AWS did not send, is not`() {
        #expect(!Self.alert(account: "444455556666").due)
        #expect(!Self.alert(account: "123456789012", source: "custom.signin").due)
    }
}
