import Samples
import Testing

@testable import AccessPlan
@testable import Alerts
@testable import Events

struct ProofTests {
    private static let target = "111122223333"
    private static let emergency = "123456789012"
    /// 1 July 2026, 12:00 UTC.
    private static let noon = 1_782_907_200

    private func proof(_ event: TestEvent) -> Proof? {
        EventReader(plan: TestPlan.plan).proof(of: event.alert())
    }

    private static func canary(in account: String) -> TestEvent {
        AssumeRoleTests.assume("arn:aws:iam::\(account):role/BreakGlassCanary").at("eu-north-1")
    }

    private static let checker = TestEvent.session(of: AlertPathNames.checker)

    @Test func `a canary is recorded for the account whose role was assumed`() {
        let event = Self.canary(in: Self.target).in(Self.target)
            .by(TestEvent.account(Self.emergency))
        #expect(event.alert().kind == .canary)
        #expect(!event.alert().due)
        #expect(
            proof(event)
                == Proof(
                    fact: .canary(account: Self.target, region: "eu-north-1"), time: Self.noon))
    }

    @Test func `the caller's copy proves nothing about the other account`() {
        let event = Self.canary(in: Self.target).by(Self.checker)
        #expect(event.alert().kind == .canary)
        #expect(proof(event) == nil)
    }

    @Test func `the emergency access account's own canary is recorded there`() {
        let event = Self.canary(in: Self.emergency).by(Self.checker)
        #expect(
            proof(event)?.fact == .canary(account: Self.emergency, region: "eu-north-1"))
    }

    @Test func `a denied canary proves nothing`() {
        let event = Self.canary(in: Self.target).in(Self.target)
            .by(TestEvent.account(Self.emergency)).denied("no")
        #expect(proof(event) == nil)
    }

    @Test func `somebody else who assumes the canary's role raises an alert, and proves nothing`() {
        let event = Self.canary(in: Self.target).by(TestEvent.session(of: "Admin"))
        #expect(event.alert().due)
        #expect(event.alert().kind == .assumeRole)
        #expect(proof(event) == nil)
    }

    @Test func `a break-glass user's sign-in proves that way`() {
        let event = TestEvent("signin", "ConsoleLogin").by(TestEvent.user("breakglassuser1"))
        #expect(proof(event) == Proof(fact: .entry(.user), time: Self.noon))
    }

    @Test(arguments: [
        TestEvent("signin", "ConsoleLogin").by(TestEvent.root()),
        TestEvent("signin", "ConsoleLogin").by(TestEvent.user("dana")),
        TestEvent("signin", "ConsoleLogin").by(TestEvent.user("BreakglassUser1"))
            .answered(#"{"ConsoleLogin":"Failure"}"#),
        AssumeRoleTests.assume(AssumeRoleTests.workload),
        AssumeRoleWithSAMLTests.assume("arn:aws:iam::111122223333:role/Deploy"),
    ])
    func `no other event proves an access path`(event: TestEvent) {
        #expect(proof(event) == nil)
    }

    @Test func `coming in through the provider proves that way`() {
        let event = AssumeRoleWithSAMLTests.assume(AssumeRoleTests.emergency)
        #expect(proof(event)?.fact == .entry(.federation))
    }
}
