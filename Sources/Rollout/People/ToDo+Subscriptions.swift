import AWSClient
import AccessPlan

extension ToDo {
    /// One topic of a hub, and who subscribed.
    struct Topic: Sendable {
        let name: String
        let region: String
        let subscriptions: [SNS.Subscription]
        /// ARNs and addresses of those that one click ends.
        let clicked: [(arn: String, address: String)]
    }

    /// The topics that can be read.
    func topics() async -> [Topic] {
        let places = plan.regions.hubs.flatMap { region in
            AlertPathNames.topics.map { (region: region, name: $0) }
        }
        return await places.concurrentMap(width: 6) { await topic($0.name, in: $0.region) }
            .compactMap { $0 }
    }

    private func topic(_ name: String, in region: String) async -> Topic? {
        let arn = plan.topicARN(name, in: region)
        let listed = await answer(name, in: region) { () throws(AWS.Failure) in
            try await site.all(in: region) {
                SNS.listSubscriptionsByTopic(topicARN: arn, token: $0)
            }
        }
        guard let listed else { return nil }
        let emails = listed.filter { $0.transport == "email" }
        let clicked = await emails.concurrentMap(width: 4) { email in
            await wasClicked(email, name, region) ? email : nil
        }
        return Topic(
            name: name, region: region, subscriptions: listed,
            clicked: clicked.compactMap { email in
                email.flatMap { one in one.arn.map { ($0, one.endpoint) } }
            })
    }

    private func wasClicked(
        _ email: SNS.Subscription, _ topic: String, _ region: String
    ) async -> Bool {
        guard let arn = email.arn else { return false }
        let attributes = await answer("\(topic): \(email.endpoint)", in: region) {
            () throws(AWS.Failure) in
            try await site.send(
                SNS.getSubscriptionAttributes(subscriptionARN: arn), in: region)
        }
        return attributes?["ConfirmationWasAuthenticated"] == "false"
    }

    func subscriptionItems(_ topics: [Topic]) -> [ToDoItem] {
        var items = topics.flatMap { [confirm($0)].compactMap { $0 } + again($0) }
        if plan.subscribers.isEmpty {
            items.append(
                ToDoItem(
                    .nameSubscribers,
                    "Name who gets alerts: nobody is subscribed. Write subscribers: into the plan.",
                    then: "Then run this again."))
        }
        return items + plan.subscribers.flatMap { byHand($0, topics) }
    }

    private func confirm(_ topic: Topic) -> ToDoItem? {
        let pending = topic.subscriptions.filter(\.isPending)
        guard !pending.isEmpty else { return nil }
        let source =
            pending.contains { $0.transport == "email" }
            ? "the value after Token= in the link. Do not click the link: what was confirmed by a "
                + "click is ended by a click on \"unsubscribe\""
            : "Token in the message of type SubscriptionConfirmation"
        return ToDoItem(
            .confirmSubscription,
            "Confirm what \(topic.name) in \(topic.region) sent to "
                + pending.map(\.endpoint).sorted().joined(separator: ", ")
                + ". Copy \(source). Run this with credentials of \(site.account), once for each, and "
                + "paste it:",
            command: ToDoItem.asking(
                for: "Token",
                [
                    "aws sns confirm-subscription --region \(topic.region)",
                    "    --topic-arn \(plan.topicARN(topic.name, in: topic.region))",
                    "    --authenticate-on-unsubscribe true",
                ], option: "--token"),
            then: "The link is valid for two days. Then run this again.")
    }

    private func again(_ topic: Topic) -> [ToDoItem] {
        topic.clicked.map { clicked in
            ToDoItem(
                .confirmAgain,
                "Confirm once more, without a click, what \(topic.name) in \(topic.region) sends to "
                    + "\(clicked.address): it was confirmed by a click, and one click can end it.",
                command: [
                    "aws sns unsubscribe --region \(topic.region) \\",
                    "    --subscription-arn \(clicked.arn)",
                ],
                then: "Then run this again: it asks for a confirmation.")
        }
    }

    /// What a subscriber needs that this program cannot subscribe.
    private func byHand(_ subscriber: Plan.Subscriber, _ topics: [Topic]) -> [ToDoItem] {
        switch subscriber.transport {
        case .chat where !subscriber.endpoint.hasPrefix("https://"):
            let open = topics.filter {
                $0.name == AlertPathNames.chatTopic
                    && !$0.subscriptions.contains(where: \.isAmazonQ)
            }
            return open.isEmpty ? [] : [connect(subscriber.endpoint, open.map(\.region))]
        case .firehose:
            return topics.filter { topic in
                topic.name == AlertPathNames.topic
                    && !topic.subscriptions.contains {
                        subscriber.isSame(transport: $0.transport, endpoint: $0.endpoint)
                    }
            }.map { stream(subscriber.endpoint, $0.region) }
        default: return []
        }
    }

    private func connect(_ channel: String, _ regions: [String]) -> ToDoItem {
        ToDoItem(
            .connectChat,
            "In Amazon Q Developer in chat applications, configure channel \(channel) with the "
                + (regions.count == 1 ? "topic" : "topics"),
            command: regions.map { plan.topicARN(AlertPathNames.chatTopic, in: $0) })
    }

    private func stream(_ endpoint: String, _ region: String) -> ToDoItem {
        ToDoItem(
            .subscribeStream, "Subscribe the stream with a role that SNS may assume:",
            command: [
                "aws sns subscribe --region \(region) --protocol firehose \\",
                "    --topic-arn \(plan.topicARN(AlertPathNames.topic, in: region)) \\",
                "    --notification-endpoint \(endpoint) \\",
                "    --attributes SubscriptionRoleArn=ROLE",
            ], then: "Then run this again: it sets the filter that leaves canaries out.")
    }
}

extension SNS.Subscription {
    /// Whether it is Amazon Q Developer's own, for any number of channels.
    /// AWS does not document its address; public templates name
    /// `https://global.sns-api.chatbot.amazonaws.com`.
    fileprivate var isAmazonQ: Bool {
        endpoint.contains(".sns-api.chatbot.amazonaws.com")
    }
}
