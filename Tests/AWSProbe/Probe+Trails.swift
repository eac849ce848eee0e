import AWSClient
import System
import Text

extension Probe {
    /// The operations that make and change a trail; nil for any other operation.
    func changeTrails(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func done(_ operation: AWS.Operation<Void>) throws -> JSON {
            try client.send(operation, before: client.world.deadline(after: .seconds(20)))
            return "done"
        }
        let name = self["name"]
        let settings = CloudTrail.TrailSettings(
            name: name, bucket: self["bucket"], isOrganization: self["organization"] == "yes")
        return switch operation {
        case "createTrail": try done(CloudTrail.createTrail(settings))
        case "updateTrail": try done(CloudTrail.updateTrail(settings))
        case "putAllManagementEvents": try done(CloudTrail.putAllManagementEvents(trail: name))
        case "startLogging": try done(CloudTrail.startLogging(trail: name))
        default: nil
        }
    }
}
