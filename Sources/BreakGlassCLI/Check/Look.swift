import AWSClient
import AccessPlan
import Checker
import Snapshots
import State
import System
import Time

/// Reads everything that the checks need, from a person's own machine.
struct Look {
    /// What to read.
    let plan: Plan
    /// The AWS profile; `nil` for the default.
    let profile: String?
    /// The role to assume in each account.
    let role: String
    /// The time limit.
    let time: Duration

    /// What was read; `nil` after reporting why nothing can be read.
    func snapshot(_ terminal: Terminal) -> Snapshot? {
        let world = World.real
        let deadline = world.deadline(after: time)
        let home = plan.regions.home
        do throws(AWS.Failure) {
            let client = try AWS.Client.forProfile(profile, region: home, in: world)
            // Without credentials every part would report the same error.
            _ = try client.send(STS.getCallerIdentity(), before: deadline)
            let (concurrent, own) = try AWS.ConcurrentClient.forProfile(
                profile, region: home, in: world)
            let observer = try Observer(
                plan: plan, client: concurrent, own: own, auditRole: role
            ) { part, done, total in terminal.progress("[\(done)/\(total)] \(part)") }
            var snapshot = Snapshot(takenAt: Int(world.now().secondsSince1970))
            let reader = try AWS.Client.forRole(
                plan.roleARN(role, in: plan.emergencyAccount), sessionName: "break-glass-check",
                profile: profile, region: home, in: world)
            let table = StateTable(name: AlertPathNames.table, client: reader)
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
