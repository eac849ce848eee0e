import AWSClient
import AccessPlan
package import Deployment
package import System
import Templates
import Time

extension Preflight {
    /// The questions about a deployment that has read its surroundings.
    /// - Parameter found: what it read.
    /// - Throws: ``Obstacle`` where the plan gives no stacks.
    package init(_ found: Surroundings) throws(Obstacle) {
        let (plan, world) = (found.source.plan, found.sites.emergency.client.world)
        let planned = try Self.planned(found.source, found.facts, found.sites)
        self.init(
            plan, found.sites, planned: planned,
            known: found.trail.answers(plan)
                + .regions(
                    found.matrix, notes: found.notes, plan: plan,
                    until: Self.lastWaiverDay(in: world)))
        hubs = found.hubs
    }

    /// Signs in, reads Regions and trails, and asks everything.
    /// - Parameters:
    ///   - source: the plan and what follows from it; the functions need not be built.
    ///   - options: what the operator asks for.
    ///   - narrator: told what is being read.
    ///   - world: the machine.
    /// - Returns: the answers, in no order.
    /// - Throws: ``Obstacle`` where nothing can be asked: no credentials, or a wrong account.
    package static func survey(
        _ source: DeploySource, _ options: DeployOptions, _ narrator: Narrator,
        in world: World = .real
    ) async throws(Obstacle) -> [PreflightAnswer] {
        let plan = source.plan
        let sites = try await Sites.signIn(plan, options.signIn, in: world)
        return try await survey(source, sites, options, narrator)
    }

    /// As above, after signing in.
    static func survey(
        _ source: DeploySource, _ sites: Sites, _ options: DeployOptions, _ narrator: Narrator
    ) async throws(Obstacle) -> [PreflightAnswer] {
        let (plan, world) = (source.plan, sites.emergency.client.world)
        narrator.progress("reading Regions, policies and trails")
        async let regions = Surroundings.readRegions(plan, sites, options)
        async let trails = TrailFinder(
            plan: plan, management: sites.management, organization: sites.organization,
            emergency: sites.emergency
        ).find()
        var result = RegionReader.Result()
        var known: [PreflightAnswer] = []
        switch await regions {
        case .success(let read): result = read
        case .failure(let obstacle):
            var account = RegionMatrix.Account(id: plan.emergencyAccount, regions: nil)
            account.unread = obstacle.reason
            result.accounts = [account]
            known.append(
                PreflightAnswer(
                    .regions, .unknown, account: obstacle.account, obstacle.reason,
                    remedy: obstacle.hint))
        }
        let matrix = RegionMatrix(
            plan, accounts: result.accounts, policies: result.policies,
            on: Int(world.now().secondsSince1970).day, skipped: options.skipped)
        if known.isEmpty {
            known += .regions(
                matrix, notes: sites.notes + result.notes, plan: plan,
                until: lastWaiverDay(in: world))
        }
        let trail = await trails.decision
        known += trail.answers(plan)
        var facts = DeploymentFacts(sites, covered: matrix.covered)
        facts.addUnbuiltCode()
        facts.trail = trail.stack
        let planned = try planned(source, facts, sites)
        return await Preflight(plan, sites, planned: planned, known: known).run(narrator)
    }

    /// The last day of a waiver that is proposed for a Region, `YYYY-MM-DD`: in half a year. That is long
    /// enough to change a policy, and short enough to be asked again.
    package static func lastWaiverDay(in world: World = .real) -> String {
        Int(world.now().secondsSince1970 + 180 * 86_400).day
    }

    /// What the deployment creates in the accounts that there are credentials for.
    static func planned(
        _ source: DeploySource, _ facts: DeploymentFacts, _ sites: Sites
    ) throws(Obstacle) -> PlannedResources {
        do {
            return try PlannedResources(
                Wanted(source.plan, source.rendered, templates: source.templates, facts),
                in: Set(sites.all.map(\.account)), covered: facts.covered,
                partition: source.plan.partition)
        } catch {
            throw Obstacle("the plan", "gives no stacks: \(error)")
        }
    }
}

extension DeploymentFacts {
    /// What follows from the accounts and their Regions.
    init(_ sites: Sites, covered: [String: [String]]) {
        self.init(
            organization: sites.reach.map { reach in
                Organization(
                    id: reach.id, managementAccount: reach.managementAccount,
                    administrator: sites.organization?.account ?? reach.managementAccount,
                    units: reach.units)
            }, management: sites.management?.account, covered: covered)
    }

    /// Names code that is not built yet: the names of its objects change no stack's resources.
    mutating func addUnbuiltCode() {
        for name in AlertPathNames.functions.map({ $0.dropFirst(AlertPathNames.prefix.count) }) {
            code[String(name)] = CodeObject(key: "\(name)/0.zip")
        }
    }
}

extension TrailDecision {
    /// The stack that creates the trail.
    var stack: DeploymentFacts.Trail? {
        guard case .own(let own) = self else { return nil }
        return DeploymentFacts.Trail(account: own.account, isOfOrganization: own.isOfOrganization)
    }
}
