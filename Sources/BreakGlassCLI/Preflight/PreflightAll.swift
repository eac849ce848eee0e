import AccessPlan
import ArgumentParser
import Deployment
import Rollout
import Templates

extension PreflightCommand {
    /// `breakglass preflight PLAN`.
    struct All: SpeakingCommand {
        static let configuration = CommandConfiguration(
            commandName: "all",
            abstract: "Ask everything that could stand in a deployment's way.",
            discussion: """
                Signs in as deploy does, reads, and changes nothing. Prints a page of yes and no for each \
                account that there are credentials for; each no with the command that fixes it. \
                Permissions are simulated: session policies, and service control policies with \
                conditions, are not part of that. Quotas of accounts that only stack sets reach are not \
                asked.
                Exit status: 0 all yes, 1 a no, 2 something could not be asked.
                """)

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @OptionGroup var sites: SiteOptions

        @Flag(help: "Print the answers as JSON.")
        var json = false

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.wholePlan(at: plan, warns: true) else { return .failure }
            let source: DeploySource
            do {
                source = try DeploySource(
                    read, read.templates(PlanAttachments(of: read, beside: plan)), [])
            } catch {
                terminal.error("\(plan): \(error)")
                return .failure
            }
            var options = DeployOptions()
            options.signIn = sites.signIn
            options.skipped = Set(sites.skip)
            let narrator = terminal.narrator(isJSON: json)
            let result = Interruptible.wait(onInterrupt: { terminal.progress("") }) { [options] in
                await Self.survey(source, options, narrator)
            }
            switch result {
            case .failure(let obstacle):
                terminal.progress("")
                terminal.error(obstacle)
                return .failure
            case .success(let answers):
                let page = PreflightPage(answers, plan: read)
                if json {
                    terminal.print(page.json)
                } else {
                    page.lines.forEach { terminal.print($0) }
                    terminal.print("\n\(page.summary)")
                }
                return page.status
            }
        }

        private static func survey(
            _ source: DeploySource, _ options: DeployOptions, _ narrator: Narrator
        ) async -> Result<[PreflightAnswer], Obstacle> {
            do throws(Obstacle) {
                return .success(try await Preflight.survey(source, options, narrator))
            } catch {
                return .failure(error)
            }
        }
    }
}

extension PreflightPage {
    /// As for checks: a no counts more than what could not be asked.
    var status: ExitStatus {
        count(.no) > 0 ? .drift : count(.unknown) > 0 ? .failure : .fine
    }
}
