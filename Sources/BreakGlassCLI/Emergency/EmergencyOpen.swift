import AWSClient
import AccessPlan
import ArgumentParser
import State
import System

extension EmergencyCommand {
    /// `breakglass emergency open`.
    struct Open: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declare that emergency access is going to be used, or practised.",
            discussion: """
                Two people never overwrite each other: while one declaration holds, another one is \
                refused. The same one may be written again, e.g. when a Region did not answer.
                """)

        @OptionGroup var place: Place

        @Option(help: "The incident's id, e.g. INC-4711.")
        var incident: String

        @Option(help: "Which way is used: user, federation, or drill for practice.")
        var mode: Declaration.Mode

        @Option(help: "Who declares it.")
        var by: String

        @Option(help: "Who approves it: somebody else.")
        var approver: String

        @Option(
            help: """
                Until when, at most 24 hours: PT4H for four hours, or 2026-07-01T12:00:00Z.
                """)
        var until: End

        @Option(
            help: """
                Who may act, by the name that alerts show: a break-glass user's name, or the name \
                at the identity provider. Repeat it; without it anybody may.
                """)
        var person: [String] = []

        @Option(
            help: "Where they may act: an account's name or id. Repeat it; without it, anywhere.")
        var account: [String] = []

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            place.run(terminal) { plan in
                var declaration = try plan.declaration(
                    DeclarationWords(
                        incident: incident, mode: mode, by: by, approver: approver, people: person,
                        accounts: account, until: until),
                    now: Int(Moment.now.seconds))
                let tables = try place.tables(of: plan)
                declaration.caller = try terminal.caller(of: plan, tables)
                return Self.open(declaration, in: tables, terminal)
            }
        }

        private static func open(
            _ declaration: Declaration, in tables: [DeclarationTable], _ terminal: Terminal
        ) -> ExitStatus {
            var declaration = declaration
            var refused = false
            let status = terminal.each(
                tables, repeating: "write the same again when it does, so that both Regions know"
            ) { table throws(AWS.Failure) in
                guard !refused else { return }
                switch try table.state.declare(declaration, deadline: .never) {
                case .written: terminal.print("\(table.region): \(declaration.summary)")
                case .refused(let standing?) where standing.isSame(as: declaration):
                    // Both Regions are to hold the same times.
                    declaration = standing
                    terminal.print("\(table.region): \(standing.summary), as it was")
                case .refused(let standing):
                    refused = true
                    terminal.error(
                        "\(table.region): \(standing?.summary ?? "another one") is in force\n"
                            + "hint: close it first, or work under it: breakglass emergency close")
                }
            }
            if status == .fine, !refused {
                terminal.note(
                    "nothing was opened by this: it only says what is expected. Close it when it "
                        + "is over: breakglass emergency close")
            }
            return refused ? .failure : status
        }
    }
}
