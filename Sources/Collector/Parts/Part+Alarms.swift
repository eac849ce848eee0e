import AWSClient
import AccessPlan
import Snapshots

extension Part {
    /// A hub's alarms.
    static let alarms = Part("alarms") { place in
        let alarms = await place.list("the alarms in \(place.region)") {
            CloudWatch.describeAlarms(prefix: AlertPathNames.prefix, token: $0)
        }
        let values = alarms.items.map {
            Snapshot.Alarm(
                name: $0.name, state: $0.state, actionsEnabled: $0.actionsEnabled,
                actions: $0.actions)
        }
        return { $0.hubs[place.region]?.alarms = Listing(values, unread: alarms.unread) }
    }
}
