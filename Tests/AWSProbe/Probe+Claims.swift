import AWSClient
import System
import Text

extension Probe {
    /// The operations that tell whether a resource is there: what each answers, as Swift prints it;
    /// nil for any other operation.
    func claims(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let (name, token) = (self["name"], parameters["token"])
        return switch operation {
        case "describeArchive": try shown(EventBridge.describeArchive(name))
        case "listRuleNamesByTarget":
            try shown(
                EventBridge.listRuleNamesByTarget(
                    arn: name, bus: parameters["bus"], token: token))
        case "describeLogGroups":
            try shown(CloudWatchLogs.describeLogGroups(prefix: name, token: token))
        case "describeTable": try shown(DynamoDB.describeTable(name))
        case "getScheduleGroup": try shown(Scheduler.getScheduleGroup(name))
        case "listDashboards": try shown(CloudWatch.listDashboards(prefix: name, token: token))
        default: nil
        }
    }
}
