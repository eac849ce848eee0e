import FakeWorld
import Testing

@testable import Rollout

struct HearingLedgerTests {
    private static let places = ["1/a", "1/b", "2/a"].map(HearingTests.place)

    private func ledger(_ machine: FakeWorld = FakeWorld()) -> HearingLedger {
        HearingLedger(Set(Self.places), in: machine.world)
    }

    @Test func `it is over when the fate of every canary is known`() {
        let ledger = ledger()
        #expect(!ledger.isOver)
        ledger.hear(Self.places[0])
        ledger.giveUp(Self.places[1], "no")
        #expect(!ledger.isOver)
        ledger.hear(Self.places[2])
        #expect(ledger.isOver)
        #expect(ledger.notSent == [Self.places[1]: "no"])
    }

    @Test func `what arrives twice counts once, with its first time`() {
        let machine = FakeWorld()
        let ledger = ledger(machine)
        ledger.hear(Self.places[0])
        machine.advance(by: .seconds(5))
        ledger.hear(Self.places[0])
        ledger.hear(Self.places[1])
        #expect(ledger.heard == [Self.places[0]: .zero, Self.places[1]: .seconds(5)])
    }

    @Test func `what was heard is heard, whatever a repeated order says`() {
        let ledger = ledger()
        ledger.giveUp(Self.places[0], "no")
        ledger.hear(Self.places[0])
        ledger.giveUp(Self.places[0], "no")
        #expect(ledger.heard.count == 1 && ledger.notSent.isEmpty)
    }

    @Test func `nobody expected a canary from elsewhere`() {
        let ledger = ledger()
        ledger.hear(HearingTests.place("9/a"))
        ledger.giveUp(HearingTests.place("9/b"), "no")
        #expect(ledger.heard.isEmpty && ledger.notSent.isEmpty)
    }

    @Test func `the first obstacle counts, and none once everything was heard`() {
        let (failed, done) = (ledger(), ledger())
        failed.fail(Obstacle("one", "a"))
        failed.fail(Obstacle("other", "b"))
        #expect(failed.obstacle?.subject == "one" && failed.isOver)
        Self.places.forEach(done.hear)
        done.fail(Obstacle("one", "a"))
        #expect(done.obstacle == nil)
    }

    @Test func `the line names what is waited for first`() {
        let ledger = ledger()
        #expect(ledger.line == "heard 0 of 3, waiting for 1/a and 2 more")
        ledger.hear(Self.places[0])
        ledger.giveUp(Self.places[1], "no")
        #expect(ledger.line == "heard 1 of 3, waiting for 2/a")
        ledger.hear(Self.places[2])
        #expect(ledger.line == "heard 2 of 3")
    }
}
