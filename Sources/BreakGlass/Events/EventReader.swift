/// Event in, alert out: the pure heart of the enricher, shared by the function and `breakglass preview`.
public struct EventReader: Sendable {
    private let watch: WatchList

    /// Makes a reader that watches what a plan names.
    public init(plan: CompiledPlan) {
        watch = WatchList(plan)
    }

    /// Reads one delivery: an EventBridge envelope, or a bare CloudTrail record.
    ///
    /// Never fails: what cannot be understood becomes an alert with what could be read of it.
    /// - Parameters:
    ///   - event: the bytes as delivered.
    ///   - now: seconds since 1970, UTC.
    /// - Returns: the alert; `due` is false where the event is none of ours.
    public func alert(from event: [UInt8], now: Double) -> Alert {
        let delivery = Delivery(event)
        var reading = Reading(delivery, watch: watch)
        reading.takeFacts(now: now)
        reading.decide()
        if delivery.unreadable || delivery.record.malformed {
            reading.alert.due = true
            reading.alert.notLookedUp.append(Self.unreadable(event.count))
        }
        reading.nameAccounts()
        return reading.alert
    }

    private static func unreadable(_ size: Int) -> String {
        "this event of \(size) bytes could not be read to its end: look at the original"
    }
}

extension Reading {
    /// Decides what the event is, and whether it is ours.
    fileprivate mutating func decide() {
        if let okta = delivery.okta { return takeIdPChange(okta) }
        guard delivery.isFromAWS else { return }
        if let kind = EventKind.of(record) {
            kind.read(&self)
        } else if !isRead, record.eventName != nil {
            takeNamedARN()
        } else if delivery.detailType == "Region Opt-In Status Change" {
            takeRegionStatus()
        }
        takeActivity()
    }
}
