extension Publisher {
    /// What became of one record.
    public enum Result: Sendable, Equatable {
        /// The event raises no alert.
        case notDue
        /// SNS took the alert before.
        case alreadyPublished
        /// These topics have the alert now.
        case published([String])
        /// Too many alerts came at once: it is in a digest, which the topics have or are about to get.
        case digested
        /// The home Region has published it.
        case toldByHome
        /// The enricher handed it to the publisher of its lane.
        case handedOn
        /// The alert about the same act told it, too.
        case folded
        /// The story of its session counts it.
        case inStory
        /// Another invocation may be about to tell it: this one looks again in a minute.
        case waiting
        /// A deployment's canary, and whether the topic has it now.
        case canary(isPublished: Bool)
    }

    /// What the function answers, and what it counts.
    public struct Answer: Sendable, Equatable {
        /// The function's response.
        public var json: [UInt8]
        /// Numbers by the name of their metric, e.g. `AlertsPublished`.
        public var counts: [String: Int]

        /// The answer to Lambda's record.
        init(_ result: Result) {
            json = result.json
            counts = [result.metric: 1]
        }

        /// The answer to a sweep: `{"result":"swept","sent":3}`.
        init(swept: Int) {
            json = Array(#"{"result":"swept","sent":\#(swept)}"#.utf8)
            counts = ["AlertsSwept": swept]
        }

        /// The answer to records of a queue: which of them the queue brings again.
        ///
        /// Source: AWS Lambda Developer Guide, "Implementing partial batch responses".
        init(_ results: [(id: String, result: Result)]) {
            let waiting = results.filter { $0.result == .waiting }
            // An id of the queue is a UUID.
            let list = waiting.map { #"{"itemIdentifier":"\#($0.id)"}"# }.joined(separator: ",")
            json = Array(#"{"batchItemFailures":[\#(list)]}"#.utf8)
            counts = results.reduce(into: [:]) { $0[$1.result.metric, default: 0] += 1 }
        }
    }
}

extension Publisher.Result {
    /// The function's response: `{"result":"published","topics":2}`.
    var json: [UInt8] {
        if case .published(let topics) = self {
            return Array(#"{"result":"published","topics":\#(topics.count)}"#.utf8)
        }
        return Array(#"{"result":"\#(name)"}"#.utf8)
    }

    private var name: String {
        switch self {
        case .notDue: "not_due"
        case .alreadyPublished: "already_published"
        case .published: "published"
        case .digested: "digested"
        case .toldByHome: "told_by_home"
        case .handedOn: "handed_on"
        case .folded: "folded"
        case .inStory: "waits_in_story"
        case .waiting: "waiting"
        case .canary(true): "canary_published"
        case .canary(false): "canary_not_published"
        }
    }

    /// The metric that counts it, e.g. `AlertsPublished`.
    var metric: String {
        switch self {
        case .notDue: "AlertsNotDue"
        case .alreadyPublished: "AlertsRepeated"
        case .published: "AlertsPublished"
        case .digested: "AlertsDigested"
        case .toldByHome: "AlertsToldByHome"
        case .handedOn: "AlertsHandedOn"
        case .folded: "AlertsFolded"
        case .inStory: "AlertsInStories"
        case .waiting: "AlertsWaiting"
        case .canary(true): "CanariesPublished"
        case .canary(false): "CanariesNotPublished"
        }
    }
}
