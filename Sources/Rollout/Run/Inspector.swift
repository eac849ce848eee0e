import AWSClient
import AccessPlan
import Deployment
import Templates

/// Looks at every stack and stack set that a plan asks for. Changes nothing.
struct Inspector: Sendable {
    var found: Surroundings
    let board: Board
    let jobs: Int
    let texts = TemplateTexts()

    /// Looks.
    /// - Throws: ``Obstacles``, if not everything could be looked at, or something is in the way.
    func inspect() async throws(Obstacles) -> Inspection {
        let wanted: Wanted
        do throws(MissingTemplate) {
            wanted = try Wanted(
                found.source.plan, found.source.rendered, templates: found.source.templates,
                found.facts)
        } catch {
            throw Obstacles(Obstacle("templates", "\(error)"))
        }
        var inspection = Inspection(wanted: wanted)
        var obstacles: [Obstacle] = []
        async let sets = inspectSets(wanted)
        var places = Dictionary(grouping: wanted.stacks, by: \.place)
        // A hub of a former plan may be in any of them.
        for place in found.emergencyPlaces where places[place] == nil { places[place] = [] }
        let looks = await places.sorted { $0.key < $1.key }.concurrentMap(width: jobs) {
            [self] place, stacks in await inspect(place, stacks, wanted)
        }
        for look in looks {
            switch look {
            case .success(let here):
                inspection.stacks += here.stacks
                inspection.unwanted += here.unwanted
            case .failure(let obstacle): obstacles.append(obstacle)
            }
        }
        switch await sets {
        case .success(let (looks, unwanted)):
            inspection.sets = looks
            inspection.unwantedSets = unwanted
        case .failure(let obstacle): obstacles.append(obstacle)
        }
        guard obstacles.isEmpty else { throw Obstacles(obstacles) }
        inspection.stacks.sort { $0.run.wanted.stage < $1.run.wanted.stage }
        return inspection
    }

    /// One Region of one account.
    private struct Here: Sendable {
        var stacks: [Inspection.StackLook] = []
        var unwanted: [Inspection.UnwantedLook] = []
    }

    private func inspect(
        _ place: TemplateStack.Place, _ stacks: [WantedStack], _ wanted: Wanted
    ) async -> Result<Here, Obstacle> {
        do throws(Obstacle) {
            return .success(try await look(place, stacks, wanted))
        } catch {
            return .failure(error)
        }
    }

    private func look(
        _ place: TemplateStack.Place, _ stacks: [WantedStack], _ wanted: Wanted
    ) async throws(Obstacle) -> Here {
        guard let site = found.sites[place.account] else {
            throw Obstacle(
                account: place.account, "stacks", "there are no credentials for this account")
        }
        let there: [String: CloudFormation.StackDescription]
        do throws(AWS.Failure) {
            there = try await site.all(in: place.region) {
                CloudFormation.describeStacks(token: $0)
            }.reduce(into: [:]) { $0[$1.name] = $1 }
        } catch {
            throw Obstacle(
                error, at: site, place.region, "stacks",
                hint: "allow cloudformation:DescribeStacks, or leave the Region out with --skip "
                    + place.region)
        }
        let inTheWay = wanted.inTheWay(there.keys, account: place.account)
        guard inTheWay.isEmpty else {
            throw Obstacle(
                account: place.account, region: place.region, inTheWay.joined(separator: ", "),
                "was made by a deployment without organization, and now a stack set creates it",
                hint: "delete it there, then run this again")
        }
        try refuseFormerHub(there.keys, place, wanted)
        var here = Here()
        for stack in stacks {
            let run = StackRun(
                watch: watch(stack.name, site, place), wanted: stack, texts: texts,
                bucketRegion: found.source.plan.regions.home)
            var deployed: DeployedStack?
            if let found = there[stack.name] { deployed = try await run.deployed(found) }
            var look = Inspection.StackLook(run: run, step: StackStep(stack, deployed: deployed))
            // The trail is judged, and put right, by itself.
            if look.step.isOfSettledStack, stack.name != AlertPathNames.trail {
                await look.askServices()
            }
            here.stacks.append(look)
        }
        let unwanted = wanted.unwanted(
            there.keys, account: place.account, region: place.region,
            management: found.facts.management)
        for stack in unwanted {
            guard let found = there[stack.name] else { continue }
            let watch = watch(stack.name, site, place)
            let text = try await watch.send(CloudFormation.getTemplate(of: stack.name))
            here.unwanted.append(
                Inspection.UnwantedLook(
                    watch: watch, stack: stack,
                    deployed: DeployedStack(
                        status: found.status, parameters: found.parameters,
                        template: texts.value(of: text)), place: place))
        }
        return here
    }

    private func refuseFormerHub(
        _ names: some Sequence<String>, _ place: TemplateStack.Place, _ wanted: Wanted
    ) throws(Obstacle) {
        guard place.account == found.source.plan.emergencyAccount else { return }
        let former = wanted.ofFormerHub(names, account: place.account, region: place.region)
        guard !former.isEmpty else { return }
        throw Obstacle(
            account: place.account, region: place.region, former.joined(separator: ", "),
            "is of a plan with its hub in this Region, and a new hub needs the names of its roles",
            hint: "docs/runbooks/roll-out.md says how a hub moves")
    }

    private func watch(
        _ name: String, _ site: Site, _ place: TemplateStack.Place
    ) -> StackWatch {
        StackWatch(name, at: site, place.region, board)
    }

    private typealias Sets = ([Inspection.SetLook], [String])

    private func inspectSets(_ wanted: Wanted) async -> Result<Sets, Obstacle> {
        guard let reach = found.sites.reach, let site = found.sites.organization else {
            return .success(([], []))
        }
        let sets = StackSetSite(site, found.source.plan.regions.home, reach, board)
        do throws(Obstacle) {
            let names = try await sets.names()
            let looks = await wanted.sets.concurrentMap(width: jobs) { [self] set in
                await inspect(
                    StackSetRun(
                        sets: sets, wanted: set, matrix: found.matrix, texts: texts,
                        partition: found.source.plan.partition))
            }
            var all: [Inspection.SetLook] = []
            for look in looks { all.append(try look.get()) }
            return .success((all, wanted.unwantedSets(names)))
        } catch {
            return .failure(error)
        }
    }

    private func inspect(_ run: StackSetRun) async -> Result<Inspection.SetLook, Obstacle> {
        do throws(Obstacle) {
            return .success(Inspection.SetLook(run: run, look: try await run.look()))
        } catch {
            return .failure(error)
        }
    }
}

extension Surroundings {
    /// Every Region of the emergency access account that gets rules.
    fileprivate var emergencyPlaces: [TemplateStack.Place] {
        let plan = source.plan
        return (facts.covered[plan.emergencyAccount] ?? []).map {
            TemplateStack.Place(
                account: plan.emergencyAccount, region: $0, partition: plan.partition)
        }
    }
}

extension TemplateStack.Place {
    /// By account, then by Region.
    fileprivate static func < (one: Self, other: Self) -> Bool {
        (one.account, one.region) < (other.account, other.region)
    }
}
