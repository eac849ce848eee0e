import AccessPlan
import Calls

@testable import Alerts

/// Every place in an alert where an event's text may end up.
enum AlertFields {
    static var texts: [WritableKeyPath<Alert, String?>] {
        [
            \.id, \.outcome.code, \.outcome.reason, \.expected.incident, \.person.name,
            \.principal.type, \.principal.arn, \.principal.name, \.principal.accountID,
            \.principal.accessKeyID, \.principal.identityProvider, \.actor.account,
            \.actor.agent, \.actor.audience, \.actor.signInSessionARN, \.actor.roleARN, \.role.arn,
            \.role.name,
            \.role.sessionName, \.role.assumedRoleARN, \.role.assumedRoleID, \.role.access,
            \.account.recordedIn, \.account.caller, \.account.target, \.session.thread,
            \.session.issuedAccessKeyID, \.session.expiration, \.session.sourceIdentity,
            \.session.sharedEventID, \.resource.word, \.resource.arn, \.changed.before,
            \.changed.who, \.changed.whatText, \.changed.afterText, \.eventName, \.eventSource,
            \.eventTime, \.region, \.awsRegion, \.sourceIP, \.userAgent,
        ]
    }

    static var lists: [WritableKeyPath<Alert, [String]>] {
        [
            \.unusual, \.notLookedUp, \.nextSteps,
        ]
    }

    /// The alert with the same text in every one of them.
    static func filled(with text: String, kind: Alert.Kind, failed: Bool = false) -> Alert {
        var alert = Alert()
        alert.due = true
        alert.kind = kind
        alert.outcome.result = failed ? .failure : .success
        for path in texts { alert[keyPath: path] = text }
        for path in lists { alert[keyPath: path] = Array(repeating: text, count: 9) }
        for id in 0..<9 { alert.account.names["\(id)\(text.prefix(50))"] = text }
        alert.links = [Alert.Link(name: text, url: text)]
        return alert
    }
}

extension Alert.Resource {
    /// The kind's word, which may come from an ARN that somebody else wrote.
    fileprivate var word: String? {
        get { type?.rawValue }
        set { type = newValue.map(ResourceKind.init) }
    }
}

extension Alert {
    /// The change, made where there is none.
    fileprivate var changed: Change {
        get { change ?? Change("policy", now: "changed") }
        set { change = newValue }
    }
}

extension Change {
    /// The same as `what`, which every change has.
    fileprivate var whatText: String? {
        get { what }
        set { what = newValue ?? "" }
    }

    /// The same as `after`, which every change has.
    fileprivate var afterText: String? {
        get { after }
        set { after = newValue ?? "" }
    }
}
