import XML

extension SNS {
    /// A subscription to a topic, confirmed or not.
    public struct Subscription: Sendable, Hashable {
        /// Its ARN; nil until it is confirmed.
        public let arn: String?

        /// `email`, `sms`, `https`, `sqs`, `lambda`, `firehose`, ….
        public let transport: String

        /// Address, number, URL or ARN.
        public let endpoint: String

        /// Whether the endpoint was asked to confirm, and has not answered yet. A subscription that was
        /// deleted stays in the list for a while, with neither this nor an ARN.
        public let isPending: Bool
    }

    /// Reads a topic's attributes, e.g. `Policy` and `KmsMasterKeyId`.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html>
    ///
    /// - Parameter topicARN: the topic.
    /// - Returns: a call that answers with the attributes by name.
    public static func getTopicAttributes(topicARN: String) -> AWS.Operation<[String: String]> {
        attributes("GetTopicAttributes", ["TopicArn": topicARN])
    }

    /// Reads a subscription's attributes, e.g. `ConfirmationWasAuthenticated`, `FilterPolicy`.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html>
    ///
    /// - Parameter subscriptionARN: of a confirmed subscription.
    /// - Returns: a call that answers with the attributes by name.
    public static func getSubscriptionAttributes(
        subscriptionARN: String
    ) -> AWS.Operation<[String: String]> {
        attributes("GetSubscriptionAttributes", ["SubscriptionArn": subscriptionARN])
    }

    /// Lists the subscriptions to a topic, a page at a time, including those that are not confirmed
    /// yet.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html>
    ///
    /// - Parameters:
    ///   - topicARN: the topic.
    ///   - token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func listSubscriptionsByTopic(
        topicARN: String, token: String? = nil
    ) -> AWS.Operation<AWS.Page<Subscription>> {
        var form = ["TopicArn": topicARN]
        form["NextToken"] = token
        let name = "ListSubscriptionsByTopic"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("Subscriptions").map { member throws(AWS.Unreadable) in
                    let arn = try require(member.text("SubscriptionArn"), "SubscriptionArn")
                    return Subscription(
                        // `PendingConfirmation`, or `Deleted`, is not an ARN.
                        arn: arn.hasPrefix("arn:") ? arn : nil,
                        transport: try require(member.text("Protocol"), "Protocol"),
                        endpoint: member.text("Endpoint") ?? "",
                        isPending: arn == "PendingConfirmation")
                },
                next: result.text("NextToken"))
        }
    }

    /// Whether text messages of this Region go to verified numbers only.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_GetSMSSandboxAccountStatus.html>
    public static func isInSMSSandbox() -> AWS.Operation<Bool> {
        let name = "GetSMSSandboxAccountStatus"
        return AWS.Operation(service, name, .form([:])) { answer throws(AWS.Unreadable) in
            let word = try answer.xmlResult(of: name).text("IsInSandbox")
            return try require(word, "IsInSandbox") == "true"
        }
    }

    private static func attributes(
        _ name: String, _ form: [String: String]
    ) -> AWS.Operation<[String: String]> {
        AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let attributes = try answer.xmlResult(of: name).map("Attributes")
            guard !attributes.isEmpty else { throw AWS.Unreadable("has no attributes") }
            return attributes
        }
    }
}
