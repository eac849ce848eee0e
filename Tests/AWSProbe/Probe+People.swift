import AWSClient
import System
import Text

extension Probe {
    /// The operations that subscribe people, and list what they need; nil for any other operation.
    func changePeople(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        return switch operation {
        case "subscribe":
            try shown(
                SNS.subscribe(
                    topicARN: self["topic"], transport: self["transport"],
                    endpoint: self["endpoint"],
                    attributes: parameters["filter"].map { ["FilterPolicy": $0] } ?? [:]))
        case "setSubscriptionAttribute":
            try shown(
                SNS.setSubscriptionAttribute(
                    subscriptionARN: self["subscription"], name: self["name"],
                    value: self["value"]))
        case "listSAMLProviders": try shown(IAM.listSAMLProviders())
        default: nil
        }
    }
}
