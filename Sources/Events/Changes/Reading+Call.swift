import AccessPlan
import Alerts
import Calls

extension Reading {
    /// The row of the catalog that lists the call.
    var call: Call? {
        Call.of(record.eventSource, record.eventName.map(EventName.withoutVersion))
    }

    /// Whether the call is one of the catalog, or has a kind of event of its own.
    var isListed: Bool { EventKind.of(record) != nil || call != nil }

    /// Decides whether a call of the catalog is about something of ours.
    mutating func take(_ call: Call) {
        takeOutside(call)
        if !alert.due { takeInside(call) }
    }

    private mutating func takeOutside(_ call: Call) {
        switch call.target.reach {
        case .named, .namedOrCaller: takeNamed(call)
        case .bus: takeBus(call)
        case .account: takeAccount(call)
        case .ownAccount: takeAccount(call, orOwn: true)
        case .root: takeRoot()
        case .region: takeRegion(record.request["accountId"] ?? recordedIn)
        case .emergencyAccount:
            guard watch.isEmergencyAccount(recordedIn), !isAwayFromHubs(call) else {
                return takeNamedARN()
            }
            takeTampering(call.target.type, recordedIn)
        case .consoleSignIn: takeConsoleSignIn()
        case .identityProvider: takeIdentityStore(call)
        case .policy: takePolicy()
        case .organization: takeTampering(call.target.type, nil)
        case .trustedService:
            let service = record.request["servicePrincipal"]
            guard service.map(Reading.isReliedOn) ?? true else { return }
            takeTampering(call.target.type, service)
        }
    }

    /// States what was changed.
    mutating func takeTampering(_ type: ResourceKind, _ id: String?) {
        alert.kind = .tamper
        alert.due = true
        alert.resource = Alert.Resource(type: type, arn: id)
        if type == .account { alert.account.target = id }
    }

    /// SMS and logs are set up per Region: only where a hub is do they concern an alert.
    private func isAwayFromHubs(_ call: Call) -> Bool {
        guard [.sns, .smsVoice, .logs].contains(call.service), let region else { return false }
        return !watch.plan.regions.hubs.contains(region)
    }

    /// What a call names deeper in its request, or by the ARN of something else.
    private mutating func takeInside(_ call: Call) {
        switch (call.service, call.name) {
        case (.cloudWatch, "PutAlarmMuteRule"), (.events, "StartReplay"):
            guard let offset = record.requestOffset else { return }
            takeNamed(
                in: delivery.json(at: offset), by: Call.parameters(of: call.service),
                of: call.service)
        case (.cloudFormation, "ExecuteChangeSet"): takeChangeSet()
        default: break
        }
    }

    /// The ARN of a change set does not name its stack: one whose own name is ours is taken for one of
    /// a stack of ours.
    private mutating func takeChangeSet() {
        guard let arn = record.request["changeSetName"].flatMap({ try? ARN($0) }),
            arn.resource.hasPrefix("changeSet/\(AlertPathNames.prefix)"),
            watch.isPlannedAccount(arn.account)
        else { return }
        takeTampering(.stack, arn.text)
    }

    /// Something of a root user: its password, its e-mail address.
    private mutating func takeRoot() {
        let account =
            record.request["accountId"] ?? identity.accountID ?? recordedIn
        guard watch.isWatchedRoot(of: account) else { return }
        takeTampering(.root, identity.isRoot ? identity.arn : nil)
        alert.resource.arn = alert.resource.arn ?? watch.rootARN(of: account)
        if account != recordedIn { alert.account.target = account }
    }
}
