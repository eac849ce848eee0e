import AccessPlan
import Alerts

extension EventKind {
    /// A role assumed, left or renewed in the console: recorded in both accounts.
    ///
    /// The source's copy names the role (`SwitchTo`), the target's copy names the caller
    /// (`SwitchFrom`).
    static let switchRole = EventKind(
        title: "Somebody switches to, leaves or renews a role in the console",
        source: SignIn.source,
        names: ["SwitchRole", "ExitRole", "RenewRole"]
    ) { reading in
        reading.alert.kind = .switchRole
        let record = reading.record
        if let role = record.additional["SwitchTo"], let arn = try? ARN(role), arn.isRole {
            reading.takeRole(arn)
        } else if let session = reading.identity.session {
            reading.alert.role.name = session.roleName
            reading.alert.role.sessionName = session.sessionName
            reading.alert.role.assumedRoleARN = reading.identity.arn
            reading.alert.account.target = session.account
        }
        var from = reading.actorIsWatchedUser || reading.actorRole != nil
        if let text = record.additional["SwitchFrom"], let arn = try? ARN(text) {
            reading.alert.account.caller = arn.account
            from = from || reading.watch.isWatchedIdentity(arn)
        }
        let used = reading.watch.usedRole(
            reading.alert.role.name, in: reading.alert.account.target, arn: reading.alert.role.arn)
        reading.alert.role.access = used?.access
        // A way into the emergency access account counts whatever the role.
        let into =
            record.eventName == "SwitchRole"
            && reading.watch.isEmergencyAccount(reading.alert.account.target)
        reading.alert.due = used != nil || from || into
    }
}
