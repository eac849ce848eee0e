import AccessPlan
import Alerts
import Events
import Templates

/// Reads events as the function does, and shows what would be sent.
struct Preview {
    private let reader: EventReader
    private let format: PreviewFormat
    private let now: Double
    private var stories = StoryMemory()
    private var rules: KnownRules

    init(plan: Plan, format: PreviewFormat, now: Double) throws(CommandError) {
        reader = EventReader(plan: plan)
        self.format = format
        self.now = now
        rules = try KnownRules(plan)
    }

    /// Shows every event of a file, in order.
    mutating func show(_ file: EventFile, on terminal: Terminal) throws(CommandError) {
        var number = 0
        let count = try file.forEachEvent { event throws(CommandError) in
            number += 1
            let alert = reader.alert(from: event, now: now) { alert, event in
                Knowledge(
                    origin: event.flatMap {
                        try? StoryPlace($0, of: alert, in: &stories, now: Int(now)).origin
                    })
            }
            let delivery = try rules.delivery(of: event)
            let rendering = format.rendering(of: alert, delivery)
            if format != .json {
                terminal.heading("\(file.name), event \(number): \(alert.verdict)")
                if alert.due, let objection = delivery.objection { terminal.note(objection) }
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

extension EventDelivery {
    /// Why people would not hear of it.
    fileprivate var objection: String? {
        switch self {
        case .notDelivered(let reason): "would not be delivered: \(reason)"
        case .depends(let condition): "would not be delivered unless \(condition)"
        case .delivered, .unknown: nil
        }
    }
}
