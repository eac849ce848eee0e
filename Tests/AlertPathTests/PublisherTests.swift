import FakeAWS
import FakeWorld
import Testing

@testable import AlertPath
@testable import Alerts
@testable import HTTP
@testable import System
@testable import Text

@Suite struct PublisherTests {
    private let hub = TestHub()

    private static let event = """
        {"source":"aws.sts","detail-type":"AWS API Call via CloudTrail","id":"x","region":"eu-west-1",
         "detail":{"eventName":"AssumeRole","eventSource":"sts.amazonaws.com","eventID":"e-1",
          "userIdentity":{"type":"IAMUser","userName":"BreakglassUser1"},
          "responseElements":{"credentials":{"accessKeyId":"ASIAEXAMPLE",
           "sessionToken":"IQoJb3JpZ2luX2VjSECRET"}}}}
        """

    private func failed(_ condition: String, response: String = "null") -> String {
        """
        {"version":"1.0","requestContext":{"requestId":"r","condition":"\(condition)"},
         "requestPayload":\(Self.event),"responsePayload":\(response)}
        """
    }

    @Test func `an alert is claimed, counted, published once and marked`() throws {
        let publisher = try hub.publisher()
        #expect(try publisher.handle(record("e-1")) == #"{"result":"published","topics":1}"#)
        #expect(hub.calls.map(\.action) == ["UpdateItem", "UpdateItem", "Publish", "UpdateItem"])
        let body = hub.calls[2].body
        #expect(body.contains("MessageStructure=json") && body.contains("Subject=Alert%20e-1"))
        #expect(hub.state("e-1") == "sent" && hub.mails == ["This is e-1"])
    }

    @Test func `its cost is three calls and at most six units, whatever came before`() throws {
        let publisher = try hub.publisher(topics: [TestHub.people, TestHub.chat])
        for number in 0..<50 {
            hub.forget()
            let before = hub.table.writeUnits
            _ = try publisher.handle(record("\(number)3a5f2c1-1111-2222-3333-444455556666"))
            #expect(hub.tableCalls == 3 && hub.table.writeUnits - before <= 6)
            hub.machine.advance(by: .seconds(3))
        }
    }

    @Test func `what is not due asks nobody anything`() throws {
        let answer = #"{"schema":"breakglass.message/1","due":false,"id":"e-1"}"#
        let publisher = try hub.publisher()
        let event = failed("Success", response: answer)
        #expect(try publisher.handle(event) == #"{"result":"not_due"}"#)
        #expect(hub.calls.isEmpty)
    }

    @Test(arguments: ["RetriesExhausted", "EventAgeExceeded"])
    func `a failed enricher's event is told without its secrets`(_ condition: String) throws {
        _ = try hub.publisher().handle(failed(condition))
        let mail = try #require(hub.mails.first)
        #expect(mail.contains("AssumeRole") && mail.contains("BreakglassUser1"))
        #expect(mail.contains(condition))
        #expect(!hub.calls.contains { $0.body.contains("IQoJ") })
    }

