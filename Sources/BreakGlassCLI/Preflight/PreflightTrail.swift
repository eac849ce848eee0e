import AWSClient
import AccessPlan
import ArgumentParser
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

        @Option(help: "text, or tsv for programs.")
        var format = Format.text

        @Flag(help: "Write the ARN of a fit trail into the plan, if the plan does not name it.")
        var adopt = false

        enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv }

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.plan(at: plan) else { return .failure }
            do throws(AWS.Failure) {
                let reader = try TrailReader(plan: read, profile: profile)
                let choice = TrailChoice(try reader.trails(), plan: read)
                var lines = choice.lines(ofOrganization: read.isOfAnOrganization)
                if choice.decision == .make, read.isOfAnOrganization {
                    lines += reader.missing().map(\.line)
                }
                terminal.print(format == .tsv ? lines.tsv : lines.text)
                choice.problems.forEach { terminal.error($0) }
                guard case .adopt(let trail) = choice.decision, adopt, read.trail == nil,
                    !trail.isOurs
                else {
                    return choice.status
                }
                return terminal.write(trail: trail.arn, into: plan) ? .fine : .failure
            } catch {
                terminal.error(error)
                return .failure
            }
        }
    }
}

extension [[String]] {
    /// A line each, tabs between the parts. No part has a tab or a line feed of its own.
    fileprivate var tsv: String {
        map { line in
            line.map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    fileprivate var text: String {
        var table = Table(["", "", "", "", ""])
        table.rows = map { line in line + [String](repeating: "", count: 5 - line.count) }
        return table.written(as: .text).split(separator: "\n").dropFirst(2)
            .joined(separator: "\n")
    }
}
