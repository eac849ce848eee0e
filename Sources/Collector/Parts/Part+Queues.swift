import AWSClient
import AccessPlan
import Partitions
import Snapshots

extension Part {
    /// A hub's queues.
    static let queues = Part("queues") { place in
        let names = AlertPathNames.queues.filter { $0 != AlertPathNames.rulesQueue }
        let queues = await each(of: names) { name in (name, await place.queue(name)) }
        return { $0.hubs[place.region]?.queues = Dictionary(queues) { first, _ in first } }
    }

    /// The contents of one Region's queue of undelivered events.
    static func undelivered(_ place: Place) async -> Observed<Int> {
        await place.queue(AlertPathNames.rulesQueue).map(\.messages)
    }
}

extension Place {
    /// A queue of the place's account: its URL follows from its name.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html>
    fileprivate func queue(_ name: String) async -> Observed<Snapshot.Queue> {
        let words = "queue \(name) of account \(account) in \(region)"
        // Messages in flight and delayed messages count.
        let counts = [
            "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed",
        ]
        let suffix = Partition(region: region).dnsSuffix
        let url = "https://sqs.\(region).\(suffix)/\(account)/\(name)"
        return await observe { () throws(Unavailable) in
            let attributes = try await send(
                words, SQS.getQueueAttributes(url: url, names: ["QueueArn"] + counts))
            let numbers = counts.compactMap { attributes[$0].flatMap { Int($0) } }
            guard let arn = attributes["QueueArn"], numbers.count == counts.count else {
                throw Unavailable(words, .malformed, detail: "attributes are missing")
            }
            return Snapshot.Queue(arn: arn, messages: numbers.reduce(0, +))
        }
    }
}
