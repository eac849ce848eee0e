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
