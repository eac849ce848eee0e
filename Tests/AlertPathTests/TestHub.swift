import FakeAWS
import FakeWorld
import Logging
import State
import Time

@testable import AlertPath
@testable import Alerts
@testable import HTTP
@testable import System
@testable import Text

/// A hub: its table in memory, its topics, its waiting queue, and the clock of its machine.
final class TestHub {
    static let people = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts"
    static let chat = "arn:aws:sns:eu-west-1:111122223333:breakglass-alerts-chat"
    static let standby = "arn:aws:sns:us-west-2:111122223333:breakglass-alerts"

    let table: FakeTable
    let machine: FakeWorld
    private(set) var calls: [FakeAWS.Call] = []
    private var publishers: [Publisher] = []

    /// Answers a call instead of the table, topics and queue.
    var fault: (FakeAWS.Call) -> Response? = { _ in nil }

    init(table: FakeTable = FakeTable(), machine: FakeWorld = FakeWorld()) {
        self.table = table
        self.machine = machine
    }

    private var aws: FakeAWS {
        FakeAWS(machine: machine) { [self] call in
            calls.append(call)
            if let response = fault(call) { return response }
            if call.host.hasPrefix("dynamodb") { return table.answer(call.action, call.body) }
            return call.action == "SendMessage" ? .item(#"{"MessageId":"m-1"}"#) : .published
        }
    }

    /// Another publisher of this hub.
    func publisher(
        topics: [String] = [TestHub.people], standbyTopic: String? = nil, home: TestHub? = nil,
        lane: String? = nil, hasTable: Bool = true, hasQueue: Bool = true
    ) throws -> Publisher {
        let aws = aws
        let client = aws.client
        return try Publisher(
            topics: topics.map {
                .init(
                    audience: $0 == Self.chat ? .chat : .people, arn: $0, standbyARN: standbyTopic)
            },
            tables: Publisher.Tables(
                own: hasTable ? StateTable(name: "breakglass-state", client: client) : nil,
                home: home.map { StateTable(name: "breakglass-state", client: $0.aws.client) }),
            queue: hasQueue
                ? Publisher.WaitingQueue(url: "https://sqs/waiting", client: client) : nil,
            lane: lane, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            world: machine.world, transport: aws.parallel
        ) { region in aws.client(in: region) }
    }

    /// The texts that people got, decoded.
    var mails: [String] { calls.filter { $0.action == "Publish" }.map(Self.text) }

    /// The text of one message.
    static func text(of call: FakeAWS.Call) -> String {
        let field = call.body.split(separator: "&").first { $0.hasPrefix("Message=") } ?? ""
        let json = JSON(Array((PercentEncoding.decode(String(field.dropFirst(8))) ?? "").utf8))
        return json?["default"]?.string ?? ""
    }

    /// The time of day: seconds since 1970.
    var second: Int64 { machine.now.secondsSince1970 }

    /// How often the table was called.
    var tableCalls: Int { calls.filter { $0.host.hasPrefix("dynamodb") }.count }

    /// The state of an alert in the table.
    func state(_ id: String) -> String? { table.items["alert#\(id)"]?["state"]?["S"]?.string }

    /// Forgets the calls so far.
    func forget() { calls = [] }
}

extension Publisher {
    /// Handles one event, with 40 seconds to do so.
    func handle(_ event: String, _ request: String = "request-1") throws -> String {
        let answer = try handle(
            Array(event.utf8), requestID: request, deadline: world.deadline(after: .seconds(40)))
        return String(decoding: answer.json, as: UTF8.self)
    }
}

/// Lambda's record of a run of the enricher that made this message.
func record(
    _ id: String, severity: String = "critical", _ members: String = ""
) -> String {
    """
    {"version":"1.0","requestContext":{"requestId":"r","condition":"Success"},"requestPayload":{},
     "responsePayload":\(message(id, severity: severity, members))}
    """
}

/// The enricher's message.
func message(_ id: String, severity: String = "critical", _ members: String = "") -> String {
    """
    {"schema":"breakglass.message/1","due":true,"id":"\(id)","kind":"console_sign_in",\(members)
     "severity":"\(severity)","subject":"Alert \(id)","default":"This is \(id)"}
    """
}

/// The event of the waiting queue.
func queued(_ body: String, receives: Int = 1) -> String {
    JSON.object([
        "Records": .array([
            [
                "messageId": "m-1", "body": .string(body),
                "attributes": ["ApproximateReceiveCount": .string("\(receives)")],
            ]
        ])
    ]).text
}
