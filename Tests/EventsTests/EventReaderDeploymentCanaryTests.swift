import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Events

/// The canary that a deployment listens for.
struct EventReaderDeploymentCanaryTests {
    private static let target = "111122223333"
    private static let emergency = "123456789012"
    private static let name = "break-glass-canary-0123456789abcdef"
    private static let checker = TestEvent.session(of: AlertPathNames.checker)

    private static func canary(in account: String, named name: String = name) -> TestEvent {
        let role = "arn:aws:iam::\(account):role/BreakGlassCanary"
        return TestEvent(
            "sts", "AssumeRole", #"{"roleArn":"\#(role)","roleSessionName":"\#(name)"}"#
        ).having(#""readOnly":true"#).at("eu-north-1")
    }

    private static let owners = canary(in: target).in(target).by(TestEvent.account(emergency))

    @Test(arguments: [owners, canary(in: emergency).by(checker)])
    func `it is passed on with its run, account and Region, as low`(event: TestEvent) {
        let alert = event.alert()
        #expect(alert.due && alert.kind == .canary && alert.severity == .low)
        #expect(alert.run == "0123456789abcdef")
        #expect(alert.account.target == event.account)
        #expect(alert.awsRegion == "eu-north-1")
        #expect(alert.message.kind == "canary" && alert.message.severity == "low")
    }

    @Test func `nothing is looked up for it`() {
        let alert = EventReader(plan: TestPlan.plan).alert(
            from: Array(Self.owners.delivery.utf8), now: 1_782_907_500
        ) { _, _ in
            Issue.record("the state table was asked")
            return Knowledge()
        }
        #expect(alert.due)
    }

    @Test(arguments: [
        // The hourly canary.
        canary(in: target, named: "break-glass-canary").in(target).by(TestEvent.account(emergency)),
        canary(in: target, named: "break-glass-canary-0123").in(target)
            .by(TestEvent.account(emergency)),
        // The caller's copy: it proves nothing about the target.
        canary(in: target).by(checker),
        owners.denied("no"),
    ])
    func `no other canary is passed on`(event: TestEvent) {
        #expect(event.alert().kind == .canary)
        #expect(!event.alert().due)
    }

    @Test(arguments: [
        canary(in: target).by(TestEvent.session(of: "Admin")),
        canary(in: target).in(target).by(TestEvent.account("444455556666")),
        canary(in: emergency).by(TestEvent.user("dana", in: emergency)),
    ])
    func `somebody else with the checker's session name raises an alert`(event: TestEvent) {
        #expect(event.alert().due)
        #expect(event.alert().kind == .assumeRole)
    }

    @Test func `a role of this name in an account that nobody planned is no canary`() {
        let event = Self.canary(in: "444455556666").in("444455556666")
            .by(TestEvent.account(Self.emergency))
        #expect(event.alert().kind == .assumeRole)
    }

    @Test func `a canary that cannot be read to its end is told as an alert`() {
        let whole = Self.owners.with { $0.more += #","sharedEventID":"x""# }.delivery
        let alert = EventReader(plan: TestPlan.plan).alert(
            from: Array(whole.utf8.dropLast(40)), now: 1_782_907_500)
        #expect(alert.due && alert.kind != .canary)
        #expect(!alert.notLookedUp.isEmpty)
    }
}
