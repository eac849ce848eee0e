import Samples
import Testing

@testable import Alerts

@Suite struct OutcomeTests {
    /// One line: an event, and how it ended.
    struct Line: Sendable, CustomTestStringConvertible {
        let sentence: String
        let event: TestEvent
        let result: Alert.Outcome.Result
        var testDescription: String { sentence }

        init(_ sentence: String, _ event: TestEvent, _ result: Alert.Outcome.Result) {
            self.sentence = sentence
            self.event = event
            self.result = result
        }
    }

    static let call = TestEvent("iam", "DeleteUser")
    static let signIn = TestEvent("signin", "ConsoleLogin")

    static let lines: [Line] = [
        Line("no error in a call", call, .success),
        Line("an error code", call.having(#""errorCode":"NoSuchEntity""#), .failure),
        Line(
            "an error code and a message without a letter",
            call.having(#""errorCode":"","errorMessage":"""#), .success),
        Line("only an error message", call.having(#""errorMessage":"no""#), .failure),
        Line("a call without an event type", call.with { $0.eventType = "" }, .unknown),
        Line(
            "an action of the console's", call.with { $0.eventType = "AwsConsoleAction" }, .success),
        Line(
            "a service's event that says nothing",
            call.with { $0.eventType = "AwsServiceEvent" }, .unknown),
        Line(
            "a service's event, spelled otherwise",
            call.with { $0.eventType = "AWSServiceEvent" }, .unknown),
        Line("a sign-in that says so", signIn, .success),
        Line(
            "a sign-in that failed", signIn.answered(#"{"ConsoleLogin":"Failure"}"#), .failure),
        Line(
            "a call of the sign-in service that is no sign-in",
            TestEvent("signin", "PutSomePolicy").answered("null")
                .with { $0.eventType = "AwsApiCall" }, .success),
        Line("a sign-in that says nothing", signIn.answered("null"), .unknown),
        Line(
            "a sign-in with nothing but an error",
            signIn.answered("null").having(#""errorMessage":"no""#), .failure),
        Line(
            "aws login in its own words",
            TestEvent("signin", "CreateOAuth2Token").answered("null")
                .adding(#"{"success":"false"}"#), .failure),
        Line(
            "a switch", TestEvent("signin", "SwitchRole").answered(#"{"SwitchRole":"Success"}"#),
            .success),
    ]

    @Test(arguments: lines) func `each type of event has its outcome in a place of its own`(
        line: Line
    ) {
        #expect(line.event.alert().outcome.result == line.result)
    }

    @Test func `code and reason are as written`() {
        let alert = Self.call.denied("You \\u2014 no", code: "AccessDenied").alert()
        #expect(alert.outcome.code == "AccessDenied")
        #expect(alert.outcome.reason == "You — no")
    }
}
