import AccessPlan
import ArgumentParser

extension PlanCommand {
    /// `breakglass plan diagram`.
    struct Picture: SpeakingCommand {
        static let configuration = CommandConfiguration(
            commandName: "diagram",
            abstract: "Draw who gets where, and the way an alert takes.",
            discussion: """
                Prints SVG for a page or Mermaid for a wiki. Up to \(WaysIn.most) emergency roles \
                are drawn one by one, more of them once for each kind of access.
                """)

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "svg or mermaid.")
        var format = Format.svg

        /// How it is drawn.
        enum Format: String, ExpressibleByArgument, CaseIterable { case svg, mermaid }

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.plan(at: plan) else { return .failure }
            let diagram = Diagram(of: read)
            terminal.print(format == .svg ? diagram.svg : diagram.mermaid)
            read.mapping.remarks.forEach { terminal.note($0) }
            return .fine
        }
    }
}
