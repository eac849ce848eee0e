import AWSClient
import AccessPlan
import ArgumentParser
import State
import System

extension EmergencyCommand {
    /// `breakglass emergency open`.
    struct Open: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declare that emergency access is going to be used, or a drill.",
            discussion: """
                Two people cannot overwrite each other: while one declaration is open, another one \
                is rejected. The same one may be written again, e.g. if a Region did not answer.
                """)

        @OptionGroup var place: Place

        @Option(help: "The incident's id, e.g. INC-4711.")
        var incident: String

        @Option(help: "The access path: user or federation; drill for a rehearsal.")
        var mode: Declaration.Mode

        @Option(help: "Who declares it.")
        var by: String

        @Option(help: "Who approves it: another person.")
        var approver: String

        @Option(
            help: """
                The end, at most 24 hours from now: PT4H for four hours, or 2026-07-01T12:00:00Z.
                """)
        var until: End

        @Option(
            help: """
                Who is expected, by the name that alerts show: a break-glass user's name, or the \
                name at the identity provider. May be repeated; the default is anybody.
                """)
        var person: [String] = []

        @Option(
            help: """
                An account where use is expected, by name or id. May be repeated; the default is \
                every account.
                """)
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
                tables, repeating: "run the same command again later, so that both Regions have it"
            ) { table throws(AWS.Failure) in
                guard !refused else { return }
                switch try table.state.declare(declaration, deadline: .never) {
                case .written: terminal.print("\(table.region): \(declaration.summary)")
                case .refused(let standing?) where standing.isSame(as: declaration):
                    // Both Regions must store the same times.
                    declaration = standing
                    terminal.print("\(table.region): \(standing.summary), unchanged")
                case .refused(let standing):
                    refused = true
                    terminal.error(
                        "\(table.region): another declaration is open: "
                            + "\(standing?.summary ?? "not readable")\n"
                            + "hint: close it first (breakglass emergency close), or use it")
                }
            }
            if status == .fine, !refused {
                terminal.note(
                    "this opens nothing: it only records what is expected. When the emergency is "
                        + "over, run breakglass emergency close")
            }
            return refused ? .failure : status
        }
    }
}
