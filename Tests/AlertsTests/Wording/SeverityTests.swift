import Testing

@testable import AccessPlan
@testable import Alerts

struct SeverityTests {
    private static func severity(
        _ kind: Alert.Kind, _ eventName: String = "AssumeRole", state: Alert.Expected.State,
        incident: String? = nil, failed: Bool = false, root: Bool = false, mfa: Alert.MFA = .unknown
    ) -> Severity {
        AlertSamples.make(kind, eventName) {
            $0.expected = .init(state: state, incident: incident)
            if failed { $0.outcome.result = .failure }
            if root { $0.principal.type = "Root" }
            $0.mfa = mfa
        }.severity
    }

    @Test(arguments: [
        Alert.Kind.consoleSignIn, .switchRole, .assumeRole, .assumeRoleWithSAML, .sessionActivity,
    ])
    func `use is critical, declared medium, in a drill low`(kind: Alert.Kind) {
        #expect(Self.severity(kind, state: .unexpected) == .critical)
        #expect(Self.severity(kind, state: .unexpected, incident: "INC-1") == .high)
        #expect(Self.severity(kind, state: .declared, incident: "INC-1") == .medium)
        #expect(
            Self.severity(kind, state: .declared, mfa: .no)
                == (kind == .sessionActivity ? .medium : .critical))
        #expect(Self.severity(kind, state: .drill) == .low)
        #expect(Self.severity(kind, state: .unexpected, failed: true) == .high)
        #expect(Self.severity(kind, state: .declared, failed: true) == .high)
    }

    @Test(arguments: [Alert.Expected.State.unexpected, .declared, .drill])
    func `root and tampering are critical under any declaration`(state: Alert.Expected.State) {
        #expect(
            Self.severity(.consoleSignIn, "ConsoleLogin", state: state, root: true) == .critical)
        #expect(Self.severity(.tamper, "StopLogging", state: state) == .critical)
        #expect(Self.severity(.tamper, "StopLogging", state: state, failed: true) == .high)
    }

    @Test(arguments: [
        (Alert.Kind.tamper, "StartLogging"), (.tamper, "EnableKey"), (.tamper, "CancelKeyDeletion"),
        (.switchRole, "ExitRole"), (.idpChange, "application.lifecycle.deactivate"),
        (.idpChange, "group.user_membership.remove"), (.canary, "AssumeRole"),
    ])
    func `what returns to normal is low`(kind: Alert.Kind, eventName: String) {
        #expect(Self.severity(kind, eventName, state: .unexpected) == .low)
    }

    @Test func `enabling a rule plainly is tampering: it no longer sees AssumeRole`() {
        let alert = AlertSamples.make(.tamper, "EnableRule") { $0.resource.type = .eventRule }
        #expect(alert.severity == .critical)
        #expect(alert.unusual.contains { $0.contains("AssumeRole") })
    }

    @Test func `root is never low, even when it repairs something`() {
        #expect(Self.severity(.tamper, "EnableKey", state: .unexpected, root: true) == .critical)
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
