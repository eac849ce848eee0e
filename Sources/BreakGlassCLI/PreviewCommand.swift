import ArgumentParser
import BreakGlass
import Foundation

/// `breakglass preview`: what people would be told of an event, without AWS.
struct PreviewCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show what people would be told of events.",
        discussion: """
            Runs the code of the function that reads events, on files: EventBridge events, \
            CloudTrail records, CloudTrail log files, arrays of them, one a line; packed with gzip \
            or not. With --format json each event gives one line, in order.
            """)

    @Option(help: "The plan: YAML or JSON.")
    var plan: String

    @Option(help: "How to show an alert.")
    var format = PreviewFormat.email

    @Option(help: "Pretend that it is this time (ISO 8601); it decides the delay that is told.")
    var at: String?

    @Argument(help: "Files with events; - is standard input.")
    var events: [String]

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        guard let now = time(terminal), let plan = terminal.plan(at: plan) else { return .failure }
        let preview = Preview(plan: plan.compiled, format: format, now: now)
        var status = ExitStatus.fine
        for path in events {
            do throws(CommandError) {
                try preview.show(try EventFile(path: path), on: terminal)
            } catch {
                terminal.error(error)
                status = .failure
            }
        }
        return status
    }

    /// Seconds since 1970; `nil` after saying what is wrong.
    private func time(_ terminal: Terminal) -> Double? {
        guard let at else { return Date().timeIntervalSince1970 }
        if let date = try? Date(at, strategy: .iso8601) { return date.timeIntervalSince1970 }
        terminal.error(CommandError.malformedTime(at))
        return nil
    }
}
