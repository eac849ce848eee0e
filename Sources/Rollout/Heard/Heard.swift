package import Deployment

/// What a deployment heard of its canaries.
package struct Heard: Sendable, Hashable {
    /// An account and one of its Regions.
    package typealias Place = StackSetInstances.Place

    /// Why a canary did not come out of the topic.
    package enum Miss: Sendable, Hashable {
        /// The checker could not send it: why.
        case notSent(String)
        /// It never reached the hub.
        case lost
        /// The enricher recorded it. The publisher or the topic did not pass it on.
        case notPublished
    }

    /// The id of the run.
    package let run: String

    /// How long after the first one was ordered each canary arrived.
    package let heard: [Place: Duration]

    /// The others, and why.
    package let missing: [Place: Miss]

    /// What the standby Region's hub recorded; nil without a standby Region.
    package let standby: Standby?

    /// How long it took.
    package let time: Duration

    /// The standby Region's hub publishes no canary, so it is proven up to its enricher only.
    package struct Standby: Sendable, Hashable {
        /// The Region.
        package let region: String
        /// Canaries that were sent and that its enricher did not record.
        package let missing: Set<Place>
        /// Why its state table could not be read.
        package let obstacle: Obstacle?
    }

    /// Whether everything was heard, by both hubs.
    package var isWhole: Bool {
        missing.isEmpty && (standby.map { $0.missing.isEmpty && $0.obstacle == nil } ?? true)
    }
}

extension Heard {
    /// What was heard: a sentence or two.
    package var summary: [String] {
        let all = heard.count + missing.count
        var lines = [
            missing.isEmpty
                ? "heard all \(all.grouped) canaries through the topic, after \(time.inWords)"
                : "heard \(heard.count.grouped) of \(all.grouped) canaries within \(time.inWords)"
        ]
        guard let standby, standby.obstacle == nil else { return lines }
        lines.append(
            standby.missing.isEmpty
                ? "the hub in \(standby.region) recorded them too: it is proven up to its enricher; "
                    + "its publisher and topic are silent while home speaks"
                : "the hub in \(standby.region) did not record \(standby.missing.count.grouped) of them"
        )
        return lines
    }

    /// What was not heard: one for all Regions of an account that have the same reason.
    package func obstacles(home: String) -> [Obstacle] {
        var obstacles = Self.grouped(missing).map { account, regions, miss in
            Obstacle(
                account: account, region: regions, "canary", miss.words(home),
                hint: miss.hint(home))
        }
        guard let standby else { return obstacles }
        let lost = Dictionary(uniqueKeysWithValues: standby.missing.map { ($0, Miss.lost) })
        obstacles += Self.grouped(lost).map { account, regions, _ in
            Obstacle(
                account: account, region: regions, "canary",
                "did not reach the hub in \(standby.region)", hint: Miss.lost.hint(standby.region))
        }
        return obstacles + (standby.obstacle.map { [$0] } ?? [])
    }

    private static func grouped(
        _ missing: [Place: Miss]
    ) -> [(account: String, regions: String, Miss)] {
        struct Key: Hashable {
            let account: String
            let miss: Miss
        }
        return Dictionary(grouping: missing) { Key(account: $0.key.account, miss: $0.value) }
            .map { key, all in
                (key.account, all.map(\.key.region).sorted().joined(separator: ", "), key.miss)
            }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }
}

extension Heard.Miss {
    fileprivate func words(_ home: String) -> String {
        switch self {
        case .notSent(let reason): "was not sent: \(reason)"
        case .lost: "was sent and did not reach the hub in \(home)"
        case .notPublished:
            "reached event-enricher in \(home) and did not come out of topic breakglass-alerts"
        }
    }

    fileprivate func hint(_ region: String) -> String {
        switch self {
        case .notSent: "fix the cause, then run this again"
        case .lost:
            "CloudTrail may be late: run this again; else look at trail, rules and their roles: "
                + "breakglass check PLAN"
        case .notPublished:
            "aws logs tail /aws/lambda/breakglass-sns-publisher --since 30m --region \(region)"
        }
    }
}

extension Int {
    /// `1,703`.
    var grouped: String {
        let digits = Array("\(magnitude)")
        let parts = stride(from: digits.count, to: 0, by: -3).map { end in
            String(digits[Swift.max(0, end - 3)..<end])
        }
        return (self < 0 ? "-" : "") + parts.reversed().joined(separator: ",")
    }
}
