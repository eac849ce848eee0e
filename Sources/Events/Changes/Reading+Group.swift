import AccessPlan
import Alerts
import Calls

extension Reading {
    /// Adds which roles in which accounts an emergency group opens, by its id or its name.
    mutating func nameOpenedRole(id: String?, name: String?) {
        guard let role = watch.emergencyRole(ofGroup: id, named: name) else { return }
        let first = "\(role.name) in \(words(forAccount: watch.plan.emergencyAccount))"
        let places = role.accounts.prefix(3).map(words(forAccount:)).joined(separator: ", ")
        let rest = role.accounts.count > 3 ? " and \(role.accounts.count - 3) more accounts" : ""
        alert.change?.after +=
            "; the group opens \(first), and by it \(RoleNames.workload(role.access)) in "
            + places + rest
    }

    /// An account by the plan's name for it, and its id.
    func words(forAccount id: String) -> String {
        watch.accountName(id).map { "\($0) (\(id))" } ?? "account \(id)"
    }
}
