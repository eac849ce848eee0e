// Redelivery: tells what was not told: the records of the failure queues, and the events of an
// archive. The outbox says what became of each.

public import AWSClient
import AccessPlan

/// Goes through a failure queue and tells each record that was not told.
///
/// A record is deleted only after the outbox says that its alert was sent, or the enricher that it is
/// not due. So a run may be stopped, repeated, and run twice at once: the publisher's claim refuses
/// what SNS took.
public struct Redrive {
    /// The failure queues of a hub that hold events or alerts.
    public static let queues = [
        AlertPathNames.rulesQueue, AlertPathNames.enricherQueue, AlertPathNames.publisherQueue,
    ]

    /// What became of one record.
    public struct Outcome: Sendable, Hashable {
        /// The event's id and the alert's subject, as far as they are known.
        public let what: String

        /// What became of it.
        public let fate: Fate

        /// Whether the record is out of the queue.
        public let isDeleted: Bool
    }

    private let hubs: Hubs

    /// For how many seconds nobody else gets the records.
    private static let hidden = 900

    /// Makes one.
    public init(_ hubs: Hubs) { self.hubs = hubs }

    /// Counts what lies in a queue.
    /// - Parameters:
    ///   - queue: its name.
    ///   - client: of its Region.
    /// - Returns: about how many records; nil if the queue does not exist.
    /// - Throws: why it could not be asked.
    public func count(_ queue: String, _ client: AWS.Client) throws(AWS.Failure) -> Int? {
        guard let url = try client.ask(SQS.getQueueURL(queue)) else { return nil }
        let names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        let counts = try client.ask(SQS.getQueueAttributes(url: url, names: names))
        return names.compactMap { counts[$0].flatMap { Int($0) } }.reduce(0, +)
    }

    /// Tells the records of a queue, one by one, until it has no others.
    /// - Parameters:
    ///   - queue: its name.
    ///   - client: of its Region.
    ///   - report: gets what became of each record, as soon as it is known.
    /// - Throws: why the queue could not be read. Records that were not told are in it still.
    public func run(
        _ queue: String, _ client: AWS.Client, report: (Outcome) -> Void
    ) throws(AWS.Failure) {
        guard let url = try client.ask(SQS.getQueueURL(queue)) else { return }
        let telling = Telling(client: client, outbox: OutboxReader(hubs: hubs))
        var kept: [String] = []
        var seen: Set<String> = []
        defer { release(kept, url, client) }
        while true {
            let messages = try client.ask(
                SQS.receiveMessages(url: url, wait: 2, hidden: Self.hidden))
            var isNew = false
            for message in messages {
                // A record is visible again when its time is over, however many were not looked at yet.
                let mark = "\(message.sentAt ?? 0) \(message.body)"
                guard seen.insert(mark).inserted else {
                    kept.append(message.receipt)
                    continue
                }
                isNew = true
                let (what, fate) = telling.fate(of: FailedRecord(message.body))
                var isDeleted = false
                if fate.isDone {
                    isDeleted =
                        try client.ask(
                            SQS.deleteMessages(url: url, receipts: [message.receipt])) == 0
                }
                if !isDeleted { kept.append(message.receipt) }
                report(Outcome(what: what, fate: fate, isDeleted: isDeleted))
            }
            if !isNew { return }
        }
    }

    /// Lets others, and the alarm on the queue, see at once what is left.
    private func release(_ receipts: [String], _ url: String, _ client: AWS.Client) {
        for start in stride(from: 0, to: receipts.count, by: 10) {
            let part = Array(receipts[start..<min(start + 10, receipts.count)])
            _ = try? client.ask(SQS.releaseMessages(url: url, receipts: part))
        }
    }
}
