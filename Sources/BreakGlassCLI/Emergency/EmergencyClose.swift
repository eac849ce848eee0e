import AWSClient
import AccessPlan
import ArgumentParser
import State
import System

extension EmergencyCommand {
    /// `breakglass emergency close`.
    struct Close: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that it is over, and later that everything is shut again.",
            discussion: """
                From then on no use is covered, and the checker's report lists what has to be shut \
                again. When the report says that everything is, close it with --finished.
                """)

        @OptionGroup var place: Place

        @Option(help: "The incident's id: only this one is closed.")
        var incident: String

        @Option(help: "Who says so.")
        var by: String

        @Flag(help: "Somebody signed in through IAM Identity Center again.")
        var identityCenterWorks = false

        @Flag(help: "Everything is shut again: forget it.")
        var finished = false

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            place.run(terminal) { plan in
                let tables = try place.tables(of: plan)
                _ = try terminal.caller(of: plan, tables)
                let now = Int(Moment.now.seconds)
                var refused = false
                let status = terminal.each(tables, repeating: "close it again when it does") {
                    table throws(AWS.Failure) in
                    let outcome =
                        finished
                        ? try table.state.finish(incident, now: now, deadline: .never)
                        : try table.state.close(
                            incident, by: by, identityCenterWorks: identityCenterWorks, now: now,
                            deadline: .never)
                    refused = !say(outcome, table.region, terminal) || refused
                }
                return refused ? .failure : status
            }
        }

        /// Whether it is as it was asked for.
        private func say(
            _ outcome: StateTable.DeclarationWrite, _ region: String, _ terminal: Terminal
        ) -> Bool {
            switch outcome {
            case .written:
                terminal.print("\(region): \(incident) is \(finished ? "finished" : "closing")")
                return true
            case .refused(nil):
                // A table that was written while the other did not answer has nothing left to do.
                terminal.print("\(region): nothing is declared")
                return true
            case .refused(let standing?) where standing.incident == incident:
                terminal.error(
                    "\(region): \(incident) is not closing yet\n"
                        + "hint: close it without --finished first, then shut what was opened")
            case .refused(let standing?):
                terminal.error(
                    "\(region): \(standing.summary) is what is declared, not \(incident)\n"
                        + "hint: name that incident, if it is the one that is over")
            }
            return false
        }
    }
}
