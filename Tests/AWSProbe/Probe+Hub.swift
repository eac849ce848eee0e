import AWSClient
import System
import Text

extension Probe {
    /// The operations that read the parts of a hub, and those of Identity Center: what each
    /// answers, as Swift prints it; nil for any other operation.
    func readHub(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let name = self["name"]
        return switch operation {
        case "listRegions": try shown(Account.listRegions(token: parameters["token"]))
        case "getSchedule": try shown(Scheduler.getSchedule(name, group: self["group"]))
        case "getSecurityContact": try shown(Account.getSecurityContact())
        case "describeEventBus": try shown(EventBridge.describeEventBus(name))
        case "listRules":
            try shown(
                EventBridge.listRules(
                    prefix: parameters["prefix"], bus: parameters["bus"],
                    token: parameters["token"]))
        case "listTargetsByRule":
            try shown(EventBridge.listTargetsByRule(name, bus: parameters["bus"]))
        case "testEventPattern":
            try shown(EventBridge.testEventPattern(self["pattern"], event: self["event"]))
        case "getTopicAttributes": try shown(SNS.getTopicAttributes(topicARN: name))
        case "listSubscriptionsByTopic":
            try shown(SNS.listSubscriptionsByTopic(topicARN: name, token: parameters["token"]))
        case "getSubscriptionAttributes":
            try shown(SNS.getSubscriptionAttributes(subscriptionARN: name))
        case "isInSMSSandbox": try shown(SNS.isInSMSSandbox())
        case "listArchives": try shown(EventBridge.listArchives(prefix: self["prefix"]))
        case "getUnreservedConcurrency": try shown(Lambda.getUnreservedConcurrency())
        case "listRegionStatus":
            try shown(
                Account.listRegionStatus(of: parameters["account"], token: parameters["token"]))
        case "getKeyPolicy": try shown(KMS.getKeyPolicy(keyID: name))
        case "getKeyRotationStatus": try shown(KMS.getKeyRotationStatus(keyID: name))
        case "getPublicKey": try shown(KMS.getPublicKey(keyID: name))
        case "getFunctionConfiguration": try shown(Lambda.getFunctionConfiguration(name))
        case "getFunctionConcurrency": try shown(Lambda.getFunctionConcurrency(name))
        case "getPolicy": try shown(Lambda.getPolicy(name))
        case "getFunctionEventInvokeConfig": try shown(Lambda.getFunctionEventInvokeConfig(name))
        case "getQueueAttributes":
            try shown(
                SQS.getQueueAttributes(
                    url: name,
                    names: ["QueueArn", "ApproximateNumberOfMessages"]))
        case "describeAlarms":
            try shown(CloudWatch.describeAlarms(prefix: name, token: parameters["token"]))
        case "listStacks": try shown(CloudFormation.listStacks(token: parameters["token"]))
        case "detectStackDrift": try shown(CloudFormation.detectStackDrift(name))
        case "describeStackDriftDetectionStatus":
            try shown(CloudFormation.describeStackDriftDetectionStatus(name))
        default: try readDirectory(operation, client)
        }
    }

    private func readDirectory(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let (name, store) = (self["name"], self["store"])
        return switch operation {
        case "getSecretValue": try shown(SecretsManager.getSecretValue(secretID: name))
        case "describeGroup":
            try shown(IdentityStore.describeGroup(store: store, groupID: name))
        case "listGroups":
            try shown(IdentityStore.listGroups(store: store, token: parameters["token"]))
        case "listGroupMemberships":
            try shown(IdentityStore.listGroupMemberships(store: store, groupID: name))
        case "describeUser": try shown(IdentityStore.describeUser(store: store, userID: name))
        case "describeApplication": try shown(SSOAdmin.describeApplication(arn: name))
        case "listApplicationAssignments":
            try shown(SSOAdmin.listApplicationAssignments(arn: name))
        default: nil
        }
    }
}
