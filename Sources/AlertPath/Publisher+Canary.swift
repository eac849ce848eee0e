import Alerts
import System

extension Publisher {
    /// How long publishing a canary may take: a topic that hangs must leave the function to alerts.
    static let canaryTime = Duration.seconds(5)

    /// Publishes a deployment's canary to the topic for people, whose subscriptions leave it out, and
    /// which a queue takes.
    ///
    /// It takes no place in the budget and leaves no record. One that cannot be published is logged and
    /// not repeated: the deployment names it, and the failure queue stays for alerts. The standby topic
    /// does not stand in, since that would hide what is wrong with the topic. A standby Region publishes
    /// none.
    func passOn(_ canary: Message, deadline: Deadline) -> Result {
        guard tables.home == nil, let topic = topics.first(where: { $0.audience != .chat }) else {
            return .notDue
        }
        let alone = Topic(audience: topic.audience, arn: topic.arn)
        let sendings = sender.send(
            canary, to: [alone], isRepeat: false,
            deadline: deadline.capped(by: Self.canaryTime, in: world))
        return .canary(isPublished: sendings.allSatisfy { $0.error == nil })
    }
}

extension Message {
    /// Whether it is a canary. Only those of deployments are due.
    var isCanary: Bool { kind == Alert.Kind.canary.rawValue }
}
