import AccessPlan
import Snapshots
import Time

/// What became of each due event: due = sent + folded and sent + queued + missing.
struct LedgerBalance {
    /// What became of one event.
    enum Fate: Hashable {
        /// SNS took its alert.
        case sent
        /// Another alert or a story tells it.
        case folded
        /// The outbox has it, and the sweeper looks after it soon.
        case queued
        /// Nobody told it, and nobody is about to: why.
        case missing(String)
        /// The outbox that would say so was not read.
        case unknown
    }

    /// Due events by id, without those that are too young: CloudTrail is up to fifteen minutes late,
    /// and what waits is told within fifteen more.
    private(set) var events: [String: Snapshot.DueEvent] = [:]

    /// How many due events have no id, by which an outbox would know them.
    private(set) var nameless = 0

    private let ledger: Snapshot.Ledger
    private let topics: Set<String>
    private let youngest: Int

    /// For how many seconds an event may be under way.
    static let patience = 3_600

    init(_ snapshot: Snapshot, _ plan: Plan) {
        ledger = snapshot.ledger
        youngest = snapshot.takenAt - Self.patience
        topics = Set(plan.regions.hubs.map { plan.topicARN(AlertPathNames.topic, in: $0) })
        for event in ledger.lines.values.flatMap(\.items) + ledger.history.items
        where event.time ?? 0 <= youngest {
            if let id = event.id { events[id] = event } else { nameless += 1 }
        }
    }

    /// What became of an event.
    func fate(of id: String) -> Fate {
        let alert = alert(id)
        if alert == .sent { return .sent }
        for item in items("act#\(id)") {
            if let first = item.folds, first != id {
                switch self.alert(first) {
                case .sent: return .folded
                case .queued: return .queued
                default: continue
                }
            }
            if let story = item.waits, let told = self.story(story) { return told }
        }
        if case .missing = alert, ledger.outbox.values.contains(where: { $0.value == nil }) {
            return .unknown
        }
        return alert
    }

    /// By the item of the alert itself.
    private func alert(_ id: String) -> Fate {
        let found = items("alert#\(id)")
        if found.contains(where: { $0.state == "sent" && !$0.taken.isDisjoint(with: topics) }) {
            return .sent
        }
        if let due = found.compactMap(\.due).max() {
            if due >= youngest { return .queued }
            return .missing("it waits since \(due.moment), and nobody looks after it")
        }
        guard let first = found.first else { return .missing("no outbox has it") }
        return first.state == "sent"
            ? .missing("its item says that it was sent, and no topic of ours took it")
            : .missing("its item is \(first.state ?? "in no state"), and no sweeper finds it")
    }

    /// By the item of a story: once it was told, nobody has to look after it.
    private func story(_ id: String) -> Fate? {
        let found = items(id)
        guard !found.isEmpty else { return nil }
        guard let due = found.compactMap(\.due).max() else { return .folded }
        return due >= youngest
            ? .queued : .missing("the story that counts it waits since \(due.moment)")
    }

    private func items(_ id: String) -> [Snapshot.OutboxItem] {
        ledger.outbox.values.compactMap { $0.value?[id] }
    }
}
