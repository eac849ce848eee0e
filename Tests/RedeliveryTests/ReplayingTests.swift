import AWSClient
import AccessPlan
import Samples
import Testing
import Text

@testable import Redelivery

@Suite struct ReplayingTests {
    private static let span = Replaying.Span(start: 1_799_990_000, end: 1_799_999_000)

    private static func line(
        _ id: String, in account: String = TestPlan.plan.emergencyAccount
    ) -> String {
        """
        {"detail":{"eventID":"\(id)","eventName":"ConsoleLogin","eventSource":"signin.amazonaws.com",\
        "eventTime":"2027-01-15T08:00:00Z","recipientAccountId":"\(account)",\
        "errorCode":"","userIdentity":{"type":"IAMUser","userName":"\(user)",\
        "accountId":"\(account)"}},"source":"aws.signin"}
        """
    }

    private static let user = TestPlan.plan.breakGlassUsers[0]

    private func replaying(_ fake: FakeHubs) -> Replaying {
        Replaying(plan: TestPlan.plan, client: fake.home, hubs: fake.hubs)
    }

    @Test func `ledger and outbox say what is due and what was told`() throws {
        let fake = FakeHubs()
        fake.lines = [
            Self.line("e-1"), Self.line("e-2"), Self.line("e-2"),
            Self.line("e-3", in: "999999999999"),
        ]
        fake.sent["us-west-2"] = ["e-1"]
        let balance = try replaying(fake).balance(of: Self.span)
        #expect(balance.before == 1 && balance.notDue == 1 && balance.isWhole)
        #expect(balance.untold == ["e-2": "ConsoleLogin at 2027-01-15T08:00:00Z"])
    }

    @Test func `the archive is replayed to the hub's rule alone`() throws {
        let fake = FakeHubs()
        var seen: [String] = []
        #expect(
            try replaying(fake).run(Self.span, name: "breakglass-1") { seen.append($0) }
                == "COMPLETED")
        #expect(seen == ["running"])
        let account = TestPlan.plan.emergencyAccount
        let events = "arn:aws:events:eu-west-1:\(account)"
        #expect(fake.started.count == 1)
        #expect(fake.started[0]["EventSourceArn"]?.string == "\(events):archive/breakglass-hub")
        #expect(
            fake.started[0]["Destination"] == [
                "Arn": .string("\(events):event-bus/breakglass-hub"),
                "FilterArns": .array([.string("\(events):rule/breakglass-hub/breakglass-hub")]),
            ])
    }

    @Test func `a replay that fails is no success`() throws {
        let fake = FakeHubs()
        fake.replay = ["FAILED"]
        #expect(try replaying(fake).run(Self.span, name: "breakglass-1") { _ in } == "FAILED")
        fake.replay = ["RUNNING"]
        #expect(
            try replaying(fake).run(Self.span, name: "breakglass-1") { _ in }
                == "it goes on after two hours")
    }

    @Test func `what comes into the outbox meanwhile is told now, the rest is named`() throws {
        let fake = FakeHubs()
        var balance = Replaying.Balance()
        balance.untold = ["e-1": "a", "e-2": "b"]
        fake.sent["eu-west-1"] = ["e-1"]
        let settled = try replaying(fake).settled(balance)
        #expect(settled.now == 1 && settled.untold == ["e-2": "b"])
        // One alert tells it, too; another one is counted.
        fake.acts["e-2"] = ("folds", "e-1")
        fake.acts["e-3"] = ("waits", "story#s")
        balance.untold["e-3"] = "c"
        #expect(try replaying(fake).settled(balance).now == 3)
    }
}
