import Alerts
import Calls

extension Reading {
    /// A call of a watched user or of a session of a watched role, to any API.
    ///
    /// Every call of a break-glass user or of root raises an alert, a read a low one. So does every call of a role's
    /// session that may change something. Reads are only counted. A record that does not say which
    /// it is counts as a change unless its name is that of a read.
    mutating func takeActivity() {
        if actorIsWatchedUser {
            if alert.kind == .other { alert.kind = .sessionActivity }
            alert.due = true
        } else if actorRole != nil {
            if alert.kind == .other { alert.kind = .sessionActivity }
            // Assuming a further role is reported with that role.
            if alert.role.name == nil { nameActorRole() }
            alert.due = alert.due || !isRead
        }
        alert.isRead = EventKind.of(record) == nil && isRead
    }

    /// Whether the call only reads: as CloudTrail states, or as the catalog lists it. Do not
    /// rely on the prefix Get or List.
    var isRead: Bool {
        record.readOnly == true
            || Call.isRead(record.eventSource, record.eventName.map(EventName.withoutVersion))
    }
}
