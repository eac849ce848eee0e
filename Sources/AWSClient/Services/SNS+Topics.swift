import XML

extension SNS {
    /// Makes a topic, or finds the one of this name.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html>
    ///
    /// - Parameter name: of the topic.
    /// - Returns: a call that answers with its ARN.
    public static func createTopic(_ name: String) -> AWS.Operation<String> {
        AWS.Operation(service, "CreateTopic", .form(["Name": name])) {
            answer throws(AWS.Unreadable) in
            try require(answer.xmlResult(of: "CreateTopic").text("TopicArn"), "TopicArn")
        }
    }

    /// Deletes a topic with its subscriptions; succeeds if it does not exist.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html>
    public static func deleteTopic(arn: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteTopic", .form(["TopicArn": arn])) {
            _ throws(AWS.Unreadable) in
        }
    }

    /// Gives a topic a resource policy.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html>
    ///
    /// - Parameters:
    ///   - arn: of the topic.
    ///   - policy: JSON text; `InvalidParameter` if SNS refuses it.
    /// - Returns: a call.
    public static func setTopicPolicy(arn: String, policy: String) -> AWS.Operation<Void> {
        let form = ["TopicArn": arn, "AttributeName": "Policy", "AttributeValue": policy]
        return AWS.Operation(service, "SetTopicAttributes", .form(form)) {
            _ throws(AWS.Unreadable) in
        }
    }
}
