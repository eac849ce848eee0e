import AccessPlan
import ArgumentParser

/// `breakglass preview`: the alert that an event raises, without AWS.
struct PreviewCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show the alerts that events raise.",
        discussion: """
            Runs the code of event-enricher on files. A file contains EventBridge events, \
            CloudTrail records or CloudTrail log files, as one value, as an array, or one per line. \
            It may be packed with gzip. With --format json the output has one line per event, in \
            order. An event that no rule of its account and Region picks up is marked: it raises \
            an alert here, and nobody would get it.
            """)

    @Option(help: "The plan: YAML or JSON.")
    var plan: String

    @Option(help: "How to show an alert.")
    var format = PreviewFormat.email

    @Option(
        help:
            "The time to assume, e.g. 2026-07-01T12:00:00Z; the delay in the alert follows from it."
    )
    var at: Moment?

    @Argument(help: "Files with events; - is standard input.")
    var events: [String]

    mutating func run(_ terminal: Terminal) -> ExitStatus {
        guard let plan = terminal.plan(at: plan) else { return .failure }
        var status = ExitStatus.fine
        var preview: Preview
        do throws(CommandError) {
            preview = try Preview(plan: plan, format: format, now: (at ?? .now).seconds)
        } catch {
            terminal.error(error)
            return .failure
        }
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
