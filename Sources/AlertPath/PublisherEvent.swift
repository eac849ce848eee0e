import Text

/// What invokes `sns-publisher`.
enum PublisherEvent {
    /// The sweeper's rule, once a minute: `{"sweep":true}`.
    case sweep

    /// The waiting queue.
    case queued([Queued])

    /// Lambda's record of an enricher's run, a message, or something else.
    case record([UInt8])

    /// One message of the waiting queue.
    struct Queued {
        /// The queue's id of it.
        let id: String
        /// What was put into the queue.
        let body: [UInt8]
        /// How often it was received, this time included.
        let receives: Int
    }

    /// Reads an event.
    ///
    /// Source: AWS Lambda Developer Guide, "Using Lambda with Amazon SQS".
    init(_ event: [UInt8]) {
        var scanner = JSONScanner(event)
        var sweeps = false
        var records: [Queued]?
        var isOther = scanner.next != UInt8(ascii: "{")
        scanner.object { scanner, key in
            switch key {
            case "sweep": sweeps = scanner.flag() == true
            case "Records": records = Self.records(scanner.raw())
            default: isOther = true
            }
        }
        if isOther || scanner.fault != nil {
            self = .record(event)
        } else if sweeps {
            self = .sweep
        } else if let records, !records.isEmpty {
            self = .queued(records)
        } else {
            self = .record(event)
        }
    }

    private static func records(_ bytes: [UInt8]?) -> [Queued]? {
        guard let list = bytes.flatMap({ JSON($0) })?.array else { return nil }
        var records: [Queued] = []
        for record in list {
            guard let id = record["messageId"]?.string, let body = record["body"]?.string else {
                return nil
            }
            let receives = record["attributes"]?["ApproximateReceiveCount"]?.string
            records.append(
                Queued(id: id, body: Array(body.utf8), receives: receives.flatMap(Int.init) ?? 1))
        }
        return records
    }
}
