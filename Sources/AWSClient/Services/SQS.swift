import Text

/// Amazon Simple Queue Service.
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/>
public enum SQS {
    static let service = AWS.Service(
        name: "sqs", variable: "SQS",
        wire: .json(version: "1.0", target: "AmazonSQS", replacesQuery: true))

    /// Reads attributes of a queue, e.g. `ApproximateNumberOfMessages`; each value is text.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html>
    public static func getQueueAttributes(
        url: String, names: [String]
    ) -> AWS.Operation<[String: String]> {
        let input: JSON = [
            "QueueUrl": .string(url), "AttributeNames": .array(names.map(JSON.string)),
        ]
        return AWS.Operation(
            service, "GetQueueAttributes", .json(input)
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["Attributes"]?.object, "Attributes")
                .compactMapValues(\.string)
        }
    }
}
