import AWSClient
import AccessPlan
import Snapshots

extension Part {
    /// The schedules that start the checker: only the home Region's hub has them.
    static let schedules = Part("schedules") { place in
        guard place.region == place.plan.regions.home else { return { _ in } }
        let schedules = await each(of: AlertPathNames.schedules) { name in
            let schedule = await place.read(
                "schedule \(name)",
                Scheduler.getSchedule(name, group: AlertPathNames.scheduleGroup))
            return (
                name,
                schedule.map {
                    Snapshot.Schedule(arn: $0.arn, state: $0.state, target: $0.target)
                }
            )
        }
        return { $0.hubs[place.region]?.schedules = Dictionary(schedules) { first, _ in first } }
    }
}