    @Test(arguments: ["", "null", "{}", "not json", event, "[1]", #"{"sweep":true,"source":"x"}"#])
    func `what is no record of Lambda's is told as it is`(_ text: String) throws {
        _ = try hub.publisher().handle(text)
        #expect(hub.mails.count == 1)
    }

    @Test(arguments: [#""text""#, "null", #"{"due":true}"#, "[]", #"{"schema":"other/1"}"#])
    func `an answer of another form is replaced by the essentials`(_ answer: String) throws {
        _ = try hub.publisher().handle(failed("Success", response: answer))
        #expect(hub.mails.first?.contains("BreakglassUser1") == true)
    }

    @Test func `what was published is not published again`() throws {
        let (one, other) = (try hub.publisher(), try hub.publisher())
        _ = try one.handle(record("e-1"))
        #expect(try other.handle(record("e-1"), "2") == #"{"result":"already_published"}"#)
        #expect(hub.mails.count == 1)
    }

    @Test func `another event with the same id is another alert, in both Regions`() throws {
        let event = #"{"detail":{"eventID":"e-1"}}"#
        let other = #"{"detail":{"eventID":"e-1","eventName":"X"}}"#
        func delivery(of payload: String) -> String {
            record("e-1").replacing(
                #""requestPayload":{}"#, with: #""requestPayload":"# + payload)
        }
        let publisher = try hub.publisher()
        let standby = TestHub(machine: hub.machine)
        for _ in 0..<2 {
            for payload in [event, other] {
                _ = try publisher.handle(delivery(of: payload))
                let again = queued(delivery(of: payload))
                _ = try standby.publisher(home: hub).handle(again)
            }
        }
        #expect(hub.mails.count == 2 && standby.mails.isEmpty)
        // Without the event it cannot be told apart.
        #expect(try publisher.handle(record("e-1")) == #"{"result":"already_published"}"#)
    }

    @Test func `an alert without an id is told each time`() throws {
        let publisher = try hub.publisher()
        for _ in 0..<2 { _ = try publisher.handle(record("")) }
        #expect(hub.mails.count == 2 && hub.tableCalls == 0)
    }

    @Test func `without an answer from the table the alert goes out, says so, and is paced`() throws
    {
        hub.fault = { $0.host.hasPrefix("dynamodb") ? .refused("AccessDenied") : nil }
        let publisher = try hub.publisher()
        for number in 0..<3 { _ = try publisher.handle(record("e-\(number)")) }
        #expect(hub.mails.count == 3)
        #expect(hub.mails.allSatisfy { $0.contains("may be a repeat: the state table") })
        #expect(hub.tableCalls == 3, "a table that failed is not asked again")
        #expect(hub.machine.elapsed >= Budget.pace * 2)
    }

    @Test func `a budget that cannot be asked costs no alert`() throws {
        hub.fault = { $0.body.contains("budget#") ? .refused("AccessDenied") : nil }
        _ = try hub.publisher().handle(record("e-1"))
        #expect(hub.mails == ["This is e-1"] && hub.state("e-1") == "sent")
    }

    @Test func `each topic gets its turn, and a second try only what is missing`() throws {
        let publisher = try hub.publisher(topics: [TestHub.people, TestHub.chat])
        hub.fault = { call in
            call.action == "Publish" && !call.body.contains("alerts-chat")
                ? .refused("KMSDisabled") : nil
        }
        #expect(throws: PublishError.self) { try publisher.handle(record("e-1")) }
        #expect(hub.mails.count == 2 && hub.state("e-1") == "received")
        hub.fault = { _ in nil }
        hub.forget()
        _ = try publisher.handle(record("e-1"))
        #expect(hub.mails.count == 1 && hub.state("e-1") == "sent")
        #expect(hub.calls.first { $0.action == "Publish" }?.body.contains("-chat") == false)
        #expect(hub.mails.first?.contains("may be a repeat") == true)
    }

    @Test(arguments: [
        "KMSDisabled", "KMSAccessDenied", "KMSInvalidState", "KMSNotFound", "AuthorizationError",
        "NotFound",
    ])
    func `an error that stays is reported with its hint, and the alert stays due`(
        _ code: String
    ) throws {
        hub.fault = { $0.action == "Publish" ? .refused(code) : nil }
        let publisher = try hub.publisher()
        let error = #expect(throws: PublishError.self) { try publisher.handle(record("e-1")) }
        let text = try #require(error).description
        #expect(text.contains(code) && text.contains("hint: ") && text.contains("(request 1f2e)"))
        let item = try #require(hub.table.items["alert#e-1"])
        #expect(item["reason"]?["S"]?.string?.contains(code) == true && item["due"] != nil)
    }

    @Test func `the standby topic stands in, in its own Region`() throws {
        hub.fault = { call in
            call.action == "Publish" && !call.host.contains("us-west-2")
                ? .refused("KMSNotFound") : nil
        }
        _ = try hub.publisher(standbyTopic: TestHub.standby).handle(record("e-1"))
        #expect(hub.state("e-1") == "sent" && hub.mails.count == 2)
    }

    @Test func `a run that died is repeated, and says that it may be a repeat`() throws {
        var isDead = true
        hub.fault = { call in
            // The answer of SNS is the last thing that this run hears.
            isDead && call.body.contains(":sent") && call.body.contains("REMOVE")
                ? .refused("InternalServerError", status: 500) : nil
        }
        let publisher = try hub.publisher()
        _ = try publisher.handle(record("e-1"))
        #expect(hub.state("e-1") == "claimed")
        isDead = false
        #expect(try publisher.handle(record("e-1"), "request-1").contains("waiting"))
        hub.machine.advance(by: .seconds(60))
        _ = try publisher.handle(record("e-1"), "request-1")
        #expect(hub.mails.count == 2 && hub.state("e-1") == "sent")
        #expect(hub.mails[1].contains("may be a repeat"))
    }

    @Test func `a table that answers a write late costs no repeat`() throws {
        var isFirst = true
        hub.fault = { call in
            guard call.body.contains(":claimed"), isFirst else { return nil }
            isFirst = false
            _ = hub.table.answer(call.action, call.body)
            return .refused("InternalServerError", status: 500)
        }
        _ = try hub.publisher().handle(record("e-1"))
        #expect(hub.state("e-1") == "sent" && hub.mails.count == 1)
    }
}
