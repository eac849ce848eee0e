// BreakGlassCLI: the command line, one file per subcommand. It prints through `Terminal` only.

public import ArgumentParser

/// `breakglass`: the command that holds the others.
public struct RootCommand: ParsableCommand {
    /// Name, description and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "breakglass",
        abstract: "Emergency access to AWS: closed, ready, and never used without an alert.",
        version: Version.text,
        subcommands: [
            CheckCommand.self, PreviewCommand.self, PlanCommand.self, PreflightCommand.self,
            DeployCommand.self, DestroyCommand.self, FirstContactCommand.self,
            EmergencyCommand.self, RedriveCommand.self, ReplayCommand.self,
        ])

    /// For ArgumentParser, which fills in the options.
    public init() {}

    /// Runs a command line.
    /// - Parameters:
    ///   - arguments: what follows the program's name.
    ///   - terminal: where the output goes.
    /// - Returns: the exit status of the process.
    public static func run(_ arguments: [String], terminal: Terminal = .standard) -> ExitStatus {
        do {
            var command = try parseAsRoot(arguments)
            if var speaker = command as? any SpeakingCommand {
                return speaker.run(terminal)
            }
            try command.run()
            return .fine
        } catch {
            guard exitCode(for: error) == .success else {
                terminal.usage(fullMessage(for: error))
                return .usage
            }
            terminal.print(fullMessage(for: error))
            return .fine
        }
    }
}

/// A subcommand that writes to a terminal and returns its exit status.
protocol SpeakingCommand: ParsableCommand {
    /// Runs it.
    mutating func run(_ terminal: Terminal) -> ExitStatus
}
