import ArgumentParser
import Deployment

extension PreflightCommand {
    /// `breakglass preflight retry`.
    struct Retry: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether a failed step is worth a second try.",
            discussion: """
                Reads what CloudFormation says of the resources that failed, a line each, and prints why \
                the same step may succeed now. Exit status: 0 try again, 1 it would fail again.
                """)

        @Argument(help: "A file with the messages; - is standard input.")
        var messages: String

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            do throws(CommandError) {
                let text = String(decoding: try FileBytes.read(messages), as: UTF8.self)
                let lines = text.split(separator: "\n").map(String.init)
                guard let failure = PassingFailure.of(lines) else { return .drift }
                terminal.print(failure.reason)
                return .fine
            } catch {
                terminal.error(error)
                return .failure
            }
        }
    }
}
