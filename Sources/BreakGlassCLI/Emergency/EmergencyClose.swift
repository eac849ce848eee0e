import AWSClient
import AccessPlan
import ArgumentParser
import State
import System

extension EmergencyCommand {
    /// `breakglass emergency close`.
    struct Close: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a declaration: the emergency is over. Later, finish it.",
            discussion: """
                After that, no use is expected, and the nightly report lists what has to be closed \
                again. When everything is closed, run this command again with --finished.
                """)

        @OptionGroup var place: Place

        @Option(help: "The incident's id: only this one is closed.")
        var incident: String

        @Option(help: "Who closes it.")
        var by: String

        @Flag(help: "Somebody signed in through IAM Identity Center again.")
        var identityCenterWorks = false

        @Flag(help: "Everything is closed again: delete the declaration.")
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

        /// Reports the outcome. Whether the table is now as requested.
        private func say(
            _ outcome: StateTable.DeclarationWrite, _ region: String, _ terminal: Terminal
        ) -> Bool {
            switch outcome {
            case .written:
                terminal.print("\(region): \(incident) is \(finished ? "finished" : "closing")")
                return true
            case .refused(nil):
                // This table was written earlier, when the other one did not answer.
                terminal.print("\(region): nothing is declared")
                return true
            case .refused(let standing?) where standing.incident == incident:
                terminal.error(
                    "\(region): \(incident) is not closing yet\n"
                        + "hint: close it without --finished first, then close what was opened")
            case .refused(let standing?):
                terminal.error(
                    "\(region): the current declaration is not \(incident): \(standing.summary)\n"
                        + "hint: use that incident's id, if that incident is over")
            }
            return false
        }
    }
}
