import AWSClient
import AccessPlan
import Snapshots

extension Part {
    /// A hub's topics and their subscriptions.
    static let topics = Part("topics") { place in
        let topics = await each(of: AlertPathNames.topics) { name in
            (name, await place.topic(name))
        }
        return { $0.hubs[place.region]?.topics = Dictionary(topics) { first, _ in first } }
    }
}

extension Place {
    fileprivate func topic(_ name: String) async -> Observed<Snapshot.Topic> {
        let arn = plan.arn("sns", name, in: region, account: account)
        let words = "topic \(name) in \(region)"
        return await observe { () throws(Unavailable) in
            let attributes = try await send(words, SNS.getTopicAttributes(topicARN: arn))
            guard let policy = attributes["Policy"] else {
                throw Unavailable(words, .malformed, detail: "no policy among its attributes")
            }
            let listed = await list("the subscriptions of \(words)") {
                SNS.listSubscriptionsByTopic(topicARN: arn, token: $0)
            }
            return Snapshot.Topic(
                arn: arn, policy: policy, keyID: attributes["KmsMasterKeyId"],
                subscriptions: await subscriptions(listed, of: words))
        }
    }

    /// Adds the attributes of each subscription. If they cannot be read, the list is not complete:
    /// it is not known whether one click unsubscribes the endpoint.
    private func subscriptions(
        _ listed: Listing<SNS.Subscription>, of words: String
    ) async -> Listing<Snapshot.Subscription> {
        let read = await each(of: listed.items) { item -> Observed<Snapshot.Subscription> in
            await observe { () throws(Unavailable) in
                var subscription = Snapshot.Subscription(
                    transport: item.transport, endpoint: item.endpoint,
                    isConfirmed: item.arn != nil)
                guard let arn = item.arn else { return subscription }
                let attributes = try await send(
                    "the subscription of \(item.endpoint) to \(words)",
                    SNS.getSubscriptionAttributes(subscriptionARN: arn))
                subscription.onlyOwnerUnsubscribes = attributes["ConfirmationWasAuthenticated"]
                    .map { $0 == "true" }
                subscription.filterPolicy = attributes["FilterPolicy"]
                subscription.filterScope = attributes["FilterPolicyScope"]
                return subscription
            }
        }
        var result = Listing(read.compactMap(\.value), unread: listed.unread)
        for case .unavailable(let why) in read where result.unread == nil { result.unread = why }
        return result
    }
}
