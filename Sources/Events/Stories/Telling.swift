import AccessPlan
public import Alerts

/// How people hear of one event.
public struct Telling: Sendable, Hashable {
    /// The id under which it is told once.
    public var id: String?

    /// The id of the alert that tells it, too, if SNS took that one.
    public var folds: String?

    /// The item of the story that counts it.
    public var waits: String?

    /// Makes a telling by itself.
    public init(id: String?) { self.id = id }
}

extension StoryPlace {
    /// Decides how people hear of an event, and records it.
    ///
    /// What cannot be recorded is told by itself: then nothing else would tell it.
    /// - Parameters:
    ///   - alert: finished, with its severity.
    ///   - store: where stories are kept.
    ///   - now: seconds since 1970.
    /// - Returns: how people hear of it.
    /// - Throws: what the store throws: then the event is told by itself.
    public func tell(
        _ alert: Alert, in store: inout some StoryStore, now: Int
    ) throws -> Telling {
        var telling = Telling(id: alert.id)
        guard let id = alert.id else { return telling }
        if let earlier, earlier.content == event.content {
            telling.folds = earlier.folds
            telling.waits = earlier.waits
            return telling
        }
        var act = ToldAct(content: event.content)
        act.thread = origin.thread
        act.severity = alert.severity.rawValue
        act.slots = [event.slot]
        // What only a story counts tells nobody of this event: it is counted by itself.
        if let teller, teller.act.waits == nil, folds(alert, into: teller.act) {
            act.step = teller.act.step
            act.folds = teller.id
            let addition = addition(of: alert, to: teller.act)
            if !event.isRenewal { try store.add(addition, to: teller.id, now: now) }
        } else if let entry = try counted(alert, in: &store, now: now),
            try store.count(entry, now: now)
        {
            act.waits = "story#\(entry.name)"
        } else {
            let entry = entry(of: alert).fitting(story)
            act.step = try store.add(entry, to: origin.thread, now: now)
            act.knowsWho = alert.person.vouched
            act.knowsNetwork = !alert.isConsoleCall && alert.sourceIP != nil
            act.knowsMFA = alert.mfa == .yes || alert.mfa == .no
        }
        // Last: whoever finds it relies on the rest.
        try store.keep(act, of: id, now: now)
        telling.folds = act.folds
        telling.waits = act.waits
        return telling
    }

    /// Whether a record is of an act that was told, and no more urgent than what was told.
    private func folds(_ alert: Alert, into act: ToldAct) -> Bool {
        guard event.original == nil else { return false }
        let told = act.severity.flatMap(Severity.init(rawValue:)) ?? .low
        // The owner's copy only seems more urgent: it says less.
        let saysLess = event.slot.hasSuffix("owner") && alert.person.vouched == false
        guard alert.severity <= told || saysLess else { return false }
        return event.isRenewal || !act.slots.contains(event.slot)
    }

    private func addition(of alert: Alert, to act: ToldAct) -> ActAddition {
        var addition = ActAddition(slot: event.slot)
        if !act.knowsWho, alert.person.vouched { addition.who = alert.person.name?.cutName }
        if !act.knowsNetwork, !alert.isConsoleCall { addition.from = alert.sourceIP?.cutName }
        if !act.knowsMFA, alert.mfa == .yes || alert.mfa == .no {
            addition.mfa = alert.mfa.rawValue
        }
        return addition
    }

    /// What the story keeps of an alert.
    private func entry(of alert: Alert) -> StoryEntry {
        var entry = StoryEntry(
            time: event.time, ends: alert.isOfSession ? event.ends : nil, login: event.login)
        entry.who = (origin.person?.name ?? alert.person.name)?.cutName
        entry.isVouched = origin.person?.vouched ?? alert.person.vouched
        if !alert.isConsoleCall { entry.network = Network.of(alert.sourceIP).cutName }
        let accounts = [alert.account.target ?? alert.account.recordedIn].compactMap { $0 }
        entry.accounts = Set(accounts.filter { $0.utf8.count <= 12 })
        let isUse = alert.kind != .sessionActivity && alert.kind != .tamper
        if alert.outcome.result == .failure {
            entry.refusal = alert.callName.cutName
        } else if !alert.isRead, !isUse {
            entry.write = alert.callName.cutName
        }
        return entry
    }
}

extension Alert {
    /// Whether somebody is in who will be out again, so that a summary is of use.
    fileprivate var isOfSession: Bool {
        guard outcome.result != .failure, principal.type != "AWSService", !isPlannedAudit else {
            return false
        }
        switch kind {
        case .consoleSignIn, .switchRole, .assumeRole, .assumeRoleWithSAML, .sessionActivity:
            return actor.kind != .unproven && actor.kind != .awsService
        case .tamper, .idpChange, .drift, .canary, .other: return false
        }
    }

    /// `CreateUser (iam)`.
    var callName: String {
        let service = eventSource?.split(separator: ".").first.map(String.init) ?? "unknown"
        return "\(EventName.withoutVersion(eventName ?? "unknown")) (\(service))"
    }
}

extension String {
    /// As long as an entry of a story may be.
    var cutName: String {
        utf8.count <= Story.longestEntry
            ? self : String(decoding: utf8.prefix(Story.longestEntry), as: UTF8.self)
    }
}
