import AWSClient
import Deployment
import Templates
import Text

extension ClaimedStack {
    /// Topics and their policies: one call for each topic.
    func topics() async throws(AWS.Failure) -> [ClaimFault] {
        try await attributed("AWS::SNS::Topic", "AWS::SNS::TopicPolicy", subjects: "Topics") {
            SNS.getTopicAttributes(topicARN: $0)
        }
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
        try await attributed("AWS::SQS::Queue", "AWS::SQS::QueuePolicy", subjects: "Queues") {
            SQS.getQueueAttributes(url: $0, names: ["QueueArn", "Policy"])
        }
    }

    /// Resources whose attribute `Policy` is another resource of the stack.
    /// - Parameters:
    ///   - type: of the resources.
    ///   - policyType: of their policies.
    ///   - subjects: the property of a policy that says what it is for.
    ///   - read: reads the attributes, by the resource's physical id.
    /// - Returns: what is missing or has another policy.
    /// - Throws: why a service cannot be asked.
    private func attributed(
        _ type: String, _ policyType: String, subjects: String,
        read: (String) -> AWS.Operation<[String: String]>
    ) async throws(AWS.Failure) -> [ClaimFault] {
        let policies = of(policyType)
        var faults: [ClaimFault] = []
        for claim in of(type) {
            guard let attributes = try await find(read(claim.physical)) else {
                faults.append(claim.missing)
                continue
            }
            for policy in policies where policy.subjects(subjects).contains(claim.name) {
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
