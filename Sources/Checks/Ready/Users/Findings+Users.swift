import AccessPlan
import Snapshots

extension Findings {
    /// The break-glass users of the plan that could be read, by name, after noting each that could not.
    mutating func users(
        of plan: Plan, in snapshot: Snapshot
    ) -> [(name: String, user: Snapshot.User)] {
        var users: [(name: String, user: Snapshot.User)] = []
        for name in plan.breakGlassUsers {
            guard let user = read(snapshot.emergencyAccount.user(name)) else { continue }
            users.append((name, user))
        }
        return users
    }
}
