import FakeAWS
import FakeWorld
import Logging
import State
import Testing

@testable import AccessPlan
@testable import AlertPath
@testable import HTTP
@testable import System

/// What the enricher stores for the nightly check.
struct EnricherTests {
    private static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.breakGlassUsers = ["BreakglassUser1"]
        plan.accounts = [
            Plan.Account(number: 1, id: "111122223333", name: "production", roles: ["RO"])
        ]
        return plan
    }()

    private static let canary = """
        {"source":"aws.sts","detail-type":"AWS API Call via CloudTrail","account":"111122223333",
         "region":"eu-north-1","detail":{"eventName":"AssumeRole","eventSource":"sts.amazonaws.com",
          "eventID":"e-1","eventType":"AwsApiCall","eventTime":"2026-07-01T12:00:00Z",
          "awsRegion":"eu-north-1","recipientAccountId":"111122223333",
          "userIdentity":{"type":"AWSAccount","accountId":"123456789012"},
          "requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/BreakGlassCanary",
           "roleSessionName":"canary"}}}
        """

    private static let signIn = """
        {"source":"aws.signin","detail-type":"AWS Console Sign In via CloudTrail",
         "account":"123456789012","region":"us-east-1","detail":{"eventName":"ConsoleLogin",
          "eventSource":"signin.amazonaws.com","eventID":"e-2","eventType":"AwsConsoleSignIn",
          "eventTime":"2026-07-01T12:00:00Z","recipientAccountId":"123456789012",
          "userIdentity":{"type":"IAMUser","accountId":"123456789012",
           "userName":"BreakglassUser1","principalId":"AIDA1",
           "arn":"arn:aws:iam::123456789012:user/BreakglassUser1"},
          "responseElements":{"ConsoleLogin":"Success"}}}
        """

    private func tell(_ event: String, _ answer: @escaping (FakeAWS.Call) -> Response) -> (
        FakeAWS, String
    ) {
        let stories = FakeTable()
        let aws = FakeAWS { call in
            call.isOfStories ? stories.answer(call.action, call.body) : answer(call)
        }
        let enricher = Enricher(
            plan: Self.plan, table: StateTable(name: "breakglass-state", client: aws.client),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let message = enricher.message(
            for: Array(event.utf8), now: 1_782_907_500,
            deadline: FakeWorld().deadline(after: .seconds(5)))
        return (aws, String(decoding: message, as: UTF8.self))
    }

    @Test func `a canary is recorded for its account and Region, and raises no alert`() {
        let (aws, message) = tell(Self.canary) { _ in .item("{}") }
        #expect(message.contains(#""due":false"#))
        #expect(aws.actions == ["UpdateItem"])
        #expect(aws.calls.first?.body.contains(#""canary#111122223333""#) == true)
        #expect(aws.calls.first?.body.contains(##""#name":"eu-north-1""##) == true)
        #expect(aws.calls.first?.body.contains(#""N":"1782907200""#) == true)
    }

    @Test func `a deployment's canary is recorded, and passed on without a look-up`() {
        let named = Self.canary.replacing(
            #""canary""#, with: #""break-glass-canary-0123456789abcdef""#)
        let (aws, message) = tell(named) { _ in .item("{}") }
        #expect(message.contains(#""due":true"#))
        #expect(message.contains(#""kind":"canary""#))
        #expect(aws.actions == ["UpdateItem"])
        #expect(aws.calls.first?.body.contains(#""canary#111122223333""#) == true)
    }

    @Test func `a sign-in raises an alert, and its access path is recorded as used`() {
        let (aws, message) = tell(Self.signIn) { _ in .item("{}") }
        #expect(message.contains(#""due":true"#))
        #expect(aws.calls.filter { !$0.isOfStories }.map(\.action) == ["GetItem", "UpdateItem"])
        let proofs = aws.calls.filter { $0.body.contains("drill#") }
        #expect(proofs.last?.body.contains(#""drill#user""#) == true)
    }

    @Test func `an older proof does not replace a newer one`() {
        let (aws, message) = tell(Self.signIn) { call in
            call.body.contains("drill#")
                ? .conditionFailed(#"{"time":{"N":"1"}}"#) : .item("{}")
        }
        #expect(message.contains(#""due":true"#))
        #expect(aws.calls.filter { !$0.isOfStories }.count == 2)
    }

    @Test func `an alert does not ask a table again that did not answer`() {
        let (aws, message) = tell(Self.signIn) { _ in .refused("AccessDeniedException") }
        #expect(message.contains("the state table did not answer"))
        #expect(aws.actions == ["GetItem"])
    }

    /// An emergency that covers the sign-in, with one more attribute.
    private static func declared(_ more: String = "") -> Response {
        .item(
            """
            {"Item":{"incident":{"S":"INC-1"},"mode":{"S":"user"},"declaredBy":{"S":"joe"},
             "declared":{"N":"1782900000"},"expires":{"N":"1782910000"}\(more)}}
            """)
    }

    @Test func `a sign-in under a declaration is expected`() {
        let (_, message) = tell(Self.signIn) { call in
            call.action == "GetItem" ? Self.declared() : .item("{}")
        }
        #expect(message.contains("INC-1"))
    }

    @Test(arguments: [
        (#","closing":{"N":"1782901000"}"#, nil),
        (#","people":{"L":[{"S":"BreakglassUser1"}]}"#, "people is not a string set"),
        // A type that Break Glass does not use: names that are not read must not be anybody.
        (#","people":{"NS":["1"]}"#, "people is not a string set"),
        (#","expires":{"S":"1782910000"}"#, "expires is not a whole number"),
    ])
    func `a closing declaration covers nothing, and the alert names a malformed one`(
        attribute: String, why: String?
    ) {
        let (aws, message) = tell(Self.signIn) { call in
            call.action == "GetItem" ? Self.declared(attribute) : .item("{}")
        }
        #expect(message.contains(#""due":true"#))
        #expect(!message.contains("INC-1"))
        #expect(message.contains("is malformed") == (why != nil))
        #expect(message.contains(why ?? ""))
        // The table answered, so the session is counted.
        #expect(aws.actions.contains("UpdateItem"))
    }
}

extension FakeAWS.Call {
    /// Whether it is about the links, acts and stories of sessions.
    fileprivate var isOfStories: Bool {
        action == "BatchGetItem"
            || ["\"link#", "\"act#", "\"story#"].contains { body.contains($0) }
    }
}
