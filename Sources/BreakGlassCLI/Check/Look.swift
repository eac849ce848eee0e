import AWSClient
import AccessPlan
import Checker
import Snapshots
import State
import System
import Time

/// One look at everything from a person's own machine.
struct Look {
    /// What to look at.
    let plan: Plan
    /// The profile that was asked for by name.
    let profile: String?
    /// The role to take in each account.
    let role: String
    /// How long to look.
    let time: Duration

    /// What was seen; `nil` after saying why nobody can look at all.
    func snapshot(_ terminal: Terminal) -> Snapshot? {
        let world = World.real
        let deadline = world.deadline(after: time)
        let home = plan.regions.home
        do throws(AWS.Failure) {
            let client = try AWS.Client.forProfile(profile, region: home, in: world)
            // Without credentials every part would say the same.
            let identity = try client.send(STS.getCallerIdentity(), before: deadline)
            if identity.account != plan.emergencyAccount {
                terminal.note(
                    "these credentials are of account \(identity.account), not of the emergency "
                        + "access account: its state table cannot be read with them")
            }
            let (concurrent, own) = try AWS.ConcurrentClient.forProfile(
                profile, region: home, in: world)
            let observer = try Observer(
                plan: plan, client: concurrent, own: own, auditRole: role
            ) { part, done, total in terminal.progress("[\(done)/\(total)] \(part)") }
            var snapshot = Snapshot(takenAt: Int(world.now().secondsSince1970))
            let table = StateTable(name: AlertPathNames.table, client: client)
            terminal.progress("the state table")
            table.fill(&snapshot, plan: plan, deadline: deadline)
            observer.fill(&snapshot, deadline: deadline)
            table.fillDeployedCode(&snapshot.hubs, deadline: world.deadline(after: .seconds(10)))
            terminal.progress("")
            return snapshot
        } catch {
            terminal.error(error)
            return nil
        }
    }
}
