import FakeAWS
import FakeWorld
import Logging
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import HTTP
@testable import System

@Suite struct PublisherTests {
    private static let people = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"
    private static let chat = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts-chat"
    private static let standby = "arn:aws:sns:us-west-2:111122223333:breakglass-alerts"

    private let granted = Response.item(#"{"Attributes":{"state":{"S":"publishing"}}}"#)

    private func publisher(
        _ aws: FakeAWS, chat: Bool = false, standby: String? = nil, table: Bool = true
    ) throws -> Publisher {
        var topics = [Publisher.Topic(audience: .people, arn: Self.people, standbyARN: standby)]
        if chat { topics.append(.init(audience: .chat, arn: Self.chat)) }
        return try Publisher(
            topics: topics,
            table: table ? StateTable(name: "breakglass-state", client: aws.client) : nil,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            world: aws.machine.world, transport: aws.parallel
        ) { region in aws.client(in: region) }
    }

    private func publish(_ publisher: Publisher, _ record: String) throws -> Publisher.Result {
        try publisher.publish(
            Array(record.utf8), owner: "request-1", now: 1_780_000_000,
            deadline: FakeWorld().deadline(after: .seconds(5)))
    }

    private func record(
        _ condition: String = "Success", response: String? = nil, request: String = event
    ) -> String {
        let answer =
            response
            ?? #"{"schema":"breakglass.message/1","due":true,"id":"e-1","kind":"console_sign_in","#
            + #""severity":"critical","subject":"Root signed in","default":"Root signed in now"}"#
        return """
            {"version":"1.0","requestContext":{"requestId":"r","condition":"\(condition)"},
             "requestPayload":\(request),"responsePayload":\(answer)}
            """
    }

    private static let event = """
        {"source":"aws.sts","detail-type":"AWS API Call via CloudTrail","id":"x","region":"eu-west-1",
         "detail":{"eventName":"AssumeRole","eventSource":"sts.amazonaws.com","eventID":"e-1",
          "userIdentity":{"type":"IAMUser","userName":"BreakglassUser1"},
          "responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE",
           "sessionToken":"IQoJb3JpZ2luX2VjSECRET"}}}}
        """

    @Test func `an alert is claimed, published once and marked`() throws {
        let aws = FakeAWS { $0.action == "Publish" ? .published : granted }
        #expect(try publish(try publisher(aws), record()) == .published([Self.people]))
        #expect(aws.actions == ["UpdateItem", "UpdateItem", "Publish", "UpdateItem"])
        let body = aws.calls[2].body
        #expect(body.contains("MessageStructure=json"))
        #expect(body.contains("Subject=Root%20signed%20in"))
        #expect(aws.calls[3].body.contains("published"))
    }

    @Test func `what is not due asks nobody anything`() throws {
        let aws = FakeAWS { _ in .published }
        let answer = #"{"schema":"breakglass.message/1","due":false,"id":"e-1"}"#
        #expect(try publish(try publisher(aws), record(response: answer)) == .notDue)
        #expect(aws.actions.isEmpty)
    }

    @Test(arguments: ["RetriesExhausted", "EventAgeExceeded"])
    func `a failed enricher's event is told without its secrets`(_ condition: String) throws {
        let aws = FakeAWS { $0.action == "Publish" ? .published : granted }
        _ = try publish(try publisher(aws), record(condition, response: "null"))
        let body = aws.calls[2].body
        #expect(body.contains("AssumeRole"))
        #expect(body.contains("BreakglassUser1"))
        #expect(body.contains(condition))
        #expect(!body.contains("IQoJ"))
    }

    @Test(arguments: ["", "null", "{}", "not json", event, "[1]"])
    func `what is no record of Lambda's is told as it is`(_ text: String) throws {
        let aws = FakeAWS { $0.action == "Publish" ? .published : granted }
        #expect(try publish(try publisher(aws), text) == .published([Self.people]))
        #expect(aws.actions.contains("Publish"))
    }

    @Test(arguments: [#""text""#, "null", #"{"due":true}"#, "[]", #"{"schema":"other/1"}"#])
    func `an answer of another form is replaced by the essentials`(_ answer: String) throws {
        let aws = FakeAWS { $0.action == "Publish" ? .published : granted }
        _ = try publish(try publisher(aws), record(response: answer))
        #expect(aws.calls[2].body.contains("BreakglassUser1"))
    }

    @Test func `what was published is not published again`() throws {
        let aws = FakeAWS { _ in .conditionFailed(#"{"state":{"S":"published"}}"#) }
        #expect(try publish(try publisher(aws), record()) == .alreadyPublished)
    }

    @Test func `what somebody else is publishing is left for Lambda's next try`() throws {
        let aws = FakeAWS { _ in .conditionFailed(#"{"state":{"S":"publishing"}}"#) }
        #expect(throws: PublishError.self) { try publish(try publisher(aws), record()) }
        #expect(!aws.actions.contains("Publish"))
    }

    @Test func `without an answer from the table the alert goes out and says so`() throws {
        let aws = FakeAWS {
            $0.action == "Publish" ? .published : .refused("ResourceNotFoundException")
        }
        _ = try publish(try publisher(aws), record())
        let sent = try #require(aws.calls.last { $0.action == "Publish" })
        #expect(sent.body.contains("may%20be%20a%20repeat"))
    }

    @Test func `each topic gets its turn, and a second try only what is missing`() throws {
        var refuse = true
        let aws = FakeAWS { call in
            if call.action != "Publish" {
                return refuse
                    ? granted
                    : .item(#"{"Attributes":{"sent":{"SS":["\#(Self.chat)"]}}}"#)
            }
            return refuse && !call.body.contains("alerts-chat")
                ? .refused("KMSDisabled") : .published
        }
        let publisher = try publisher(aws, chat: true)
        #expect(throws: PublishError.self) { try publish(publisher, record()) }
        #expect(aws.actions.filter { $0 == "Publish" }.count == 2)
        refuse = false
        _ = try publish(publisher, record())
        let second = aws.calls.suffix(3).filter { $0.action == "Publish" }
        #expect(second.count == 1)
        #expect(second.first?.body.contains("alerts-chat") == false)
    }

    @Test(arguments: [
        "KMSDisabled", "KMSAccessDenied", "KMSInvalidState", "KMSNotFound", "AuthorizationError",
        "NotFound",
    ])
    func `an error that stays is reported at once, with its hint`(_ code: String) throws {
        let aws = FakeAWS { $0.action == "Publish" ? .refused(code) : granted }
        let error = #expect(throws: PublishError.self) { try publish(try publisher(aws), record()) }
        #expect(aws.actions.filter { $0 == "Publish" }.count == 1)
        let text = try #require(error).description
        #expect(text.contains(code))
        #expect(text.contains("hint: "))
        #expect(text.contains("(request 1f2e)"))
    }

    @Test(arguments: [("KMSThrottling", 400), ("Throttled", 429), ("InternalError", 500)])
    func `an error that may pass is tried again`(_ code: String, _ status: Int) throws {
        var left = 1
        let aws = FakeAWS { call in
            guard call.action == "Publish" else { return granted }
            left -= 1
            return left >= 0 ? .refused(code, status: status) : .published
        }
        _ = try publish(try publisher(aws), record())
        #expect(aws.actions.filter { $0 == "Publish" }.count == 2)
    }

    @Test func `the standby topic stands in, in its own Region`() throws {
        let aws = FakeAWS { call in
            guard call.action == "Publish" else { return granted }
            return call.host.contains("us-west-2") ? .published : .refused("KMSNotFound")
        }
        _ = try publish(try publisher(aws, standby: Self.standby), record())
        #expect(
            aws.actions == ["UpdateItem", "UpdateItem", "Publish", "Publish", "UpdateItem"])
    }
}
