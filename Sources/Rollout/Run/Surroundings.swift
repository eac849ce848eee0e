import AWSClient
package import AccessPlan
package import Deployment
package import System
import Time

/// Everything that a deployment finds before it looks at stacks: accounts, Regions, the trail, the hubs.
package struct Surroundings: Sendable {
    /// The plan, the adopted trail in it, and what follows from it.
    package let source: DeploySource

    /// The accounts that there are credentials for.
    package let sites: Sites

    /// Which Regions of which accounts get rules.
    package let matrix: RegionMatrix

    /// The trail that events come through.
    package let trail: TrailDecision

    /// What the plan does not say.
    package internal(set) var facts: DeploymentFacts

    /// What does not stop the run, but people should know: facts with hints.
    package internal(set) var notes: [String] = []

    /// Each trail with the judgment on it.
    package let trailLines: [String]

    /// What each hub's Region offers.
    let hubs: [HubSurroundings]
}

extension Surroundings {
    /// Reads them. Changes nothing.
    /// - Parameters:
    ///   - plan: the plan file's.
    ///   - options: what the operator asks for.
    ///   - make: what follows from a plan: the adopted trail is in the functions' code.
    ///   - narrator: told what is being read.
    ///   - world: the machine.
    /// - Returns: everything that was found.
    /// - Throws: ``Obstacles``, if the deployment cannot go on.
    package static func read(
        _ plan: Plan, _ options: DeployOptions,
        make: @Sendable (Plan) throws(Obstacle) -> DeploySource, narrator: Narrator,
        in world: World = .real
    ) async throws(Obstacles) -> Surroundings {
        let sites: Sites
        do throws(Obstacle) {
            sites = try await Sites.signIn(plan, options.signIn, in: world)
        } catch {
            throw Obstacles(error)
        }
        for site in sites.all { narrator.say("account \(site.account) as \(site.arn)") }
        narrator.progress("reading Regions, policies and trails")
        async let regions = readRegions(plan, sites, options)
        async let trails = TrailFinder(
            plan: plan, management: sites.management, organization: sites.organization,
            emergency: sites.emergency
        ).find()
        async let hubs = plan.regions.hubs.concurrentMap(width: 2) { region in
            await HubReader.read(plan, sites.emergency, region)
        }
        let (found, trail, hubSurroundings) = await (regions, trails, hubs)
        narrator.progress("")
        var obstacles: [Obstacle] = []
        if case .blocked(let blocked) = trail.decision { obstacles += blocked }
        let result: RegionReader.Result
        switch found {
        case .success(let read): result = read
        case .failure(let obstacle): throw Obstacles([obstacle] + obstacles)
        }
        guard obstacles.isEmpty else { throw Obstacles(obstacles) }
        let today = Int(world.now().secondsSince1970).day
        let matrix = RegionMatrix(
            plan, accounts: result.accounts, policies: result.policies, on: today,
            skipped: options.skipped)
        let source: DeploySource
        do throws(Obstacle) {
            source = try make(trail.decision.adopted(by: plan))
            try matrix.checkHubs(plan)
        } catch {
            throw Obstacles(error)
        }
        var facts = DeploymentFacts(sites, covered: matrix.covered)
        facts.add(source.packages, stored: [:])
        let reserves = hubSurroundings.allSatisfy(\.reservesPublishers)
        facts.publisherConcurrency = reserves ? HubSurroundings.publishers : 0
        let reservesCritical = hubSurroundings.allSatisfy(\.reservesCriticalPublishers)
        facts.criticalConcurrency = reservesCritical ? HubSurroundings.criticalPublishers : 0
        facts.partnerEventSource = options.partnerEventSource
        facts.trail = trail.decision.stack
        var read = Surroundings(
            source: source, sites: sites, matrix: matrix, trail: trail.decision, facts: facts,
            trailLines: trail.lines, hubs: hubSurroundings)
        read.notes = sites.notes + result.notes
        return read
    }

    /// What every account says of its Regions, by the credentials that lead there.
    static func readRegions(
        _ plan: Plan, _ sites: Sites, _ options: DeployOptions
    ) async -> Result<RegionReader.Result, Obstacle> {
        let home = plan.regions.home
        var known: [String: [String: RegionStatus]] = [:]
        for site in sites.all {
            switch await site.regions(home) {
            case .success(let regions): known[site.account] = regions
            case .failure(let obstacle): return .failure(obstacle)
            }
        }
        let site = sites.organization ?? sites.emergency
        let reader = RegionReader(
            plan: plan,
            reader: OrganizationReader(
                client: site.client, caller: site.caller, region: home,
                deadline: site.client.world.deadline(after: .seconds(600))),
            known: known, units: options.signIn.units)
        do throws(AWS.Failure) {
            return .success(try await reader.read())
        } catch {
            return .failure(
                Obstacle(
                    error, at: site, home, "Regions",
                    hint: "allow organizations:List*, organizations:Describe* and "
                        + "account:ListRegions"))
        }
    }
}

extension Site {
    /// The Regions of the account with their status.
    fileprivate func regions(_ home: String) async -> Result<[String: RegionStatus], Obstacle> {
        do throws(AWS.Failure) {
            let found = try await all(in: home) {
                Account.listRegionStatus(of: nil, token: $0)
            }
            return .success(found.reduce(into: [:]) { $0[$1.name] = RegionStatus(word: $1.status) })
        } catch {
            return .failure(
                Obstacle(
                    error, at: self, home, "Regions",
                    hint: "allow account:ListRegions to \(arn)"))
        }
    }
}

extension RegionMatrix {
    /// Sees that both hubs can be where the plan wants them.
    fileprivate func checkHubs(_ plan: Plan) throws(Obstacle) {
        for region in plan.regions.hubs
        where covered[plan.emergencyAccount]?.contains(region) != true {
            throw Obstacle(
                account: plan.emergencyAccount, region: region, "regions",
                "the Region of the plan is not enabled there, or a policy denies it",
                hint: "enable it, or write another Region into regions: of the plan")
        }
    }
}
