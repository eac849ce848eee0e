import AccessPlan
import Alerts
import Events
import Snapshots
import Text
import Time

/// Finds out of events which are due: by the reader that the enricher uses.
struct DueEvents: Sendable {
    private let reader: EventReader

    init(plan: Plan) { reader = EventReader(plan: plan) }

    /// A line of a ledger; nil if its event is not due for people.
    func event(line: String) -> Snapshot.DueEvent? {
        Self.event(reader.alert(of: LedgerLine(line)))
    }

    /// A whole event as CloudTrail keeps it; nil if it is not due for people.
    func event(_ text: String) -> Observed<Snapshot.DueEvent?> {
        let bytes = Array(text.utf8)
        guard JSON(bytes) != nil else {
            return .unavailable(Unavailable("an event in CloudTrail's history", .malformed))
        }
        return .observed(Self.event(reader.alert(from: bytes, now: 0)))
    }

    private static func event(_ alert: Alert) -> Snapshot.DueEvent? {
        // A deployment's canary is due for a queue alone.
        guard alert.due, alert.kind != .canary else { return nil }
        let time = alert.eventTime.flatMap { Timestamp(iso8601: $0) }
        return Snapshot.DueEvent(
            id: alert.id, name: alert.eventName ?? "an event",
            time: time.map { Int($0.secondsSince1970) }, account: alert.account.recordedIn,
            uses: Set(
                [
                    alert.role.name.map { "\(alert.account.target ?? "")/\($0)" },
                    alert.principal.name.map { "\(alert.principal.accountID ?? "")/\($0)" },
                ].compactMap(\.self)))
    }
}
