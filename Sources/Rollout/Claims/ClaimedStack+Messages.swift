import AWSClient
import Deployment
import Templates
import Text

extension ClaimedStack {
    /// Topics and their policies: one call for each topic.
    func topics() async throws(AWS.Failure) -> [ClaimFault] {
        let policies = of("AWS::SNS::TopicPolicy")
        var faults: [ClaimFault] = []
        for topic in of("AWS::SNS::Topic") {
            guard
                let attributes = try await find(
                    SNS.getTopicAttributes(topicARN: topic.physical))
            else {
                faults.append(topic.missing)
                continue
            }
            for policy in policies where policy.subjects("Topics").contains(topic.name) {
                if let fault = fault(policy, policy: attributes["Policy"]) { faults.append(fault) }
            }
        }
        return faults
    }

    /// Subscriptions that a stack made, and whether they have the filter that it gave them.
    func subscriptions() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for subscription in of("AWS::SNS::Subscription") {
            let read = SNS.getSubscriptionAttributes(subscriptionARN: subscription.physical)
            guard let attributes = try await find(read) else {
                faults.append(subscription.missing)
                continue
            }
            let wanted = subscription.properties["FilterPolicy"]
            let filter = attributes["FilterPolicy"]
            if filter.flatMap({ JSON(Array($0.utf8)) })
                != wanted.flatMap({ JSON($0.encoded(indentation: nil)) })
            {
                faults.append(subscription.wrong("has the filter \(filter ?? "none")"))
            }
        }
        return faults
    }

    /// Queues and their policies: one call for each queue.
    func queues() async throws(AWS.Failure) -> [ClaimFault] {
        let policies = of("AWS::SQS::QueuePolicy")
        var faults: [ClaimFault] = []
        for queue in of("AWS::SQS::Queue") {
            guard
                let attributes = try await find(
                    SQS.getQueueAttributes(url: queue.physical, names: ["QueueArn", "Policy"]))
            else {
                faults.append(queue.missing)
                continue
            }
            for policy in policies where policy.subjects("Queues").contains(queue.name) {
                if let fault = fault(policy, policy: attributes["Policy"]) { faults.append(fault) }
            }
        }
        return faults
    }
}

extension Claim {
    /// The names of the topics or queues that a policy is for.
    fileprivate func subjects(_ property: String) -> [String] {
        (properties[property]?.list ?? []).compactMap(\.string).map { subject in
            subject.split { $0 == "/" || $0 == ":" }.last.map(String.init) ?? subject
        }
    }
}
