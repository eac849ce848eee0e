import Text

extension SQS {
    /// A message as a reader gets it.
    public struct Message: Sendable, Hashable {
        /// Deletes it; each receipt has another one.
        public let receipt: String

        /// What was sent.
        public let body: String

        /// When it was sent: milliseconds since 1970; nil where the service does not say.
        public let sentAt: Int64?
    }

    /// Finds the URL of a queue of the caller's account.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html>
    ///
    /// - Parameter name: of the queue.
    /// - Returns: a call that answers with the URL; nil if there is no such queue.
    public static func getQueueURL(_ name: String) -> AWS.Operation<String?> {
        AWS.Operation(
            service, "GetQueueUrl", .json(["QueueName": .string(name)]),
            read: { answer throws(AWS.Unreadable) in
                try require(answer.json()["QueueUrl"]?.string, "QueueUrl")
            },
            readError: { error, _ in
                // The second is the name in the Query protocol, which the service keeps.
                let codes = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"]
                return error.code.map(codes.contains) == true ? .some(nil) : nil
            })
    }

    /// Puts one message into a queue.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html>
    ///
    /// - Parameters:
    ///   - url: of the queue.
    ///   - body: XML's characters, at most 1 MiB of UTF-8.
    ///   - delay: for how many seconds nobody gets it, up to 900.
    /// - Returns: a call that answers with the message's id.
    public static func sendMessage(url: String, body: String, delay: Int) -> AWS.Operation<String> {
        let input: JSON = [
            "QueueUrl": .string(url), "MessageBody": .string(body),
            "DelaySeconds": .number("\(delay)"),
        ]
        return AWS.Operation(
            service, "SendMessage", .json(input)
        ) { answer throws(AWS.Unreadable) in
            try require(answer.json()["MessageId"]?.string, "MessageId")
        }
    }

    /// Takes up to ten messages, which others then do not get for a while.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html>
    ///
    /// - Parameters:
    ///   - url: of the queue.
    ///   - wait: how many seconds to wait for the first message, up to 20.
    ///   - hidden: for how many seconds nobody else gets them.
    /// - Returns: a call that answers with the messages; none if none came.
    public static func receiveMessages(
        url: String, wait: Int, hidden: Int
    ) -> AWS.Operation<[Message]> {
        let input: JSON = [
            "QueueUrl": .string(url), "MaxNumberOfMessages": .number("10"),
            "WaitTimeSeconds": .number("\(wait)"), "VisibilityTimeout": .number("\(hidden)"),
            "MessageSystemAttributeNames": .array(["SentTimestamp"]),
        ]
        return AWS.Operation(
            service, "ReceiveMessage", .json(input)
        ) { answer throws(AWS.Unreadable) in
            var messages: [Message] = []
            for message in try answer.json()["Messages"]?.array ?? [] {
                messages.append(
                    Message(
                        receipt: try require(message["ReceiptHandle"]?.string, "ReceiptHandle"),
                        body: message["Body"]?.string ?? "",
                        sentAt: message["Attributes"]?["SentTimestamp"]?.string.flatMap {
                            Int64($0)
                        }))
            }
            return messages
        }
    }

    /// Deletes messages.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html>
    ///
    /// - Parameters:
    ///   - url: of the queue.
    ///   - receipts: 1 to 10.
    /// - Returns: a call that answers with how many could not be deleted: somebody gets them again.
    public static func deleteMessages(url: String, receipts: [String]) -> AWS.Operation<Int> {
        let entries = receipts.enumerated().map { index, receipt -> JSON in
            ["Id": .string("\(index)"), "ReceiptHandle": .string(receipt)]
        }
        return AWS.Operation(
            service, "DeleteMessageBatch",
            .json(["QueueUrl": .string(url), "Entries": .array(entries)])
        ) { answer throws(AWS.Unreadable) in
            try answer.json()["Failed"]?.array?.count ?? 0
        }
    }

    /// Gives messages back at once: the next reader gets them.
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html>
    ///
    /// - Parameters:
    ///   - url: of the queue.
    ///   - receipts: 1 to 10.
    /// - Returns: a call that answers with how many stay hidden until their time is over.
    public static func releaseMessages(url: String, receipts: [String]) -> AWS.Operation<Int> {
        let entries = receipts.enumerated().map { index, receipt -> JSON in
            [
                "Id": .string("\(index)"), "ReceiptHandle": .string(receipt),
                "VisibilityTimeout": .number("0"),
            ]
        }
        return AWS.Operation(
            service, "ChangeMessageVisibilityBatch",
            .json(["QueueUrl": .string(url), "Entries": .array(entries)])
        ) { answer throws(AWS.Unreadable) in
            try answer.json()["Failed"]?.array?.count ?? 0
        }
    }
}
