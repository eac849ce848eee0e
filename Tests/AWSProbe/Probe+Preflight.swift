import AWSClient
import System
import Text

extension Probe {
    /// The operations that find out what stands in a deployment's way; nil for any other operation.
    func askBefore(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let quota = ServiceQuotas.Quota(service: self["service"], code: self["code"])
        let token = parameters["token"]
        return switch operation {
        case "getServiceQuota": try shown(ServiceQuotas.getServiceQuota(quota))
        case "getDefaultServiceQuota": try shown(ServiceQuotas.getDefaultServiceQuota(quota))
        case "listPolicyNames": try shown(IAM.listPolicyNames(marker: token))
        case "listUserNames": try shown(IAM.listUserNames(marker: token))
        case "listInstances": try shown(SSOAdmin.listInstances(token: token))
        case "listServiceControlPoliciesOn":
            try shown(Organizations.listServiceControlPolicies(on: self["target"], token: token))
        case "listEnabledPolicyTypes":
            try shown(Organizations.listEnabledPolicyTypes(token: token))
        default: nil
        }
    }
}
