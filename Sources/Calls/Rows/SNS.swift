import AccessPlan
import Text

extension Call {
    /// Changes to the topics and their subscribers.
    static let topics: [Call] =
        [
            Call(
                .sns, "CreateTopic", .named(.snsTopic, "name"), "was created", "create",
                change: .settings(["attributes"]), undo: .deploy, .alters),
            Call(
                .sns, "DeleteTopic", .named(.snsTopic, "topicArn"), "was deleted", "delete",
                change: .gone("topic", "topicArn"), undo: .deploy, .silences),
            // Its policy, its key, and what is not so grave.
            Call(
                .sns, "SetTopicAttributes", .named(.snsTopic, "topicArn"), "had a setting changed",
                "change a setting of",
                change: .attribute(name: "attributeName", value: "attributeValue").gravity(
                    by: "attributeName",
                    [
                        "Policy": .silences, "DisplayName": .notes, "TracingConfig": .notes,
                        "SignatureVersion": .alters,
                    ]),
                undo: .deploy, .silences),
            Call(
                .sns, "AddPermission", .named(.snsTopic, "topicArn"), "got a further permission",
                "give another permission on",
                change: .list("permission", "actionName").who("aWSAccountId"),
                undo: .run("sns remove-permission --topic-arn {arn} --label {label}"), .opens),
            Call(
                .sns, "RemovePermission", .named(.snsTopic, "topicArn"), "lost a permission",
                "take a permission from", change: .removed("permission", "label"), undo: .deploy,
                .silences),
            // Such a policy may deny or blank what is published.
            Call(
                .sns, "PutDataProtectionPolicy", .named(.snsTopic, "resourceArn"),
                "got a new data protection policy", "change the data protection policy of",
                change: .value("data protection policy", "dataProtectionPolicy"), undo: .deploy,
                .silences),
            // One more listener: nobody hears less.
            Call(
                .sns, "Subscribe", .named(.snsTopic, "topicArn"), "got a new subscriber",
                "subscribe somebody to", change: .subscriber,
                undo: .run("sns unsubscribe --subscription-arn {response.subscriptionArn}"),
                .opens),
            Call(
                .sns, "ConfirmSubscription", .named(.snsTopic, "topicArn"),
                "had a subscription confirmed", "confirm a subscription of",
                change: .value("subscription", "response.subscriptionArn"),
                undo: .run("sns unsubscribe --subscription-arn {response.subscriptionArn}"),
                .opens),
            Call(
                .sns, "Unsubscribe", .named(.snsSubscription, "subscriptionArn"), "was removed",
                "remove", change: .gone("subscription", "subscriptionArn"), undo: .deploy,
                .silences),
            Call(
                .sns, "SetSubscriptionAttributes", .named(.snsSubscription, "subscriptionArn"),
                "had a setting changed", "change a setting of",
                change: .attribute(name: "attributeName", value: "attributeValue").gravity(
                    by: "attributeName",
                    [
                        "FilterPolicy": .silences, "FilterPolicyScope": .silences,
                        "RawMessageDelivery": .alters,
                    ]),
                undo: .deploy, .silences),
        ]
        + tags(
            .sns, .named(.snsTopic, "resourceArn"),
            undo: "sns untag-resource --resource-arn {arn} --tag-keys {tags keys}")
}

extension ChangeReader {
    /// Who hears a topic: protocol and endpoint.
    fileprivate static let subscriber = ChangeReader { parts in
        guard let endpoint = parts["endpoint"] else { return nil }
        let way = parts["protocol"].map { "\($0) " } ?? ""
        return Change(
            "subscriber", before: "not subscribed", now: way + endpoint.shown, who: endpoint.shown)
    }
}
