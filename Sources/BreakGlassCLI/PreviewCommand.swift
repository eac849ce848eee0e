import AccessPlan
import ArgumentParser

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

    @Option(
        help: "Pretend that it is this time (like 2026-07-01T12:00:00Z); it decides the delay told."
    )
    var at: Moment?

    @Argument(help: "Files with events; - is standard input.")
    var events: [String]

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        guard let plan = terminal.plan(at: plan) else { return .failure }
        var preview = Preview(plan: plan, format: format, now: (at ?? .now).seconds)
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
}
