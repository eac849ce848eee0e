import AccessPlan
import ArgumentParser

extension PlanCommand {
    /// `breakglass plan idp`.
    struct IdP: SpeakingCommand {
        static let configuration = CommandConfiguration(
            commandName: "idp",
            abstract: "Say what the identity provider's administrator sets up, once.",
            discussion: """
                Groups, the federation app and its settings, assignments, and the app by which the \
                checker reads. The group filter is tried on every group's name before anything is \
                printed; a plan whose names do not become its roles is refused.
                """)

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(
            help: ArgumentHelp(
                "A file with the public key that the checker signs in with.",
                discussion: """
                    What "aws kms get-public-key --key-id KEY" prints, in whatever output format, \
                    or PEM or DER.
                    """, valueName: "file"))
        var publicKey: String?

        @Option(help: "text, or json for whoever sets it up by API.")
        var format = Format.text

        /// How it is written.
        enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.plan(at: plan) else { return .failure }
            do {
                let sheet = IdPSheet(
                    plan: read, setup: try read.federationSetup(),
                    publicKey: try publicKey.map { try PublicKeyFile(path: $0).key })
                terminal.print(format == .json ? sheet.json : sheet.text)
                return .fine
            } catch {
                terminal.error("\(error)")
                return .failure
            }
        }
    }
}
