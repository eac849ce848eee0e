import AWSClient
import System
import Text

extension Probe {
    /// The operations of a first contact that change something; nil for any other operation.
    func makeContact(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let name = self["name"]
        return switch operation {
        case "putRule":
            try shown(EventBridge.putRule(name, pattern: self["pattern"], state: self["state"]))
        case "deleteRule": try shown(EventBridge.deleteRule(name))
        case "createTopic": try shown(SNS.createTopic(name))
        case "setTopicPolicy": try shown(SNS.setTopicPolicy(arn: name, policy: self["policy"]))
        case "deleteTopic": try shown(SNS.deleteTopic(arn: name))
        case "createRole": try shown(IAM.createRole(name, trust: self["trust"]))
        case "deleteRole": try shown(IAM.deleteRole(name))
        case "lookupEventsOf": try shown(CloudTrail.lookupEvents(.eventSource(name), since: 1))
        default: nil
        }
    }
}
