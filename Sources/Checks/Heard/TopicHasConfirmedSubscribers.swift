import AccessPlan
import Snapshots
import Templates
import Text

extension DriftCheck {
    /// Alerts have recipients.
    public static let topicHasConfirmedSubscribers = DriftCheck(
        id: "topic-has-confirmed-subscribers",
        title:
            "The planned subscribers, two at least, have confirmed, and only the publisher publishes",
        question: .heard,
        rationale: """
            An address that never confirmed is told nothing, and one click on an unsubscribe link \
            can silence another. Whoever else may publish can cry wolf. One fixed filter leaves out \
            the canaries of deployments, which only a queue gets; any other filter leaves out alerts.
            """,
        severity: .critical,
        remediation: """
            Have the subscription confirmed with authentication on unsubscribe; remove subscribers \
            that nobody planned; deploy again when a policy or a filter was changed.
            """,
        reference: "https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            for region in plan.regions.hubs {
                let people = plan.subscribers.filter { $0.transport != .chat }
                findings.compare(
                    AlertPathNames.topic, region, people, atLeast: 2, snapshot, plan)
                if people.count < plan.subscribers.count {
                    findings.compare(
                        AlertPathNames.chatTopic, region, nil, atLeast: 1, snapshot, plan)
                }
            }
            return findings.all
        })
}

extension Findings {
    /// Compares one topic; `planned` is `nil` where the plan cannot know the endpoint.
    fileprivate mutating func compare(
        _ name: String, _ region: String, _ planned: [Plan.Subscriber]?, atLeast least: Int,
        _ snapshot: Snapshot, _ plan: Plan
    ) {
        let arn = plan.topicARN(name, in: region)
        let words = "topic \(name) in \(region)"
        let seen = snapshot.hub(region).topic(name)
        demand(seen, arn, "\(words) does not exist")
        guard let topic = seen.value else { return }
        compare(arn) { () throws(Unavailable) in
            try TopicPolicy(topic).problems(
                publishers: plan.publishers, account: plan.emergencyAccount
            ).map { "\(words) \($0)" }
        }
        var subscriptions = read(topic.subscriptions)
        let isWhole = topic.subscriptions.unread == nil
        if name == AlertPathNames.topic {
            let queue = plan.queueARN(
                AlertPathNames.canaryQueue, in: region, account: plan.emergencyAccount)
            let isQueue = { (one: Snapshot.Subscription) in
                one.transport == "sqs" && one.endpoint == queue
            }
            compareCanaries(
                subscriptions.filter(isQueue), isWhole: isWhole, arn: arn, words: words)
            subscriptions.removeAll(where: isQueue)
        }
        let confirmed = subscriptions.filter(\.isConfirmed)
        if isWhole, confirmed.count < least {
            drift(arn, "\(words) has \(confirmed.count) of \(least) confirmed subscribers")
        }
        for subscription in subscriptions {
            let who = "\(subscription.transport) \(subscription.endpoint)"
            if let planned, !planned.contains(where: { $0.isSame(as: subscription) }) {
                drift(arn, "\(words) tells \(who), which is not planned")
            } else if !subscription.isConfirmed {
                drift(arn, "\(who) has not confirmed the subscription to \(words)")
            } else if subscription.transport == "email", subscription.onlyOwnerUnsubscribes == false
            {
                drift(arn, "one click can unsubscribe \(who) from \(words)", severity: .high)
            }
            guard !subscription.filters(by: AlertPathNames.subscriptionFilter) else { continue }
            if subscription.filtersSomething {
                drift(arn, "\(who) is told only a part of what \(words) says", severity: .high)
            } else if name == AlertPathNames.topic, subscription.isConfirmed {
                drift(
                    arn, "no filter keeps the canaries of deployments in \(words) from \(who)",
                    severity: .high)
            }
        }
        for subscriber in planned ?? [] where isWhole {
            if !subscriptions.contains(where: { subscriber.isSame(as: $0) }) {
                drift(
                    arn,
                    "\(subscriber.transport.rawValue) \(subscriber.endpoint) is not subscribed to "
                        + words)
            }
        }
    }
}

extension Findings {
    /// Compares the subscription of the queue that takes the canaries of deployments.
    fileprivate mutating func compareCanaries(
        _ subscriptions: [Snapshot.Subscription], isWhole: Bool, arn: String, words: String
    ) {
        let queue = "queue \(AlertPathNames.canaryQueue)"
        if isWhole, subscriptions.isEmpty {
            drift(
                arn, "\(queue) is not subscribed to \(words): no deployment is heard",
                severity: .medium)
        }
        for subscription in subscriptions
        where !subscription.filters(by: AlertPathNames.canaryFilter) {
            drift(arn, "\(queue) gets other messages of \(words) than canaries", severity: .high)
        }
    }
}

extension Snapshot.Subscription {
    /// Whether its filter is exactly this one, applied to message attributes.
    fileprivate func filters(by policy: String) -> Bool {
        guard let filterPolicy, [nil, "MessageAttributes"].contains(filterScope) else {
            return false
        }
        return JSON(Array(filterPolicy.utf8)) == JSON(Array(policy.utf8))
    }

    /// Whether it has a filter. An empty one remains after a filter was removed.
    fileprivate var filtersSomething: Bool {
        filterPolicy.map { $0.filter { !$0.isWhitespace } != "{}" } ?? false
    }
}

extension Plan.Subscriber {
    /// Whether a subscription is this subscriber's. E-mail addresses are compared
    /// case-insensitively.
    fileprivate func isSame(as subscription: Snapshot.Subscription) -> Bool {
        guard transport.rawValue == subscription.transport else { return false }
        return transport == .email
            ? endpoint.isSameName(as: subscription.endpoint) : endpoint == subscription.endpoint
    }
}
