import AccessPlan
import Deployment
import Rollout
import Templates
import Text

/// A deployment as a person sees it: find, show, ask, do, prove.
struct DeployPhases: Sendable {
    let command: DeployCommand
    let plan: Plan
    let terminal: Terminal

    private var narrator: Narrator { terminal.narrator(isJSON: command.json) }

    /// Deploys.
    func run() async -> ExitStatus {
        do throws(Obstacles) {
            let found = try await find()
            let run = DeployRun(found, command.options, narrator)
            // Both only read; the answers are shown first.
            async let answers = preflight(found)
            async let looking = run.looking()
            try show(try await answers.get())
            narrator.say("2. What will change")
            let look = try await looking.get()
            guard !Task.isCancelled else { throw Obstacles([]) }
            guard try agree(look) else { return .failure }
            if command.planOnly { return .fine }
            try adopt(found)
            narrator.say("3. Stacks")
            try await run.execute(look)
            return try await prove(run, look)
        } catch {
            let obstacles = error.afterCancellation
            terminal.report(obstacles)
            if Task.isCancelled {
                terminal.note("stopped; run the same command again: it goes on where it stopped")
            }
            if command.json, !command.planOnly {
                let result: JSON = [
                    "schema": "breakglass.deployment/1",
                    "status": .number("\(ExitStatus.failure.rawValue)"),
                    "obstacles": .array(obstacles.all.map { .string("\($0)") }),
                ]
                terminal.print(result.bytes)
            }
            return .failure
        }
    }

    private func find() async throws(Obstacles) -> Surroundings {
        narrator.say("1. Accounts, Regions and the trail")
        let found = try await Surroundings.read(
            plan, command.options, make: source, narrator: narrator)
        found.trailLines.forEach { narrator.say($0) }
        found.matrix.summary.forEach { narrator.say($0) }
        found.notes.forEach { terminal.note($0) }
        let regions = Set(found.matrix.cells.map(\.region))
        for region in command.sites.skip where !regions.contains(region) {
            terminal.note("--skip \(region): no account has such a Region")
        }
        return found
    }

    /// Asks what could stand in the way.
    private func preflight(_ found: Surroundings) async -> Result<PreflightPage, Obstacles> {
        do throws(Obstacle) {
            let answers = try await Preflight(found).run()
            return .success(PreflightPage(answers, plan: found.source.plan))
        } catch {
            return .failure(Obstacles(error))
        }
    }

    /// Says what stands in the way.
    private func show(_ page: PreflightPage) throws(Obstacles) {
        page.open.forEach { narrator.say($0) }
        narrator.say("preflight: \(page.summary)")
        guard !page.stops || command.planOnly else {
            throw Obstacles(
                Obstacle(
                    "deploy", "cannot begin: see each NO above",
                    hint: "fix it, then run this again; breakglass preflight shows every answer"))
        }
    }

    /// What follows from a plan: parameters, templates, zips.
    @Sendable private func source(_ plan: Plan) throws(Obstacle) -> DeploySource {
        let rendered: RenderedTemplates
        do {
            rendered = try plan.templates(PlanAttachments(of: plan, beside: command.plan))
        } catch {
            throw Obstacle(command.plan, "\(error)")
        }
        rendered.remarks.forEach { terminal.note($0) }
        return try DeploySource(
            plan, rendered,
            try FunctionPackage.all(
                in: command.functions ?? BuiltFunctions.folder(), plan: plan.json))
    }

