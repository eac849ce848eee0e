// BreakGlassCLI: the command line, one file per subcommand. It prints through `Terminal` only.

public import ArgumentParser

/// `breakglass`: the command that holds the others.
public struct RootCommand: ParsableCommand {
    /// What ArgumentParser needs to know.
    public static let configuration = CommandConfiguration(
        commandName: "breakglass",
        abstract: "Emergency access to AWS: shut, ready, and never used unheard.",
        version: Version.text,
        subcommands: [
            CheckCommand.self, PreviewCommand.self, PlanCommand.self, EmergencyCommand.self,
        ])

    /// Parsed, not built.
    public init() {}

    /// Runs a command line.
    /// - Parameters:
    ///   - arguments: what follows the program's name.
    ///   - terminal: where it speaks.
    /// - Returns: what the caller's shell is to see.
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

/// A subcommand: it speaks through a terminal and says how it ended.
protocol SpeakingCommand: ParsableCommand {
    /// Runs it.
    mutating func run(_ terminal: Terminal) -> ExitStatus
}
