import XML

extension SNS {
    /// Subscribes an endpoint to a topic. Where the endpoint has to confirm, SNS asks it.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html>
    ///
    /// - Parameters:
    ///   - topicARN: the topic.
    ///   - transport: `email`, `sms`, `https`, `sqs`, `lambda`, `firehose`, ….
    ///   - endpoint: address, number, URL or ARN.
    ///   - attributes: of the subscription, by name, e.g. `FilterPolicy`. They hold from the start, also
    ///     for a subscription that is confirmed later.
    /// - Returns: a call that answers with the subscription's ARN; nil until it is confirmed.
    public static func subscribe(
        topicARN: String, transport: String, endpoint: String, attributes: [String: String] = [:]
    ) -> AWS.Operation<String?> {
        var form = ["TopicArn": topicARN, "Protocol": transport, "Endpoint": endpoint]
        for (index, (name, value)) in attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            form["Attributes.entry.\(index + 1).key"] = name
            form["Attributes.entry.\(index + 1).value"] = value
        }
        let name = "Subscribe"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let arn = try require(
                answer.xmlResult(of: name).text("SubscriptionArn"), "SubscriptionArn")
            return arn.hasPrefix("arn:") ? arn : nil
        }
    }

    /// Sets an attribute of a confirmed subscription, e.g. `FilterPolicy`.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html>
    ///
    /// - Parameters:
    ///   - subscriptionARN: the subscription.
    ///   - name: the attribute.
    ///   - value: its value.
    /// - Returns: a call without an answer.
    public static func setSubscriptionAttribute(
        subscriptionARN: String, name: String, value: String
    ) -> AWS.Operation<Void> {
        AWS.Operation(
            service, "SetSubscriptionAttributes",
            .form([
                "SubscriptionArn": subscriptionARN, "AttributeName": name, "AttributeValue": value,
            ])
        ) { _ in }
    }
}
