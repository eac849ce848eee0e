/// The modules and their imports, as docs/architecture.md lists them.
enum Modules {
    /// One row of the page's table.
    struct Row: Sendable {
        let module: String
        let imports: Set<String>
    }

    /// The table, in its order: no module imports one that is below it.
    static let table: [Row] = {
        let page = (try? Sources.text("docs/architecture.md")) ?? ""
        let rows = page.split { $0.isNewline }.drop { !$0.hasPrefix("| module | holds | imports") }
            .prefix { $0.hasPrefix("|") }.dropFirst(2)
        return rows.map { row in
            let cells = row.split(separator: "|").map(String.init)
            let names = cells.map { cell in
                cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
            }
            return Row(module: names.first?.first ?? "", imports: Set(names.last ?? []))
        }
    }()

    /// Modules without I/O and clock: values in, values out.
    static let pure: Set<String> = [
        "Time", "Partitions", "Text", "Trails", "AccessPlan", "Calls", "EventPatterns", "Outbox",
        "Alerts", "Runs", "Snapshots", "Events", "Templates", "Checks", "Reports", "Deployment",
    ]

    /// Swift's own modules, for those that are not pure.
    static let platform: Set<String> = [
        "Synchronization", "Glibc", "Dispatch",
    ]

    /// Why an import is forbidden.
    static func reason(against module: String, in importer: String) -> String {
        switch (module, importer) {
        case ("Foundation", _), ("FoundationNetworking", _), ("FoundationXML", _):
            "a function that links Foundation weighs 57.8 MB instead of 13.6"
        case (_, _) where pure.contains(importer):
            "\(importer) is pure: no I/O, no clock, no environment, so that all of it can be tested"
        case ("CCurl", _):
            "only HTTP calls libcurl: every option is set there, with its reason"
        case ("CLinux", _):
            "only HTTP waits for sockets"
        case ("AWSClient", "LambdaRuntime"):
            "the runtime knows Lambda's Runtime API and nothing else of AWS"
        case ("CZlib", _):
            "only the command line reads compressed log files"
        default:
            "the table of docs/architecture.md does not list it"
        }
    }
}
