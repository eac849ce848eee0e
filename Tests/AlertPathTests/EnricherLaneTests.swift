import FakeAWS
import FakeWorld
import HTTP
import Logging
import Samples
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import System

/// Critical alerts go to the publisher of their lane at once.
@Suite struct EnricherLaneTests {
    private func tell(
        _ event: TestEvent, _ answer: @escaping (FakeAWS.Call) -> Response
    ) throws -> (Message, FakeAWS) {
        let aws = FakeAWS(answer)
        let enricher = Enricher(
            plan: StorySession.all[0].plan, table: nil,
            lane: Enricher.Lane(
                function: "breakglass-sns-publisher-critical", client: aws.client),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let bytes = enricher.message(
            for: Array(event.delivery.utf8), now: 1_782_907_500,
            deadline: FakeWorld().deadline(after: .seconds(10)))
        return (try #require(Message(decoding: bytes)), aws)
    }

    private var critical: TestEvent { StorySession.all[0].events[0] }

    @Test func `a critical alert is handed on, whole`() throws {
        let (message, aws) = try tell(critical) { _ in .item("", 202) }
        #expect(message.severity == "critical")
        #expect(message.handedOn == "critical")
        #expect(
            aws.actions
                == ["POST /2015-03-31/functions/breakglass-sns-publisher-critical/invocations"])
        let handed = try #require(Message(decoding: Array(aws.calls[0].body.utf8)))
        #expect(handed.handedOn == nil)
        #expect(handed.id == message.id && handed.text == message.text)
    }

    @Test func `another alert goes the usual way`() throws {
        let (message, aws) = try tell(StorySession.all[5].events[3]) { _ in .item("", 202) }
        #expect(message.severity == "high")
        #expect(message.handedOn == nil && aws.actions.isEmpty)
    }

    @Test func `a lane that refuses costs the lane alone`() throws {
        let (message, _) = try tell(critical) { _ in .refused("AccessDeniedException") }
        #expect(message.due && message.handedOn == nil)
    }
}
