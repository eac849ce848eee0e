@testable import Alerts

/// Alerts of all kinds, as the reader would fill them; documentation names and addresses only.
enum AlertSamples {
    /// In the order of docs/alerts.md.
    static let all: [(name: String, title: String, alert: Alert)] =
        signIns + roles + sessions + changes + rest

    static let emergency = "123456789012"
    static let workload = "111122223333"
    static let browser =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"

    /// An event that raises an alert, with the facts that every event has.
    static func make(
        _ kind: Alert.Kind, _ eventName: String, source: String = "signin.amazonaws.com",
        _ change: (inout Alert) -> Void
    ) -> Alert {
        var alert = Alert()
        alert.due = true
        alert.id = "0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
        alert.kind = kind
        alert.eventName = eventName
        alert.eventSource = source
        alert.eventTime = "2026-07-01T03:08:19Z"
        alert.delaySeconds = 251
        alert.region = "us-east-1"
        alert.awsRegion = "us-east-1"
        alert.sourceIP = "203.0.113.7"
        alert.userAgent = browser
        alert.outcome.result = .success
        alert.account.recordedIn = emergency
        alert.account.caller = emergency
        alert.account.names = [emergency: "security", workload: "production"]
        change(&alert)
        alert.finish(
            runbook: "https://wiki.example.com/break-glass", emergencyAccount: emergency)
        return alert
    }

    static func user(_ alert: inout Alert, _ name: String = "BreakglassUser1") {
        alert.principal.type = "IAMUser"
        alert.principal.name = name
        alert.principal.arn = "arn:aws:iam::\(emergency):user/\(name)"
        alert.principal.accountID = emergency
        alert.person = Alert.Person(name: name, source: .userName, vouched: true)
        actor(&alert, .user)
    }

    static func root(_ alert: inout Alert) {
        alert.principal.type = "Root"
        alert.principal.arn = "arn:aws:iam::\(emergency):root"
        alert.principal.accountID = emergency
        actor(&alert, .root)
    }

    static func federated(_ alert: inout Alert, _ person: String = "jane@example.com") {
        alert.principal.type = "SAMLUser"
        alert.principal.name = person
        alert.principal.identityProvider = "Okta"
        alert.person = Alert.Person(name: person, source: .samlNameID, vouched: true)
        alert.actor.kind = .roleSession
    }

    static func session(_ alert: inout Alert, _ name: String = "jane@example.com") {
        alert.principal.type = "AssumedRole"
        alert.principal.name = "EmergencyAccess_Role1_Ops"
        alert.principal.arn =
            "arn:aws:sts::\(emergency):assumed-role/EmergencyAccess_Role1_Ops/\(name)"
        alert.principal.accountID = emergency
        alert.principal.accessKeyID = "ASIAIOSFODNN7EXAMPLE"
        alert.person = Alert.Person(name: name, source: .sessionName, vouched: false)
        actor(&alert, .roleSession)
    }

    static func actor(_ alert: inout Alert, _ kind: Alert.Actor.Kind, _ agent: String? = nil) {
        alert.actor.kind = kind
        alert.actor.account = emergency
        alert.actor.agent = agent
    }

    static func role(_ alert: inout Alert, _ name: String, in account: String, session: String?) {
        alert.role.name = name
        alert.role.arn = "arn:aws:iam::\(account):role/\(name)"
        alert.role.access = name.split(separator: "_").last.map(String.init)
        alert.role.sessionName = session
        alert.account.target = account
        alert.session.thread = "\(name)/\(session ?? "")"
        alert.session.step = 1
        alert.session.issuedAccessKeyID = "ASIAI44QH8DHBEXAMPLE"
        alert.session.expiration = "2026-07-01T04:08:19Z"
    }
}
