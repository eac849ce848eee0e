import AccessPlan

extension Call {
    /// Changes to the queues that keep what could not be delivered.
    static let queues: [Call] =
        [
            Call(
                .sqs, "CreateQueue", .named(.sqsQueue, "queueName"), "was created", "create",
                change: .settings(["attributes"]), undo: .deploy, .alters),
            queue(
                "DeleteQueue", "was deleted", "delete", change: .gone("queue", "queueUrl"),
                undo: .deploy, .silences),
            queue(
                "PurgeQueue", "was emptied", "empty", change: .fact("messages", now: "deleted"),
                undo: .never(
                    "What was in it is lost: read CloudTrail for what raised no alert"), .silences),
            queue(
                "SetQueueAttributes", "had its settings changed", "change the settings of",
                change: .first(
                    .resourcePolicy("attributes.Policy").gravity(.silences),
                    .settings([
                        "RedrivePolicy", "RedriveAllowPolicy",
                        "KmsMasterKeyId", "MessageRetentionPeriod",
                        "VisibilityTimeout", "DelaySeconds",
                        "MaximumMessageSize", "SqsManagedSseEnabled",
                    ]).inside("attributes")), undo: .deploy, .silences),
            queue(
                "AddPermission", "may be used by others", "let others use",
                change: .list("permission", "actions").who("aWSAccountIds"),
                undo: .run("sqs remove-permission --queue-url {queueUrl} --label {label}"),
                .alters),
            queue(
                "RemovePermission", "lost a permission", "take a permission from",
                change: .removed("permission", "label"), undo: .deploy, .silences),
            Call(
                .sqs, "StartMessageMoveTask",
                .named(.sqsQueue, "sourceArn", "destinationArn"), "has its messages moved",
                "move messages from or to",
                change: .first(
                    .value("messages go to", "destinationArn"),
                    .fact("messages go to", now: "the queue that they came from")),
                undo: .run("sqs cancel-message-move-task --task-handle {response.taskHandle}"),
                .alters),
        ]
        + tags(
            .sqs, .named(.sqsQueue, "queueUrl"), add: "TagQueue", remove: "UntagQueue",
            undo: .run("sqs untag-queue --queue-url {queueUrl} --tag-keys {tags keys}"))

    private static func queue(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .sqs, name, .named(.sqsQueue, "queueUrl"), done, attempt, change: change, undo: undo,
            gravity)
    }
}
