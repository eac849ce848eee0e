import Testing

@testable import AccessPlan
@testable import Alerts

struct SeverityTests {
    private static func severity(
        _ kind: Alert.Kind, _ eventName: String = "AssumeRole",
        source: String = "sts.amazonaws.com", state: Alert.Expected.State,
        incident: String? = nil, failed: Bool = false, root: Bool = false, mfa: Alert.MFA = .unknown
    ) -> Severity {
        AlertSamples.make(kind, eventName, source: source) {
            $0.expected = .init(state: state, incident: incident)
            if failed { $0.outcome.result = .failure }
            if root { $0.principal.type = "Root" }
            $0.mfa = mfa
        }.severity
    }

    @Test(arguments: [
        Alert.Kind.consoleSignIn, .switchRole, .assumeRole, .assumeRoleWithSAML,
    ])
    func `use is critical, declared medium, in a drill low`(kind: Alert.Kind) {
        #expect(Self.severity(kind, state: .unexpected) == .critical)
        #expect(Self.severity(kind, state: .unexpected, incident: "INC-1") == .high)
        #expect(Self.severity(kind, state: .declared, incident: "INC-1") == .medium)
        #expect(Self.severity(kind, state: .declared, mfa: .no) == .critical)
        #expect(Self.severity(kind, state: .drill) == .low)
        #expect(Self.severity(kind, state: .unexpected, failed: true) == .high)
        #expect(Self.severity(kind, state: .declared, failed: true) == .medium)
    }

    @Test func `what a session does is as urgent as its call`() {
        let ec2 = "ec2.amazonaws.com"
        let iam = "iam.amazonaws.com"
        let run = "RunInstances"
        let key = "CreateAccessKey"
        #expect(Self.severity(.sessionActivity, key, source: iam, state: .unexpected) == .critical)
        #expect(Self.severity(.sessionActivity, key, source: iam, state: .declared) == .high)
        #expect(Self.severity(.sessionActivity, run, source: ec2, state: .unexpected) == .high)
        #expect(Self.severity(.sessionActivity, run, source: ec2, state: .declared) == .medium)
        #expect(Self.severity(.sessionActivity, key, source: iam, state: .drill) == .low)
    }

    @Test(arguments: [Alert.Expected.State.unexpected, .declared, .drill])
    func `root and tampering are critical under any declaration`(state: Alert.Expected.State) {
        #expect(
            Self.severity(.consoleSignIn, "ConsoleLogin", state: state, root: true) == .critical)
        let trail = "cloudtrail.amazonaws.com"
        let stop = "StopLogging"
        #expect(Self.severity(.tamper, stop, source: trail, state: state) == .critical)
        #expect(
            Self.severity(.tamper, stop, source: trail, state: state, failed: true) == .high)
    }

    @Test(arguments: [
        (Alert.Kind.tamper, "StartLogging", "cloudtrail.amazonaws.com"),
        (.tamper, "EnableKey", "kms.amazonaws.com"),
        (.tamper, "CancelKeyDeletion", "kms.amazonaws.com"),
        (.switchRole, "ExitRole", "signin.amazonaws.com"),
        (.idpChange, "application.lifecycle.deactivate", "aws.partner/okta.com/example"),
        (.idpChange, "group.user_membership.remove", "aws.partner/okta.com/example"),
        (.canary, "AssumeRole", "sts.amazonaws.com"),
    ])
    func `what returns to normal is low`(kind: Alert.Kind, eventName: String, source: String) {
        #expect(Self.severity(kind, eventName, source: source, state: .unexpected) == .low)
    }

    @Test func `enabling a rule plainly is tampering: it no longer sees AssumeRole`() {
        let alert = AlertSamples.make(.tamper, "EnableRule", source: "events.amazonaws.com") {
            $0.resource.type = .eventRule
        }
        #expect(alert.severity == .critical)
        #expect(alert.unusual.contains { $0.contains("AssumeRole") })
    }

    @Test func `root is never low, even when it repairs something`() {
        let kms = "kms.amazonaws.com"
        #expect(
            Self.severity(.tamper, "EnableKey", source: kms, state: .unexpected, root: true)
                == .high)
    }

    @Test func `an IAM user called root is not root`() {
        let alert = AlertSamples.make(.consoleSignIn, "ConsoleLogin") {
            AlertSamples.user(&$0, "root")
            $0.expected.state = .declared
        }
        #expect(alert.severity == .medium)
        #expect(alert.headline.hasPrefix("A user who is called \"root\" signed in"))
    }

    @Test func `a drift report keeps the severity it came with`() {
        for severity in Severity.allCases {
            let alert = AlertSamples.make(.drift, "drift") { $0.severity = severity }
            #expect(alert.severity == severity)
        }
    }

    @Test func `an event that raises no alert is low and has no next steps`() {
        let alert = AlertSamples.make(.sessionActivity, "CreateUser") { $0.due = false }
        #expect(alert.severity == .low)
        #expect(!alert.headline.isEmpty)
        #expect(alert.nextSteps.isEmpty && alert.links.isEmpty && alert.unusual.isEmpty)
        #expect(alert.message.text.isEmpty && !alert.message.due)
    }
}
