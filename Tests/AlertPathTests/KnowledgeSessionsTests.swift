import FakeAWS
import FakeWorld
import Logging
import State
import Testing

@testable import AccessPlan
@testable import AlertPath
@testable import HTTP
@testable import System
@testable import Text

/// What the enricher asks the table about the session an alert belongs to, and does without it.
struct KnowledgeSessionsTests {
    private static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.breakGlassUsers = ["BreakglassUser1"]
        plan.accounts = [
            Plan.Account(number: 1, id: "111122223333", name: "production", roles: ["Ops"])
        ]
        return plan
    }()

    /// A session of the emergency role assumes the workload role.
    private static let secondHop = """
        {"source":"aws.sts","detail-type":"AWS API Call via CloudTrail","account":"123456789012",
         "region":"eu-west-1","detail":{"eventName":"AssumeRole","eventSource":"sts.amazonaws.com",
          "eventID":"e-2","eventType":"AwsApiCall","eventTime":"2026-07-01T12:05:00Z",
          "recipientAccountId":"123456789012","userIdentity":{"type":"AssumedRole",
           "principalId":"AROAFIRST:dana","accountId":"123456789012",
           "arn":"arn:aws:sts::123456789012:assumed-role/EmergencyAccess_Role1_Ops/dana",
           "accessKeyId":"ASIAFIRST00000000001","sessionContext":{
            "attributes":{"creationDate":"2026-07-01T12:00:00Z"}}},
          "requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/EmergencyAccess_Ops",
           "roleSessionName":"work"},
          "responseElements":{"credentials":{"accessKeyId":"ASIASECOND0000000001",
           "sessionToken":"IQoJtoken","expiration":"Jul 1, 2026, 1:05:00 PM"},
           "assumedRoleUser":{"assumedRoleId":"AROASECOND:work"}}}}
        """

    private static let link = """
        {"M":{"thread":{"S":"AROAWAYIN:x@2026-07-01"},"person":{"S":"BreakglassUser1"},
         "source":{"S":"user_name"},"began":{"N":"1782907200"},"ends":{"N":"1782910800"}}}
        """

    private func tell(
        _ event: String, _ answer: @escaping (FakeAWS.Call) -> Response
    ) -> (FakeAWS, String) {
        let aws = FakeAWS(answer)
        let enricher = Enricher(
            plan: Self.plan, table: StateTable(name: "breakglass-state", client: aws.client),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let message = enricher.message(
            for: Array(event.utf8), now: 1_782_907_500,
            deadline: FakeWorld().deadline(after: .seconds(5)))
        return (aws, String(decoding: message, as: UTF8.self))
    }

    /// The table as it is after the first hop; `link` is stored under the first hop's key.
    private func answer(_ call: FakeAWS.Call, link: String = link) -> Response {
        switch call.action {
        case "GetItem" where call.body.contains("link#AROAFIRST:dana@2026-07-01"):
            return .item(#"{"Item":{"id":{"S":"x"},"ASIAFIRST00000000001":\#(link)}}"#)
        case "UpdateItem" where call.body.contains("link#"):
            let request = JSON(Array(call.body.utf8))
            let noted = request?["ExpressionAttributeValues"]?[":link"]?.text ?? "null"
            return .item(#"{"Attributes":{"ASIASECOND0000000001":\#(noted)}}"#)
        default: return .item("{}")
        }
    }

    @Test func `a hop is read once, written once and counted in its sign-in`() {
        let (aws, message) = tell(Self.secondHop) { answer($0) }
        #expect(aws.actions == ["GetItem", "GetItem", "UpdateItem", "UpdateItem"])
        #expect(message.contains(#""thread":"AROAWAYIN:x@2026-07-01""#))
        #expect(message.contains("BreakglassUser1 (certain: AWS vouches for it)"))
        #expect(aws.calls[2].body.contains("link#AROASECOND:work@2026-07-01"))
        #expect(aws.calls[2].body.contains("SET #key = :link"))
        #expect(aws.calls[3].body.contains("session#AROAWAYIN:x@2026-07-01"))
        #expect(!aws.calls.contains { $0.body.contains("IQoJ") })
    }

    @Test func `who comes in by themselves is written once and read for never`() {
        let saml = Self.secondHop
            .replacing("\"eventName\":\"AssumeRole\"", with: "\"eventName\":\"AssumeRoleWithSAML\"")
            .replacing("\"type\":\"AssumedRole\"", with: "\"type\":\"SAMLUser\"")
        let (aws, message) = tell(saml) { answer($0) }
        #expect(message.contains(#""due":true"#))
        let links = aws.calls.filter { $0.body.contains("link#") }
        #expect(links.map(\.action) == ["UpdateItem"])
    }

    @Test func `without a link, the second hop has the thread of the first`() {
        let (aws, message) = tell(Self.secondHop) { call in
            call.action == "GetItem" ? .item("{}") : answer(call)
        }
        #expect(message.contains(#""thread":"AROAFIRST:dana@2026-07-01""#))
        #expect(aws.calls[2].body.contains(#""thread":{"S":"AROAFIRST:dana@2026-07-01"}"#))
    }

    @Test func `a token's sign-in session is looked up first, then the role's`() {
        let arn =
            "arn:aws:signin:eu-west-1:123456789012:session/aaaaaaaa-0000-4000-8000-000000000001"
        let event = Self.secondHop.replacing(
            #""sessionContext":{"#, with: #""signInSessionArn":"\#(arn)","sessionContext":{"#)
        let (aws, message) = tell(event) { answer($0) }
        let reads = aws.calls.filter { $0.action == "GetItem" && $0.body.contains("link#") }
        #expect(
            reads.map { $0.body.contains("link#\(arn)") } == [true, false],
            "the first has no link, the second has")
        #expect(message.contains(#""thread":"AROAWAYIN:x@2026-07-01""#))
    }

    @Test func `an event that is not watched reads nothing`() {
        let other = Self.secondHop.replacing("123456789012", with: "444455556666")
            .replacing("EmergencyAccess_", with: "Other_")
        let (aws, message) = tell(other) { answer($0) }
        #expect(message.contains(#""due":false"#))
        #expect(aws.actions == [])
    }

    @Test(arguments: ["AccessDeniedException", "ProvisionedThroughputExceededException"])
    func `a table that fails is named, and the alert is sent with the facts of its event`(
        code: String
    ) {
        let (aws, message) = tell(Self.secondHop) { call in
            call.body.contains("link#") ? .refused(code) : .item("{}")
        }
        #expect(message.contains("Earlier sessions: the state table did not answer"))
        #expect(message.contains(#""thread":"AROASECOND:work@2026-07-01""#))
        #expect(message.contains(#""due":true"#))
        #expect(!aws.calls.contains { $0.action == "UpdateItem" && $0.body.contains("link#") })
        #expect(aws.calls.last?.body.contains("session#AROASECOND:work@2026-07-01") == true)
    }

    @Test func `what was read is in the alert, even if nothing can be written`() {
        let (_, message) = tell(Self.secondHop) { call in
            call.action == "UpdateItem" && call.body.contains("link#")
                ? .refused("AccessDeniedException") : answer(call)
        }
        #expect(message.contains(#""thread":"AROAWAYIN:x@2026-07-01""#))
        #expect(message.contains("Earlier sessions: the state table did not answer"))
    }

    @Test func `a table that does not answer at all is asked once`() {
        let (aws, message) = tell(Self.secondHop) { _ in .refused("AccessDeniedException") }
        #expect(aws.actions == ["GetItem"])
        #expect(message.contains("Declared emergencies: the state table did not answer"))
        #expect(message.contains("Earlier sessions: the state table did not answer"))
    }

    @Test(arguments: [
        #"{"S":"x"}"#, #"{"M":{}}"#, #"{"M":{"thread":{"S":"x"}}}"#,
        link.replacing("user_name", with: "whoever"), link.replacing("1782910800", with: "0"),
    ])
    func `a poisoned item bends nothing and silences nothing`(poison: String) {
        let (_, message) = tell(Self.secondHop) { answer($0, link: poison) }
        #expect(message.contains(#""due":true"#))
        #expect(message.contains("Earlier sessions: the state table holds what no event leaves"))
        #expect(message.contains(#""thread":"AROASECOND:work@2026-07-01""#))
    }
}
