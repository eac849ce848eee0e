import AWSClient
package import AccessPlan
import Text

/// The subscriptions that a plan asks for, in the topics of its hubs.
///
/// People and machines never receive a canary: their subscriptions to the topic of the alerts carry
/// ``AlertPathNames/subscriptionFilter``. Alarms and chat have no canaries, and no filter.
package struct Subscriptions: Sendable {
    let plan: Plan
    let site: Site
    /// Whether nothing is changed.
    private var onlyLooks = false

    /// Makes the subscriptions of a plan.
    /// - Parameters:
    ///   - plan: who gets alerts.
    ///   - site: the emergency access account.
    package init(plan: Plan, site: Site) {
        self.plan = plan
        self.site = site
    }

    /// What was done, and what stands in the way.
    package struct Outcome: Sendable, Hashable {
        /// A line each.
        package internal(set) var done: [String] = []
        /// What failed; everything else was done all the same.
        package internal(set) var obstacles: [Obstacle] = []
    }

    /// A subscription that is to be there.
    struct Wanted: Sendable, Hashable {
        let region: String
        let topic: String
        let subscriber: Plan.Subscriber
        /// SNS asks for a role that the plan does not name: people subscribe it.
        var isMadeByPeople: Bool { subscriber.transport == .firehose }
        var hasFilter: Bool { topic == AlertPathNames.topic }
    }

    /// Where to subscribe whom. Amazon Q Developer subscribes by itself, when its channel is told the
    /// topic.
    var wanted: [Wanted] {
        plan.regions.hubs.flatMap { region in
            plan.subscribers.flatMap { subscriber in
                Self.topics(of: subscriber).map {
                    Wanted(region: region, topic: $0, subscriber: subscriber.asSubscribed)
                }
            }
        }
    }

    private static func topics(of subscriber: Plan.Subscriber) -> [String] {
        switch subscriber.transport {
        case .chat: subscriber.endpoint.hasPrefix("https://") ? [AlertPathNames.chatTopic] : []
        // Who is told of alerts is told when alerts do not get through.
        case .email, .sms: [AlertPathNames.topic, AlertPathNames.alarmTopic]
        case .https, .sqs, .lambda, .firehose: [AlertPathNames.topic]
        }
    }

    /// Subscribes whoever is not subscribed, once: who was asked and has not answered is not asked again.
    /// Sets the filter of those that have none or another one, if they are confirmed.
    package func subscribe() async -> Outcome {
        struct Topic: Hashable { let region, name: String }
        let topics = Set(wanted.map { Topic(region: $0.region, name: $0.topic) })
        let lists = await topics.concurrentMap(width: 8) { topic in
            (topic, await list(topic.name, in: topic.region))
        }
        var outcome = Outcome()
        var listed: [Topic: [SNS.Subscription]] = [:]
        for (topic, list) in lists {
            switch list {
            case .success(let list): listed[topic] = list
            case .failure(let obstacle): outcome.obstacles.append(obstacle)
            }
        }
        var seen: Set<Wanted> = []
        let jobs = wanted.filter { seen.insert($0).inserted }.compactMap { wanted in
            listed[Topic(region: wanted.region, name: wanted.topic)].map { (wanted, $0) }
        }
        for result in await jobs.concurrentMap(width: 8, { await subscribe($0, among: $1) }) {
            switch result {
            case .success(let line): outcome.done += line.map { [$0] } ?? []
            case .failure(let obstacle): outcome.obstacles.append(obstacle)
            }
        }
        return outcome
    }

    /// What ``subscribe()`` would do, a line each. Changes nothing.
    package func planned() async -> [String] {
        var look = self
        look.onlyLooks = true
        return await look.subscribe().done
    }

    private func list(
        _ topic: String, in region: String
    ) async -> Result<[SNS.Subscription], Obstacle> {
        let arn = plan.topicARN(topic, in: region)
        do throws(AWS.Failure) {
            return .success(
                try await site.all(in: region) {
                    SNS.listSubscriptionsByTopic(topicARN: arn, token: $0)
                })
        } catch {
            // Before the first deployment.
            if onlyLooks, error.serviceError?.isNotFound == true { return .success([]) }
            return .failure(Obstacle(error, at: site, region, topic))
        }
    }

    /// The line that says what was done; `nil` where nothing was to be done.
    private func subscribe(
        _ wanted: Wanted, among listed: [SNS.Subscription]
    ) async -> Result<String?, Obstacle> {
        let subscriber = wanted.subscriber
        let same = listed.filter {
            subscriber.isSame(transport: $0.transport, endpoint: $0.endpoint)
        }
        let name = "\(wanted.topic): \(subscriber.transport.rawValue) \(subscriber.endpoint)"
        do throws(AWS.Failure) {
            let deed: String?
            if let arn = same.lazy.compactMap(\.arn).first {
                deed = wanted.hasFilter ? try await setFilter(arn, wanted.region) : nil
            } else if same.contains(where: \.isPending) || wanted.isMadeByPeople {
                deed = nil
            } else {
                deed = try await subscribe(wanted)
            }
            return .success(deed.map { "\(site.account)  \(wanted.region)  \(name) \($0)" })
        } catch {
            return .failure(Obstacle(error, at: site, wanted.region, name))
        }
    }

    private func subscribe(_ wanted: Wanted) async throws(AWS.Failure) -> String {
        let filter = wanted.hasFilter ? ["FilterPolicy": AlertPathNames.subscriptionFilter] : [:]
        if onlyLooks { return "will be subscribed" }
        let arn = try await site.send(
            SNS.subscribe(
                topicARN: plan.topicARN(wanted.topic, in: wanted.region),
                transport: wanted.subscriber.transport.rawValue,
                endpoint: wanted.subscriber.endpoint, attributes: filter), in: wanted.region)
        return arn == nil ? "subscribed, to be confirmed" : "subscribed"
    }

    private func setFilter(_ arn: String, _ region: String) async throws(AWS.Failure) -> String? {
        let attributes = try await site.send(
            SNS.getSubscriptionAttributes(subscriptionARN: arn), in: region)
        let filter = attributes["FilterPolicy"].flatMap { JSON(Array($0.utf8)) }
        // SNS names the scope only where there is a filter. Ours looks at the message's attributes.
        let scope = attributes["FilterPolicyScope"] ?? "MessageAttributes"
        let isOurs = filter == JSON(Array(AlertPathNames.subscriptionFilter.utf8))
        if isOurs, scope == "MessageAttributes" { return nil }
        if onlyLooks { return "will get everything but canaries" }
        if region == plan.regions.home { try await SubscriptionFilters(site, plan).noteChange() }
        if !isOurs {
            try await set("FilterPolicy", AlertPathNames.subscriptionFilter, arn, region)
        }
        if scope != "MessageAttributes" {
            try await set("FilterPolicyScope", "MessageAttributes", arn, region)
        }
        return filter == nil || filter == .object([:])
            ? "gets no canaries from now on" : "gets everything but canaries again"
    }

    private func set(
        _ name: String, _ value: String, _ arn: String, _ region: String
    ) async throws(AWS.Failure) {
        try await site.send(
            SNS.setSubscriptionAttribute(subscriptionARN: arn, name: name, value: value),
            in: region)
    }
}

extension Plan.Subscriber {
    /// As SNS lists it: a chat that is reached by its own address is a web server.
    fileprivate var asSubscribed: Plan.Subscriber {
        transport == .chat ? Plan.Subscriber(transport: .https, endpoint: endpoint) : self
    }
}
