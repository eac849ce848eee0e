import AWSClient
import AccessPlan
import Deployment

/// Does what was shown: stage by stage, within a stage side by side.
struct Execution: Sendable {
    var found: Surroundings
    let inspector: Inspector
    var sources = TemplateSources()

    private var board: Board { inspector.board }
    private var plan: Plan { found.source.plan }

    /// Does it.
    /// - Returns: what the buckets hold.
    /// - Throws: ``Obstacles``; stages after the failed one were not begun.
    mutating func run(_ inspection: Inspection) async throws(Obstacles) -> CodeShipment {
        var shipment = CodeShipment()
        var inspection = inspection
        board.expect(inspection.count)
        try await repairTrail()
        let stages = Set(
            inspection.wanted.stacks.map(\.stage) + inspection.wanted.sets.map(\.stage))
        for (index, stage) in stages.sorted().enumerated() {
            try await delete(inspection.unwanted.filter { $0.stack.stage == stage })
            try await deploy(inspection, stage)
            guard index == 0 else { continue }
            // The buckets are there from now on.
            try await checkTrail()
            shipment = try await storeCode(&inspection)
        }
        try await delete(inspection.unwanted.filter { $0.stack.stage == nil })
        try await deleteSets(inspection)
        try await askServices(inspection)
        return shipment
    }

    private func deploy(_ inspection: Inspection, _ stage: Int) async throws(Obstacles) {
        var work: [@Sendable () async -> Obstacle?] = []
        for look in inspection.stacks
        where look.run.wanted.stage == stage && look.step != .none {
            let source = sources[look.run.wanted]
            work.append { await look.deploy(source) }
        }
        for look in inspection.sets where look.run.wanted.stage == stage && !look.look.isDone {
            let source = sources[look.run.wanted, account: look.run.sets.site.account]
            work.append { await look.deploy(source) }
        }
        try await sideBySide(work)
    }

    /// Asks the services for what the deployed stacks claim; of the others it is known already.
    private func askServices(_ inspection: Inspection) async throws(Obstacles) {
        let deployed = inspection.stacks.filter { $0.step != .none }
        let reports = await deployed.concurrentMap(width: inspector.jobs) { look in
            await Claims(look.run.watch.site, look.run.watch.region).check(look.run.wanted)
        }
        let faults = reports.filter { !$0.faults.isEmpty }.flatMap(\.obstacles)
        guard faults.isEmpty else { throw Obstacles(faults) }
        let all = reports + inspection.stacks.compactMap { $0.step == .none ? $0.report : nil }
        for doubt in reports.flatMap(\.unasked) { board.say("not verified: \(doubt)") }
        board.say(
            "\(all.count { $0.unasked.isEmpty }) of \(all.count) stacks: what they claim exists, "
                + "by the services' answers")
    }

    private func delete(_ stacks: [Inspection.UnwantedLook]) async throws(Obstacles) {
        try await sideBySide(stacks.map { one in { await one.delete() } })
    }

    /// Rules forward by roles, so roles go last.
    private func deleteSets(_ inspection: Inspection) async throws(Obstacles) {
        guard let reach = found.sites.reach, let site = found.sites.organization else { return }
        let sets = StackSetSite(site, plan.regions.home, reach, board)
        for name in inspection.unwantedSets.reversed() {
            try await sideBySide([{ await sets.takeDown(name) }])
        }
    }

    private func sideBySide(_ work: [@Sendable () async -> Obstacle?]) async throws(Obstacles) {
        try await work.sideBySide(width: inspector.jobs)
    }

    private var trailRepair: TrailRepair? {
        guard case .own(let trail) = found.trail, let site = found.sites[trail.account] else {
            return nil
        }
        return TrailRepair(site: site, home: plan.regions.home, trail: trail)
    }

    private func repairTrail() async throws(Obstacles) {
        do throws(Obstacle) {
            if let trailRepair, let was = try await trailRepair.apply() {
                board.say("\(trailRepair.site.account)  breakglass-trail put right: it \(was)")
            }
        } catch {
            throw Obstacles(error)
        }
    }

    private func checkTrail() async throws(Obstacles) {
        do throws(Obstacle) {
            try await trailRepair?.check(plan)
        } catch {
            throw Obstacles(error)
        }
    }

    /// Puts code and large templates into the buckets, and lets the hubs name these versions.
    private mutating func storeCode(
        _ inspection: inout Inspection
    ) async throws(Obstacles) -> CodeShipment {
        let stored: CodeShipment
        do throws(Obstacle) {
            stored = try await CodeShipment.send(found, inspection.wanted, board)
        } catch {
            throw Obstacles(error)
        }
        found.facts.add(found.source.packages, stored: stored.stored)
        sources = stored.sources
        let wanted: Wanted
        do throws(MissingTemplate) {
            wanted = try Wanted(
                plan, found.source.rendered, templates: found.source.templates, found.facts)
        } catch {
            throw Obstacles(Obstacle("templates", "\(error)"))
        }
        let new = Dictionary(
            wanted.stacks.map { ("\($0.place)\($0.name)", $0) }, uniquingKeysWith: { $1 })
        for index in inspection.stacks.indices {
            let before = inspection.stacks[index].run.wanted
            guard let stack = new["\(before.place)\(before.name)"],
                stack.parameters != before.parameters
            else { continue }
            inspection.stacks[index].run.wanted = stack
            do throws(Obstacle) {
                inspection.stacks[index].step = StackStep(
                    stack, deployed: try await inspection.stacks[index].run.deployed())
            } catch {
                throw Obstacles(error)
            }
        }
        inspection.wanted = wanted
        return stored
    }
}

extension Inspection {
    /// How many stacks and stack sets are deployed or deleted.
    fileprivate var count: Int {
        stacks.count { $0.step != .none } + sets.count { !$0.look.isDone } + unwanted.count
            + unwantedSets.count
    }
}

extension Inspection.StackLook {
    /// Deploys or repairs the stack, with a line at the end.
    fileprivate func deploy(_ source: CloudFormation.TemplateSource) async -> Obstacle? {
        await run.watch.board.track(run.watch.subject) { () throws(Obstacle) in
            guard isRepair, let report else { return try await run.deploy(step, source) }
            return try await StackRepair(report: report).apply(run, source)
        }
    }
}

extension Inspection.SetLook {
    /// Deploys the stack set, with a line at the end.
    fileprivate func deploy(_ source: CloudFormation.TemplateSource) async -> Obstacle? {
        await run.sets.board.track(run.sets.subject(run.wanted.name)) { () throws(Obstacle) in
            try await run.deploy(source)
        }
    }
}

extension Inspection.UnwantedLook {
    /// Deletes the stack, with a line at the end.
    fileprivate func delete() async -> Obstacle? {
        await watch.board.track(watch.subject) { () throws(Obstacle) in
            try await watch.takeDown()
            return "deleted"
        }
    }
}
