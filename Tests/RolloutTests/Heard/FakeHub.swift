import AccessPlan
import FakeAWS
import HTTP
import HTTPTypes
import Synchronization
import Text

/// A hub as a hearing sees it: the checker's canaries arrive at once, unless a test says otherwise.
final class FakeHub: Sendable {
    /// What a test may break.
    struct Faults: Sendable {
        /// Places whose canary is not sent, with the checker's reason.
        var notSent: [String: String] = [:]
        /// Places whose canary never reaches the hub.
        var lost: Set<String> = []
        /// Places whose canary the enricher records, and nobody publishes.
        var notPublished: Set<String> = []
        /// Places whose canary the standby Region's enricher does not record.
        var unknownToStandby: Set<String> = []
        /// What is answered in place of the hub's answer, by operation.
        var answers: [String: Response] = [:]
        /// Filter policies by subscription; `nil` is none.
        var people: String? = AlertPathNames.subscriptionFilter
        var queue: String? = AlertPathNames.canaryFilter
        var scope = "MessageAttributes"
        /// When a filter changed.
        var filterChange: Int64?
    }

    private struct State {
        var messages: [(id: Int, sent: Int64, body: String)] = []
        var deleted: [Int] = []
        var records: [String: [String: Int]] = [:]
        var orders: [[String]] = []
        var count = 0
    }

    private let faults: Faults
    private let state = Mutex(State())
    static let start: Int64 = 1_780_000_000

    init(_ faults: Faults = Faults()) {
        self.faults = faults
        // Every hub has recorded the hourly canary before.
        state.withLock { $0.records = ["eu-west-1": [:], "us-west-2": [:]] }
    }

    /// Puts a message into the queue.
    func add(_ body: String, sentAt time: Int64 = start) {
        state.withLock { state in
            state.count += 1
            state.messages.append((state.count, time * 1_000, body))
        }
    }

    /// How many messages are in the queue.
    var left: Int { state.withLock { $0.messages.count } }

    /// The places of each order.
    var orders: [[String]] { state.withLock { $0.orders } }

    /// The alert of a canary, as machines get it.
    static func alert(_ run: String, _ place: String) -> String {
        let parts = place.split(separator: "/")
        return """
            {"schema":"breakglass.alert/1","kind":"canary","account":{"target":"\(parts[0])"},\
            "role":{"sessionName":"break-glass-canary-\(run)"},"awsRegion":"\(parts[1])"}
            """
    }

    func answer(_ call: FakeCloud.Call) -> Response {
        if let answer = faults.answers[call.action] { return answer }
        switch call.action {
        case "GetQueueUrl": return .item(#"{"QueueUrl":"https://sqs/1/breakglass-canaries"}"#)
        case "ListSubscriptionsByTopic": return .subscriptions
        case "GetSubscriptionAttributes":
            return .filter(
                call.body.hasSuffix("queue") ? faults.queue : faults.people, faults.scope)
        case "GetItem":
            return .item(
                faults.filterChange.map { #"{"Item":{"changed":{"N":"\#($0)"}}}"# } ?? "{}")
        case "PutItem": return .item("{}")
        case "BatchGetItem": return batch(call)
        case "ReceiveMessage": return receive()
        case "DeleteMessageBatch": return delete(call)
        case let path where path.hasPrefix("POST /2015-03-31/functions/"): return invoke(call)
        default: return .refused("InvalidAction")
        }
    }

    private func invoke(_ call: FakeCloud.Call) -> Response {
        let event = JSON(Array(call.body.utf8))
        let run = event?["run"]?.string ?? ""
        let places = event?["places"]?.array?.compactMap(\.string) ?? []
        state.withLock { $0.orders.append(places) }
        var notSent: [String: JSON] = [:]
        for place in places {
            if let why = faults.notSent[place] {
                notSent[place] = .string(why)
                continue
            }
            if faults.lost.contains(place) { continue }
            state.withLock { state in
                state.records["eu-west-1"]?[place] = Int(Self.start) + 1
                if !faults.unknownToStandby.contains(place) {
                    state.records["us-west-2"]?[place] = Int(Self.start) + 1
                }
            }
            if !faults.notPublished.contains(place) { add(Self.alert(run, place)) }
        }
        return Response(
            status: 200,
            body: JSON.object([
                "result": "canaries_sent", "run": .string(run), "notSent": .object(notSent),
            ]).bytes)
    }

    private func batch(_ call: FakeCloud.Call) -> Response {
        let records = state.withLock { $0.records[call.region] ?? [:] }
        var items: [String: [String]] = [:]
        for (place, time) in records {
            let parts = place.split(separator: "/").map(String.init)
            items[parts[0], default: []].append(#""\#(parts[1])":{"N":"\#(time)"}"#)
        }
        let texts = items.map { account, times in
            #"{"id":{"S":"canary#\#(account)"},\#(times.joined(separator: ","))}"#
        }
        return .item(#"{"Responses":{"breakglass-state":[\#(texts.joined(separator: ","))]}}"#)
    }

    private func receive() -> Response {
        let messages = state.withLock { state in
            let taken = Array(state.messages.prefix(10))
            // The others come first the next time, as if these were hidden.
            state.messages = Array(state.messages.dropFirst(10)) + taken
            return taken
        }
        return Response(
            status: 200,
            body: JSON.object([
                "Messages": .array(
                    messages.map { id, sent, body in
                        [
                            "ReceiptHandle": .string("\(id)"), "Body": .string(body),
                            "Attributes": ["SentTimestamp": .string("\(sent)")],
                        ]
                    })
            ]).bytes)
    }

    private func delete(_ call: FakeCloud.Call) -> Response {
        let entries = JSON(Array(call.body.utf8))?["Entries"]?.array ?? []
        let ids = Set(entries.compactMap { $0["ReceiptHandle"]?.string.flatMap { Int($0) } })
        state.withLock { state in state.messages.removeAll { ids.contains($0.id) } }
        return .item(#"{"Successful":[],"Failed":[]}"#)
    }
}

extension Response {
    fileprivate static let subscriptions = xml(
        "ListSubscriptionsByTopic",
        """
        <Subscriptions>\
        <member><SubscriptionArn>arn:aws:sns:eu-west-1:123456789012:breakglass-alerts:mail\
        </SubscriptionArn><Protocol>email</Protocol><Endpoint>a@example.com</Endpoint></member>\
        <member><SubscriptionArn>PendingConfirmation</SubscriptionArn>\
        <Protocol>email</Protocol><Endpoint>b@example.com</Endpoint></member>\
        <member><SubscriptionArn>arn:aws:sns:eu-west-1:123456789012:breakglass-alerts:queue\
        </SubscriptionArn><Protocol>sqs</Protocol>\
        <Endpoint>arn:aws:sqs:eu-west-1:123456789012:breakglass-canaries</Endpoint></member>\
        </Subscriptions>
        """)

    fileprivate static func filter(_ policy: String?, _ scope: String) -> Response {
        let filter = policy.map {
            "<entry><key>FilterPolicy</key><value>\($0)</value></entry>"
                + "<entry><key>FilterPolicyScope</key><value>\(scope)</value></entry>"
        }
        return xml(
            "GetSubscriptionAttributes",
            "<Attributes><entry><key>Owner</key><value>1</value></entry>\(filter ?? "")</Attributes>"
        )
    }
}
