import AWSClient
import AccessPlan
import ArgumentParser
import Checker
import Rollout
import Snapshots
import System

extension PreflightCommand {
    /// `breakglass preflight trail`.
    struct Trail: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find the trail through which EventBridge receives events.",
            discussion: """
                Judges each trail that logs this account, as the nightly check does. If the plan has \
                accounts besides the emergency access account, only a trail of the organization is \
                enough. One line a fact: trail (ARN, home Region, fit, unfit or unknown, why), and \
                what follows from them: adopt (ARN), repair (ARN, why), make (of the organization: yes \
                or no), or missing (what, the command that adds it).
                Exit status: 0 a trail is fit, 1 none is, 2 that is not known.
                """)

        @Option(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "The AWS profile to use.")
        var profile: String?

        @Flag(help: "Write the ARN of a fit trail into the plan, if the plan does not name it.")
        var adopt = false

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.plan(at: plan) else { return .failure }
            let answer: Answer
            do throws(AWS.Failure) {
                answer = try self.read(read).get()
            } catch {
                terminal.error(error)
                return .failure
            }
            let choice = answer.choice
            let lines =
                choice.lines(ofOrganization: read.isOfAnOrganization)
                + answer.missing.map { ["missing", $0.name, $0.command] }
            terminal.print(lines.columns)
            choice.problems.forEach { terminal.error("\($0.fact)\nhint: \($0.hint)") }
            guard case .adopt(let trail) = choice.decision, adopt, read.trail == nil, !trail.isOurs
            else {
                return choice.status
            }
            return terminal.write(trail: trail.arn, into: plan) ? .fine : .failure
        }

        private struct Answer: Sendable {
            let choice: TrailChoice
            let missing: [TrailPrecondition]
        }

        private func read(_ plan: Plan) throws(AWS.Failure) -> Result<Answer, AWS.Failure> {
            let (world, home) = (World.real, plan.regions.home)
            let (client, caller) = try AWS.ConcurrentClient.forProfile(
                profile, region: home, in: world)
            return Observer.wait {
                do throws(AWS.Failure) {
                    let own = try await client.send(
                        STS.getCallerIdentity(), in: home, as: caller,
                        before: world.deadline(after: Site.patience))
                    let site = Site(
                        account: own.account, arn: own.arn, client: client, caller: caller)
                    let reader = TrailReader(site: site, home: home)
                    let choice = TrailChoice(try await reader.trails(), plan: plan)
                    let mustAsk = choice.decision == .make && plan.isOfAnOrganization
                    return .success(
                        Answer(choice: choice, missing: mustAsk ? await reader.missing() : []))
                } catch {
                    return .failure(error)
                }
            }
        }
    }
}

extension [[String]] {
    /// A line each, the parts in columns.
    fileprivate var columns: String {
        var table = Table(["", "", "", "", ""])
        table.rows = map { line in line + [String](repeating: "", count: 5 - line.count) }
        return table.written(as: .text).split(separator: "\n").dropFirst(2)
            .joined(separator: "\n")
    }
}
