import Alerts

extension Reading {
    /// What a watched user or a session of a watched role does, with any API.
    ///
    /// Every call of a break-glass user or of root raises an alert. Of a role's session, every call that
    /// may change something does; reads are only counted. a record that does not say which it is
    /// counts as a change unless its name is that of a read.
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
    }

    /// Whether the call only reads, by CloudTrail's word or else by the name's.
    var isRead: Bool {
        if let readOnly = record.readOnly { return readOnly }
        let reads = ["Get", "List", "Describe", "Head", "Lookup", "Search", "BatchGet", "Test"]
        return reads.contains { record.eventName?.hasPrefix($0) ?? false }
    }
}
