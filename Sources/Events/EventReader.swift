// Events: one event read into an alert: what kind, who, what, which session.

public import AccessPlan
public import Alerts

/// Event in, alert out: what the enricher and `breakglass preview` share.
public struct EventReader: Sendable {
    private let watch: WatchList

    /// Makes a reader that watches what a plan names.
    public init(plan: Plan) {
        self.init(watch: WatchList(plan))
    }

    private init(watch: WatchList) {
        self.watch = watch
    }

    /// Names of the break-glass users.
    var breakGlassUsers: [String] { watch.plan.breakGlassUsers }

    /// Reads one delivery: an EventBridge envelope, or a bare CloudTrail record.
    ///
    /// Never fails: an event that is not understood becomes an alert with the facts that were read.
    /// - Parameters:
    ///   - event: the bytes as delivered.
    ///   - now: seconds since 1970, UTC.
    ///   - lookUp: called only for a watched event, before any text is written, with
    ///     what the event says about its sign-in.
    /// - Returns: the alert; `due` is false if the event is not watched.
    public func alert(
        from event: [UInt8], now: Double,
        lookUp: (Alert, StoryEvent?) -> Knowledge = { _, _ in Knowledge() }
    ) -> Alert {
        var reading = Reading(Delivery(event), watch: watch)
        reading.takeFacts(now: now)
        if let report = reading.delivery.report,
            watch.isEmergencyAccount(reading.delivery.account)
        {
            reading.takeReport(report)
        } else {
            reading.decide()
        }
        reading.nameAccounts()
        if reading.delivery.unreadable || reading.isUndecidable {
            reading.alert.due = true
            // Subscriptions leave canaries out.
            if reading.alert.kind == .canary { reading.alert.kind = .assumeRole }
            reading.alert.notLookedUp.append(Self.unreadable(event.count))
        }
        if reading.alert.due {
            let knowledge = lookUp(reading.alert, reading.story)
            reading.alert.isUnnamed = reading.alert.add(knowledge, now: now)
        }
        finish(&reading.alert)
        return reading.alert
    }

    private func finish(_ alert: inout Alert) {
        alert.takeContacts(watch.plan)
        alert.identityProviderPage = watch.plan.identityProvider?.administrators
        alert.identityCenterRegion = watch.plan.identityCenterRegion
        // Nothing is looked up for a canary: it must not use what alerts need.
        if isDeploymentCanary(alert) { alert.due = true }
        alert.finish(
            runbook: watch.plan.runbook, emergencyAccount: watch.plan.emergencyAccount)
        if alert.isUnnamed {
            alert.unusual.append("The declared emergency does not name this person")
        }
    }

    /// Reads an event without the plan, for use after the enricher failed: an alert with fewer
    /// facts is better than no alert.
    /// - Parameters:
    ///   - event: the bytes as delivered.
    ///   - now: seconds since 1970, UTC.
    ///   - reason: why the enricher's own alert is missing.
    /// - Returns: an alert that is always due.
    public static func essentials(of event: [UInt8], now: Double, because reason: String) -> Alert {
        var alert = EventReader(watch: .empty).alert(from: event, now: now)
        alert.due = true
        alert.severity = .critical
        alert.notLookedUp.append("\(reason): this event was not compared with the plan")
        return alert
    }

    private static func unreadable(_ size: Int) -> String {
        "this event of \(size) bytes could not be read to its end: look at the original"
    }
}

extension Reading {
    /// A part that decides whether the event is watched has another type than CloudTrail writes.
    fileprivate var isUndecidable: Bool {
        guard delivery.isFromAWS, delivery.okta == nil else { return false }
        return record.malformed || identity.malformed
            || record.request.malformed && isListed
    }

    /// Decides what the event is, and whether it is watched.
    fileprivate mutating func decide() {
        if let okta = delivery.okta { return takeIdPChange(okta) }
        guard delivery.isFromAWS else { return }
        if let kind = EventKind.of(record) {
            kind.read(&self)
        } else if let call {
            take(call)
        } else if record.eventName != nil {
            takeUnlisted()
        } else if delivery.detailType == "Region Opt-In Status Change" {
            takeRegionStatus()
        } else if delivery.isAnomaly {
            takeAnomaly()
        }
        takeActivity()
        takeChange()
    }
}
