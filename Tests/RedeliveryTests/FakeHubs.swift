import AWSClient
import FakeAWS
import FakeWorld
import HTTP
import HTTPTypes
import Text

@testable import Redelivery

/// Two hubs: outboxes, functions, queues and a ledger, as values that a test sets.
final class FakeHubs {
    /// Ids of sent alerts, by Region; their items say that they were sent at 1,800,000,000.
    var sent: [String: Set<String>] = [:]
    /// What waits, by Region.
    var claimed: [String: Set<String>] = [:]
    /// What tells an event instead, by its id: `folds` or `waits`, and the id.
    var acts: [String: (String, String)] = [:]
    /// Regions whose table does not answer.
    var deaf: Set<String> = []
    /// What the enricher answers.
    var message =
        #"{"schema":"breakglass.message/1","due":true,"id":"e-1","subject":"Root signed in"}"#
    /// What the publisher answers (an error after `!`), and what it does to the outbox.
    var publish: (FakeHubs) -> String = { hubs in
        hubs.sent["eu-west-1", default: []].insert("e-1")
        return #"{"result":"published","topics":2}"#
    }
    /// The bodies in the queue; what was received is hidden.
    var bodies: [String] = []
    /// Lines of the ledger.
    var lines: [String] = []
    /// States of the replay, the last one for ever.
    var replay = ["RUNNING", "COMPLETED"]
    private(set) var deleted: [String] = []
    private(set) var released: [String] = []
    private(set) var invoked: [String] = []
    private(set) var started: [JSON] = []
    private var taken = 0

    lazy var aws = FakeAWS(machine: FakeWorld(shortWait: .seconds(3_600))) { [unowned self] in
        answer($0)
    }
    lazy var hubs = Hubs([aws.client(in: "eu-west-1"), aws.client(in: "us-west-2")])
    var home: AWS.Client { hubs.clients[0] }

    private func answer(_ call: FakeAWS.Call) -> Response {
        let region = String(call.host.split(separator: ".").dropFirst().first ?? "")
        let body = JSON(Array(call.body.utf8)) ?? .null
        switch call.action {
        case "GetQueueUrl": return .json(["QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/q"])
        case "GetQueueAttributes":
            return .json([
                "Attributes": [
                    "ApproximateNumberOfMessages": .string("\(bodies.count)"),
                    "ApproximateNumberOfMessagesNotVisible": "0",
                ]
            ])
        case "ReceiveMessage":
            let part = bodies[taken..<min(taken + 10, bodies.count)]
            defer { taken += part.count }
            return .json([
                "Messages": .array(
                    part.enumerated().map { index, text in
                        ["ReceiptHandle": .string("r\(taken + index)"), "Body": .string(text)]
                    })
            ])
        case "DeleteMessageBatch":
            deleted += receipts(body)
            return .json([:])
        case "ChangeMessageVisibilityBatch":
            released += receipts(body)
            return .json([:])
        case "GetItem":
            if deaf.contains(region) { return .refused }
            let id = body["Key"]?["id"]?["S"]?.string ?? ""
            return .json(item(id, region).map { ["Item": $0] } ?? [:])
        case "BatchGetItem":
            let keys = body["RequestItems"]?.object?.values.first?["Keys"]?.array ?? []
            let items = keys.compactMap { item($0["id"]?["S"]?.string ?? "", region) }
            return .json(["Responses": ["breakglass-state": .array(items)]])
        case "FilterLogEvents":
            return .json([
                "events": .array(
                    lines.map { ["timestamp": .number("1"), "message": .string($0)] })
            ])
        case "StartReplay":
            started.append(body)
            return .json(["State": "STARTING"])
        case "DescribeReplay":
            let state = replay.count > 1 ? replay.removeFirst() : replay[0]
            return .json(["State": .string(state)])
        default: return invoke(call)
        }
    }

    private func invoke(_ call: FakeAWS.Call) -> Response {
        let name = call.action.split(separator: "/").dropLast().last.map(String.init) ?? ""
        invoked.append(name)
        let text = name == "breakglass-event-enricher" ? message : publish(self)
        guard text.hasPrefix("!") else { return Response(status: 200, body: Array(text.utf8)) }
        var failed = Response(status: 200)
        let error: JSON = ["errorMessage": .string(String(text.dropFirst()))]
        failed.body = Array(error.text.utf8)
        if let name = HTTPField.Name("X-Amz-Function-Error") { failed.headers[name] = "Unhandled" }
        return failed
    }

    private func item(_ key: String, _ region: String) -> JSON? {
        if key.hasPrefix("act#") {
            guard region == "eu-west-1", let (name, other) = acts[String(key.dropFirst(4))] else {
                return nil
            }
            return ["id": ["S": .string(key)], name: ["S": .string(other)]]
        }
        let id = String(key.dropFirst("alert#".count))
        if sent[region]?.contains(id) == true {
            return [
                "id": ["S": .string(key)], "state": ["S": "sent"],
                "expires": ["N": .string("\(1_800_000_000 + 14 * 86_400)")],
            ]
        }
        guard claimed[region]?.contains(id) == true else { return nil }
        return [
            "id": ["S": .string(key)], "state": ["S": "claimed"],
            "reason": ["S": "an invocation sends it"],
        ]
    }

    private func receipts(_ body: JSON) -> [String] {
        (body["Entries"]?.array ?? []).compactMap { $0["ReceiptHandle"]?.string }
    }
}

extension Response {
    fileprivate static func json(_ json: JSON) -> Response {
        Response(status: 200, body: Array(json.text.utf8))
    }

    fileprivate static var refused: Response {
        Response(status: 400, body: Array(#"{"__type":"AccessDeniedException"}"#.utf8))
    }
}
