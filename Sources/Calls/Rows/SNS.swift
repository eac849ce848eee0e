import AccessPlan

extension Call {
    /// Changes to the topics and their subscribers.
    static let topics: [Call] = [
        // A topic, its key or who may publish to it is changed.
        Call(
            .sns, "CreateTopic", .named(.snsTopic, "topicArn", "resourceArn", "name"),
            "was changed by CreateTopic", "change", undo: .deploy, .silences),
        Call(
            .sns, "DeleteTopic", .named(.snsTopic, "topicArn", "resourceArn", "name"),
            "was deleted", "delete", undo: .deploy, .silences),
        Call(
            .sns, "SetTopicAttributes", .named(.snsTopic, "topicArn", "resourceArn", "name"),
            "had its settings changed", "change the settings of", undo: .deploy, .silences),
        Call(
            .sns, "AddPermission", .named(.snsTopic, "topicArn", "resourceArn", "name"),
            "got a further permission", "give another permission on", undo: .deploy, .silences),
        Call(
            .sns, "RemovePermission", .named(.snsTopic, "topicArn", "resourceArn", "name"),
            "lost a permission", "take a permission from", undo: .deploy, .silences),
        Call(
            .sns, "PutDataProtectionPolicy", .named(.snsTopic, "topicArn", "resourceArn", "name"),
            "got a data protection policy", "put a policy on", undo: .deploy, .silences),
        // Somebody begins or ceases to hear a topic, or hears another part of it.
        Call(
            .sns, "Subscribe", .named(.snsTopic, "topicArn"), "got a new subscriber",
            "subscribe somebody to", undo: .deploy, .silences),
        Call(
            .sns, "ConfirmSubscription", .named(.snsTopic, "topicArn"),
            "had a subscription confirmed", "confirm a subscription of", undo: .deploy, .silences),
        // A subscription is taken away or changed.
        Call(
            .sns, "Unsubscribe", .named(.snsSubscription, "subscriptionArn"), "was removed",
            "remove", undo: .deploy, .silences),
        Call(
            .sns, "SetSubscriptionAttributes", .named(.snsSubscription, "subscriptionArn"),
            "had its settings changed", "change the settings of", undo: .deploy, .silences),
    ]
}
