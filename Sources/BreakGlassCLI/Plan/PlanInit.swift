import ArgumentParser
import Foundation

extension PlanCommand {
    /// `breakglass plan init`.
    struct Init: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write an example of a plan, with every part of it explained.")

        @Argument(help: "The file to write, which must not be there yet.")
        var file = "plan.yaml"

        @Flag(help: "Print the example instead of writing a file.")
        var stdout = false

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard !stdout, file != "-" else {
                terminal.print(PlanExample.text)
                return .fine
            }
            do {
                try Data((PlanExample.text + "\n").utf8)
                    .write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
            } catch CocoaError.fileWriteFileExists {
                terminal.error(
                    """
                    \(file) is there already, and a plan is not written over
                    hint: name another file, or print the example with --stdout
                    """)
                return .failure
            } catch {
                let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
                let isThere = FileManager.default.fileExists(atPath: folder)
                terminal.error(
                    isThere
                        ? "\(file) cannot be written: permission denied, or no space left"
                        : "\(file) cannot be written: the folder does not exist")
                return .failure
            }
            terminal.print(file)
            terminal.note("put your values in, then run: breakglass plan validate \(file)")
            return .fine
        }
    }
}
