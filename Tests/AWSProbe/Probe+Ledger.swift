import AWSClient
import System
import Text

extension Probe {
    /// The operations that read ledgers and uses, and send again what failed; nil for any other.
    func redeliver(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(30))))")
        }
        let (name, url) = (self["name"], self["url"])
        let (start, end) = (Int(self["start"]) ?? 0, Int(self["end"]) ?? 0)
        switch operation {
        case "filterLogEvents":
            return try shown(
                CloudWatchLogs.filterLogEvents(
                    group: name, start: start, end: end, token: parameters["token"]))
        case "startReplay":
            return try shown(
                EventBridge.startReplay(
                    name, archive: self["archive"], bus: self["bus"], rules: [self["rule"]],
                    start: start, end: end))
        case "describeReplay": return try shown(EventBridge.describeReplay(name))
        case "releaseMessages":
            let receipts = self["receipts"].split(separator: ",").map(String.init)
            return try shown(SQS.releaseMessages(url: url, receipts: receipts))
        case "getAccessKeyLastUsed": return try shown(IAM.getAccessKeyLastUsed(name))
        case "lookupEventsAbout":
            return try shown(CloudTrail.lookupEvents(.resourceName(name), since: start))
        default: return nil
        }
    }
}
