import Text

/// Amazon EventBridge. <https://docs.aws.amazon.com/eventbridge/latest/APIReference/>
public enum EventBridge {
    static let service = AWS.Service(
        name: "events", variable: "EVENTBRIDGE", wire: .json(version: "1.1", target: "AWSEvents"))

    /// An event to be put on a bus.
    public struct Entry: Sendable, Hashable {
        /// Name or ARN of the bus; nil is the account's default bus.
        public var bus: String?

        /// Its source; must not begin with `aws.`.
        public var source: String

        /// What kind of event it is.
        public var detailType: String

        /// The event: the text of a JSON object.
        public var detail: String

        /// ARNs of the resources it is about.
        public var resources: [String]

        /// Makes an event.
        public init(
            bus: String? = nil, source: String, detailType: String, detail: String,
            resources: [String] = []
        ) {
            self.bus = bus
            self.source = source
            self.detailType = detailType
            self.detail = detail
            self.resources = resources
        }
    }

    /// The result for one event.
    public enum Result: Sendable, Hashable {
        /// It is on the bus, under this id.
        case accepted(eventID: String)

        /// It was rejected.
        case refused(code: String, message: String?)
    }

    /// Puts up to ten events on their buses; each may be rejected separately.
    /// <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html>
    ///
    /// - Parameter entries: one to ten events, 256 KB together.
    /// - Returns: a call that answers with one result for each event, in their order.
    public static func putEvents(_ entries: [Entry]) -> AWS.Operation<[Result]> {
        let input: JSON = ["Entries": .array(entries.map(\.json))]
        let count = entries.count
        return AWS.Operation(service, "PutEvents", .json(input)) { answer throws(AWS.Unreadable) in
            let results = try require(answer.json()["Entries"]?.array, "Entries")
            guard results.count == count else {
                throw AWS.Unreadable("has \(results.count) results for \(count) events")
            }
            return try results.map { result throws(AWS.Unreadable) in
                if let id = result["EventId"]?.string { return .accepted(eventID: id) }
                let code = try require(result["ErrorCode"]?.string, "ErrorCode")
                return .refused(code: code, message: result["ErrorMessage"]?.string)
            }
        }
    }
}

extension EventBridge.Entry {
    fileprivate var json: JSON {
        .members([
            "EventBusName": bus.map(JSON.string), "Source": .string(source),
            "DetailType": .string(detailType), "Detail": .string(detail),
            "Resources": resources.isEmpty ? nil : .array(resources.map(JSON.string)),
        ])
    }
}
