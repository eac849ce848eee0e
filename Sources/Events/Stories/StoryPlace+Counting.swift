import AccessPlan
import Alerts
import Time

extension StoryPlace {
    /// What an event is counted as, or `nil` if people must hear of it now.
    ///
    /// Reads, failed attempts and what a service takes all day may be many. The first of each kind is
    /// told at once, and so is the first from another network.
    func counted(
        _ alert: Alert, in store: inout some StoryStore, now: Int
    ) throws -> CountEntry? {
        guard event.original == nil, earlier == nil else { return nil }
        switch alert.kind {
        case .drift, .canary, .idpChange: return nil
        default: break
        }
        if alert.isServiceUse { return try service(alert, in: &store, now: now) }
        if alert.isRead { return try read(alert, in: &store, now: now) }
        if alert.outcome.result == .failure { return try attempt(alert, in: &store, now: now) }
        return nil
    }

    private func read(
        _ alert: Alert, in store: inout some StoryStore, now: Int
    ) throws -> CountEntry? {
        guard let story, story.alerts > 0 else { return nil }
        let network = Network.of(alert.sourceIP).cutName
        if !story.networks.contains(network) {
            if story.networks.count < Story.mostNetworks { return nil }
            if try store.isNew("network/\(origin.thread)/\(network)", now: now) { return nil }
        }
        return entry(.reads, "reads/\(origin.thread)", alert)
    }

    /// By caller, target and reason. The session's name is the caller's choice, the role is not.
    private func attempt(
        _ alert: Alert, in store: inout some StoryStore, now: Int
    ) throws -> CountEntry? {
        let caller =
            alert.actor.kind == .unproven
            ? "unproven/\(alert.principal.type ?? "")/\(alert.principal.name ?? "")"
            : alert.actor.roleARN ?? alert.principal.arn ?? alert.principal.accountID ?? ""
        let target =
            alert.role.arn ?? alert.resource.arn ?? alert.account.target
            ?? alert.account.recordedIn ?? ""
        let key =
            "attempts/\(caller)/\(alert.eventName ?? "")/\(target)/\(alert.outcome.code ?? "")"
            + "/\(alert.severity.rawValue)@\(event.day)"
        guard key.utf8.count <= Self.longestKey else { return nil }
        if try store.isNew(key, now: now) { return nil }
        return entry(.attempts, key, alert)
    }

    /// By service and role. A session's name is the function or the instance that the role is for.
    private func service(
        _ alert: Alert, in store: inout some StoryStore, now: Int
    ) throws -> CountEntry? {
        let result = alert.outcome.result.rawValue + alert.severity.rawValue
        let key =
            "service/\(alert.actor.agent ?? "")/\(alert.role.arn ?? alert.role.name ?? "")"
            + "/\(result)@\(event.day)"
        let combination =
            "\(key)/\(alert.role.sessionName ?? "")/\(alert.principal.arn ?? "")"
            + "/\(Network.of(alert.sourceIP))"
        guard combination.utf8.count <= Self.longestKey else { return nil }
        if try store.isNew(combination, now: now) { return nil }
        return entry(.service, key, alert)
    }

    private func entry(_ kind: CountEntry.Kind, _ key: String, _ alert: Alert) -> CountEntry {
        CountEntry(
            kind: kind, name: key, thread: origin.thread,
            what: String(decoding: alert.headline.utf8.prefix(300), as: UTF8.self),
            severity: alert.severity.rawValue, time: event.time,
            account: alert.account.target ?? alert.account.recordedIn)
    }

    /// Bytes of a key; what is longer is told.
    private static let longestKey = 1_500
}

extension Alert {
    /// A service of AWS takes a role, with nobody's credentials.
    fileprivate var isServiceUse: Bool {
        kind == .assumeRole && principal.type == "AWSService"
    }
}

extension StoryEvent {
    /// `2026-07-01`: counts begin again each day.
    fileprivate var day: String {
        String(decoding: time.moment.utf8.prefix(10), as: UTF8.self)
    }
}
