import AWSClient
import AccessPlan
import Snapshots
import Time

extension Part {
    /// The planned roles of an account, and the results of IAM's simulator for them.
    static let roles = Part("roles") { place in
        let planned = place.plan.rolesToRead(in: place.account)
        let found = await each(of: planned) { role in
            await (place.role(role.name), place.simulation(of: role))
        }
        return { snapshot in
            for (role, (seen, simulation)) in zip(planned, found) {
                snapshot.accounts[place.account]?.roles[role.name] = seen
                // A missing role has no permissions. The checks of its existence report it.
                let gone = Unavailable("role \(role.name)", .notFound)
                snapshot.accounts[place.account]?.simulations[role.name] =
                    seen.isMissing ? .unavailable(gone) : simulation
            }
        }
    }

    /// The names of all roles that are named like the plan's.
    static let trustedNames = Part("role names") { place in
        let names = await place.list("the roles of account \(place.account)") {
            IAM.listRoleNames(marker: $0)
        }
        let ours = names.items.filter {
            $0.hasPrefix("EmergencyAccess_") || $0.hasPrefix("BreakGlass")
        }
        return {
            $0.accounts[place.account]?.trustedNames = Listing(
                ours.map(place.shared.callAsFunction), unread: names.unread)
        }
    }
}

extension Place {
    fileprivate func role(_ name: String) async -> Observed<Snapshot.Role> {
        await observe { () throws(Unavailable) in
            let role = try await send("role \(name) in account \(account)", IAM.getRole(name))
            let permissions = await permissions(of: .role(name))
            return Snapshot.Role(
                arn: role.arn, trust: shared(role.trust),
                maxSessionDuration: role.maxSessionDuration ?? 3600,
                lastUsed: role.lastUsed.map { Int($0.secondsSince1970) }, boundary: role.boundary,
                permissions: permissions)
        }
    }

    /// An emergency role is simulated with each role that it has to assume. A workload role is
    /// simulated with a call that every AWS managed policy for people allows. An implicit denial
    /// means that its own policies do not contain the call. Then only an explicit denial is a
    /// result.
    fileprivate func simulation(of role: RoleToRead) async -> Observed<[Snapshot.Simulation]> {
        let isForWork = role.hops.isEmpty
        let decisions = await list("the simulation of \(role.name) in account \(account)") {
            IAM.simulatePrincipalPolicy(
                arn: role.arn, actions: [isForWork ? "ec2:DescribeRegions" : "sts:AssumeRole"],
                resources: role.hops,
                // Condition keys that organizations' policies often use, and the simulator does not
                // know.
                context: [
                    "aws:PrincipalArn": role.arn, "aws:RequestedRegion": plan.regions.home,
                ], marker: $0)
        }
        if let unread = decisions.unread { return .unavailable(unread) }
        let all = decisions.items.map { decision in
            Snapshot.Simulation(
                action: decision.action, resource: decision.resource, decision: decision.decision,
                allowedByOrganizations: decision.allowedByOrganizations,
                allowedByBoundary: decision.allowedByBoundary)
        }
        return .observed(all.filter { !isForWork || $0.isDeniedFromAbove })
    }
}

extension Snapshot.Simulation {
    fileprivate var isDeniedFromAbove: Bool {
        decision == "explicitDeny" || allowedByOrganizations == false || allowedByBoundary == false
    }
}