    /// Shows the changes and asks.
    /// - Returns: whether to go ahead.
    private func agree(_ look: DeployRun.Look) throws(Obstacles) -> Bool {
        let table = look.table
        (look.warnings + look.inspection.doubts).forEach { terminal.note("\($0)") }
        if !command.json { table.lines.forEach(terminal.print) }
        if command.json, command.planOnly { terminal.print(table.json) }
        let refused = table.refused.map { row in
            Obstacle(
                account: row.place.account, region: row.place.region, row.name,
                row.act.reason ?? "", hint: row.act.hint)
        }
        guard refused.isEmpty else { throw Obstacles(refused) }
        if command.planOnly || table.isEmpty { return true }
        guard table.losses.isEmpty || command.allowLoss || !command.yes else {
            throw Obstacles(
                Obstacle(
                    "--yes", "does not cover what would be lost",
                    hint: "read the table; --allow-loss permits it"))
        }
        if command.yes { return true }
        guard let answer = terminal.ask("Go ahead? [y/N] ") else {
            throw Obstacles(
                Obstacle(
                    "deploy", "nobody is there to ask", hint: "--yes goes ahead without asking"))
        }
        guard answer.lowercased().hasPrefix("y") else {
            terminal.note("nothing was changed")
            return false
        }
        guard !table.losses.isEmpty, !command.allowLoss else { return true }
        let typed = terminal.ask(
            "Something would be lost, see above. Type \"lose it\" to go ahead: ")
        guard typed == "lose it" else {
            terminal.note("nothing was changed")
            return false
        }
        return true
    }

    /// Writes the adopted trail into the plan.
    private func adopt(_ found: Surroundings) throws(Obstacles) {
        guard case .adopt(let trail) = found.trail else { return }
        guard terminal.write(trail: trail.text, into: command.plan) else {
            throw Obstacles(Obstacle(command.plan, "does not name the trail, see above"))
        }
    }

    /// What is left once the stacks are there: subscriptions, canaries, what only people can do.
    private func prove(
        _ run: DeployRun, _ look: DeployRun.Look
    ) async throws(Obstacles) -> ExitStatus {
        let (found, site) = (run.found, run.found.sites.emergency)
        let plan = found.source.plan
        narrator.say("4. Subscriptions")
        let people = await Subscriptions(plan: plan, site: site).subscribe()
        people.done.forEach { narrator.say($0) }
        guard people.obstacles.isEmpty else { throw Obstacles(people.obstacles) }
        let heard = await hear(found)
        guard !Task.isCancelled else { throw Obstacles([]) }
        narrator.say("6. What only people can do")
        let list = await ToDo(plan: plan, site: site).list(
            found.notes.map { ToDoItem(.other, $0) })
        narrator.say(list.text)
        list.unread.forEach { terminal.note("\($0)") }
        let gaps = report(found.matrix.gaps)
        let status: ExitStatus = heard == false ? .drift : gaps
        if command.json {
            let result: JSON = [
                "schema": "breakglass.deployment/1", "status": .number("\(status.rawValue)"),
                "changes": JSON(look.table.json) ?? .null,
                "heard": heard.map(JSON.bool) ?? .null, "toDo": list.json,
            ]
            terminal.print(result.bytes)
        }
        return status
    }

    /// Waits until a canary of every account and Region was heard.
    /// - Returns: whether all were; nil if the operator does not want to know.
    private func hear(_ found: Surroundings) async -> Bool? {
        guard command.wait > 0 else {
            terminal.note("not proven to be heard: --wait 0")
            return nil
        }
        narrator.say("5. Canaries: at most \(command.wait) s")
        let plan = found.source.plan
        let heard: Heard
        do throws(Obstacle) {
            heard = try await Hearing(
                plan: plan, site: found.sites.emergency,
                // The checker sends canaries where the plan has a role for them.
                expected: found.matrix.places.filter { plan.watchedAccounts.contains($0.account) }
            ).listen(within: .seconds(command.wait), narrator)
        } catch {
            guard !Task.isCancelled else { return false }
            terminal.error("\(error)")
            terminal.error("deployed, and not proven to be heard: see above")
            return false
        }
        guard !Task.isCancelled else { return false }
        heard.summary.forEach { narrator.say($0) }
        heard.obstacles(home: plan.regions.home).forEach { terminal.error("\($0)") }
        return heard.isWhole
    }

    /// Names the Regions that get no rules.
    private func report(_ gaps: [RegionMatrix.Gap]) -> ExitStatus {
        let until = Preflight.lastWaiverDay()
        for gap in gaps where gap.waiver != nil { terminal.note(gap.words(plan, until: until)) }
        let open = gaps.filter { $0.waiver == nil }
        for gap in open { terminal.error(gap.words(plan, until: until)) }
        guard !open.isEmpty else { return .fine }
        terminal.error(
            "deployed, except for the Regions above\n"
                + "hint: close each gap or waive it in the plan, then run this again")
        return .drift
    }
}
