import FakeAWS
import FakeWorld
import Logging
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import HTTP
@testable import System

/// The canary of a deployment: on the topic, and nowhere else.
struct PublisherCanaryTests {
    private let record = """
        {"version":"1.0","requestContext":{"condition":"Success"},"requestPayload":{},
         "responsePayload":{"schema":"breakglass.message/1","due":true,"id":"e-1","kind":"canary",
          "severity":"low","subject":"The canary","default":"The canary was heard"}}
        """

    private func topic(_ name: String, _ region: String) -> String {
        "arn:aws:sns:\(region):111122223333:\(name)"
    }

    private func publish(_ aws: FakeAWS, home: FakeAWS? = nil) throws -> Publisher.Answer {
        let publisher = try Publisher(
            topics: [
                .init(audience: .chat, arn: topic("breakglass-alerts-chat", "eu-west-1")),
                .init(
                    audience: .people, arn: topic("breakglass-alerts", "eu-west-1"),
                    standbyARN: topic("breakglass-alerts", "us-west-2")),
            ],
            tables: Publisher.Tables(
                own: StateTable(name: "breakglass-state", client: aws.client),
                home: home.map { StateTable(name: "breakglass-state", client: $0.client) }),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            world: aws.machine.world, transport: aws.parallel
        ) { region in aws.client(in: region) }
        return try publisher.handle(
            Array(record.utf8), requestID: "request-1",
            deadline: aws.machine.deadline(after: .seconds(40)))
    }

    @Test func `it is published once, with its kind, and the state table is not asked`() throws {
        let aws = FakeAWS { _ in .published }
        let result = try publish(aws)
        #expect(String(decoding: result.json, as: UTF8.self) == #"{"result":"canary_published"}"#)
        #expect(result.counts == ["CanariesPublished": 1])
        #expect(aws.actions == ["Publish"])
        let body = aws.calls.first?.body ?? ""
        #expect(body.hasSuffix("breakglass-alerts"))
        #expect(body.contains("Name=kind"))
        #expect(body.contains("StringValue=canary"))
    }

    @Test(arguments: [("KMSDisabled", 400), ("InternalError", 500)])
    func `one that cannot be published is not a lost alert, and no other topic gets it`(
        code: String, status: Int
    ) throws {
        let aws = FakeAWS { _ in .refused(code, status: status) }
        let result = try publish(aws)
        #expect(
            String(decoding: result.json, as: UTF8.self) == #"{"result":"canary_not_published"}"#)
        #expect(result.counts == ["CanariesNotPublished": 1])
        #expect(aws.calls.allSatisfy { $0.host.contains("eu-west-1") })
        // The function is free for alerts soon.
        #expect(aws.machine.elapsed <= Publisher.canaryTime)
    }

    @Test func `the standby Region does not repeat it`() throws {
        let (aws, home) = (FakeAWS { _ in .published }, FakeAWS { _ in .item("{}") })
        #expect(try publish(aws, home: home).counts == ["AlertsNotDue": 1])
        #expect(aws.actions.isEmpty && home.actions.isEmpty)
    }
}
