import AccessPlan
import Alerts
import Events

/// Reads events as the function does, and shows what would be sent.
struct Preview {
    private let reader: EventReader
    private let format: PreviewFormat
    private let now: Double
    private var sessions = SessionMemory()

    init(plan: Plan, format: PreviewFormat, now: Double) {
        reader = EventReader(plan: plan)
        self.format = format
        self.now = now
    }

    /// Shows every event of a file, in order.
    mutating func show(_ file: EventFile, on terminal: Terminal) throws(CommandError) {
        var number = 0
        let count = try file.forEachEvent { event in
            number += 1
            let alert = reader.alert(from: event, now: now) { alert, hop in
                Knowledge(origin: hop.flatMap { sessions.origin(of: alert, $0) })
            }
            let rendering = format.rendering(of: alert)
            if format != .json {
                terminal.heading("\(file.name), event \(number): \(alert.verdict)")
            }
            guard let rendering else { return }
            terminal.print(rendering)
            if format == .email { terminal.print("") }
        }
        if count == 0 { terminal.note("\(file.name) does not contain any event") }
    }
}

extension Alert {
    /// What happens to it, in a few words.
    fileprivate var verdict: String {
        due ? severity.rawValue : "no alert, this is not on the watch list"
    }
}
