import AWSClient
import AccessPlan
package import Deployment
import System

/// A deployment, step by step: the command line shows what each one found, and asks in between.
package struct DeployRun: Sendable {
    /// What was found.
    package let found: Surroundings

    /// What the run waits for.
    package let board: Board

    private let options: DeployOptions
    private let narrator: Narrator

    /// Begins a run.
    package init(_ found: Surroundings, _ options: DeployOptions, _ narrator: Narrator) {
        self.found = found
        self.options = options
        self.narrator = narrator
        board = Board(narrator, in: found.sites.emergency.client.world)
    }

    private func inspector(_ found: Surroundings) -> Inspector {
        Inspector(found: found, board: board, jobs: options.jobs)
    }

    /// What a look at the stacks tells.
    package struct Look: Sendable {
        /// What will be done.
        package let inspection: Inspection

        /// Warnings: code of somebody else, in a bucket or in a function.
        package let warnings: [Obstacle]

        /// What is changed beside stacks: a sentence each.
        let further: [String]

        /// Everything that will be done, for people and programs.
        package var table: ChangeTable {
            var table = inspection.table
            table.further = further
            return table
        }

        let inspector: Inspector
    }

    /// Looks at every stack, stack set and code object. Changes nothing.
    package func look() async throws(Obstacles) -> Look {
        let code: CodeShipment
        let warnings: [Obstacle]
        do throws(Obstacle) {
            (code, warnings) = try await CodeShipment.look(found)
        } catch {
            throw Obstacles(error)
        }
        var seen = found
        seen.facts.add(found.source.packages, stored: code.stored)
        let inspector = inspector(seen)
        let changed = await DeployedCode(
            found.sites.emergency, found.source.plan, found.source.packages
        ).mismatches()
        let further =
            changed.map { "\($0.region ?? "")  \($0.subject) gets what was built" }
            + found.trailChanges
            + (await Subscriptions(plan: found.source.plan, site: found.sites.emergency).planned())
        return Look(
            inspection: try await inspector.inspect(), warnings: warnings + changed,
            further: further, inspector: inspector)
    }

    /// The same as a result.
    package func looking() async -> Result<Look, Obstacles> {
        do throws(Obstacles) {
            return .success(try await look())
        } catch {
            return .failure(error)
        }
    }

    /// Does what was shown, and proves that the functions run what was built.
    /// - Throws: ``Obstacles``; none where the run was only canceled.
    package func execute(_ look: Look) async throws(Obstacles) {
        let ticking = Task { [board] in await board.tick() }
        defer { ticking.cancel() }
        var execution = Execution(found: look.inspector.found, inspector: look.inspector)
        let shipment = try await execution.run(look.inspection)
        let proof = await DeployedCode(
            found.sites.emergency, found.source.plan, found.source.packages, narrator: narrator
        ).prove(shipment.stored)
        for function in proof.restored { board.say("\(function)  put back: it ran other code") }
        guard proof.obstacles.isEmpty else { throw Obstacles(proof.obstacles) }
        board.say("\(proof.proven.count) functions run what was built, by Lambda's answer")
    }
}

extension Surroundings {
    /// What becomes of the trail beside its stack, and of the plan file.
    fileprivate var trailChanges: [String] {
        switch trail {
        case .own(let own) where !own.reasons.isEmpty:
            [
                "\(own.account)  breakglass-trail is put right: it "
                    + own.reasons.joined(separator: ", and ")
            ]
        case .adopt(let arn): ["the plan gets the line trail: \(arn.text)"]
        case .own, .asItIs, .blocked: []
        }
    }
}
