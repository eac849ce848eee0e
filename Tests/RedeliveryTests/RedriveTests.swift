import AWSClient
import Testing

@testable import Redelivery

@Suite struct RedriveTests {
    private static let event = #"{"source":"aws.sts","detail":{"eventID":"e-1","eventName":"X"}}"#
    private static let queue = "breakglass-enricher-dlq"

    private func run(_ fake: FakeHubs) throws -> [Redrive.Outcome] {
        if fake.bodies.isEmpty { fake.bodies = [Self.event] }
        var outcomes: [Redrive.Outcome] = []
        try Redrive(fake.hubs).run(Self.queue, fake.home) { outcomes.append($0) }
        return outcomes
    }

    @Test func `a record is told by the functions and deleted`() throws {
        let fake = FakeHubs()
        #expect(
            try run(fake) == [
                Redrive.Outcome(what: "e-1, Root signed in", fate: .toldNow, isDeleted: true)
            ])
        #expect(fake.invoked == ["breakglass-event-enricher", "breakglass-sns-publisher"])
        #expect(fake.deleted == ["r0"] && fake.released == [])
    }

    @Test(arguments: ["eu-west-1", "us-west-2"])
    func `what either hub told is not told again`(region: String) throws {
        let fake = FakeHubs()
        fake.sent[region] = ["e-1"]
        #expect(try run(fake).map(\.fate) == [.toldBefore(1_800_000_000)])
        #expect(fake.invoked == ["breakglass-event-enricher"])
        #expect(fake.deleted == ["r0"])
    }

    @Test(arguments: [
        ("folds", "e-0", "told with the alert about the same act"),
        ("waits", "story#s", "counted in the story of its session"),
    ])
    func `what another alert or a story tells is not told again`(
        name: String, other: String, words: String
    ) throws {
        let fake = FakeHubs()
        fake.acts["e-1"] = (name, other)
        fake.sent["us-west-2"] = ["e-0"]
        #expect(try run(fake).map(\.fate) == [.settled(words)])
        #expect(fake.invoked == ["breakglass-event-enricher"])
    }

    @Test func `what folds into an alert that nobody told is told`() throws {
        let fake = FakeHubs()
        fake.acts["e-1"] = ("folds", "e-0")
        #expect(try run(fake).map(\.fate) == [.toldNow])
    }

    @Test func `what is not due is deleted, and nobody is told`() throws {
        let fake = FakeHubs()
        fake.message = #"{"schema":"breakglass.message/1","due":false,"id":"e-1"}"#
        #expect(try run(fake).map(\.fate) == [.notDue])
        #expect(fake.invoked == ["breakglass-event-enricher"])
        #expect(fake.deleted == ["r0"])
    }

    @Test func `what the publisher says is no proof: without the outbox the record stays`() throws {
        let fake = FakeHubs()
        fake.publish = { _ in #"{"result":"published","topics":2}"# }
        let outcome = try run(fake)[0]
        #expect(outcome.fate == .failing("no outbox has its alert, after published"))
        #expect(!outcome.isDeleted && fake.deleted == [] && fake.released == ["r0"])
    }

    @Test func `what waits for a digest is looked for until it is told`() throws {
        let fake = FakeHubs()
        fake.publish = { hubs in
            hubs.claimed["eu-west-1"] = ["e-1"]
            return #"{"result":"digested"}"#
        }
        #expect(
            try run(fake)[0].fate
                == .failing("it is claimed (an invocation sends it) in eu-west-1"))
        #expect(fake.released == ["r0"])
    }

    @Test func `a function that fails again says why, and the next record has its turn`() throws {
        let fake = FakeHubs()
        fake.bodies = [Self.event, Self.event + " "]
        var calls = 0
        fake.publish = { hubs in
            calls += 1
            guard calls > 1 else { return "!sns publish failed: KMSDisabled\nhint: enable it" }
            hubs.sent["eu-west-1"] = ["e-1"]
            return #"{"result":"published"}"#
        }
        let outcomes = try run(fake)
        #expect(
            outcomes.map(\.fate) == [
                .failing("breakglass-sns-publisher failed: sns publish failed: KMSDisabled"),
                .toldNow,
            ])
        #expect(fake.deleted == ["r1"] && fake.released == ["r0"])
    }

    @Test func `a table that does not answer hides nothing that the other one proves`() throws {
        let fake = FakeHubs()
        fake.deaf = ["eu-west-1"]
        fake.sent["us-west-2"] = ["e-1"]
        #expect(try run(fake).map(\.fate) == [.toldBefore(1_800_000_000)])
        let mute = FakeHubs()
        mute.deaf = ["eu-west-1"]
        guard case .failing(let why) = try run(mute)[0].fate else {
            Issue.record("it was deleted without a proof")
            return
        }
        #expect(why.hasPrefix("the outbox could not be read: dynamodb GetItem failed"))
        #expect(mute.deleted == [])
    }

    @Test func `every record is taken, however many`() throws {
        let fake = FakeHubs()
        fake.bodies = (0..<23).map { Self.event + String(repeating: " ", count: $0) }
        #expect(try run(fake).count == 23)
        #expect(fake.deleted.count == 23)
    }

    @Test func `a record that comes again ends nothing: the records after it are taken`() throws {
        let fake = FakeHubs()
        let bodies = (0..<15).map { Self.event + String(repeating: " ", count: $0) }
        fake.bodies = bodies[..<10] + [bodies[0]] + bodies[10...]
        #expect(try run(fake).count == 15)
        #expect(fake.deleted.count == 15)
    }

    @Test func `what cannot be read stays`() throws {
        let fake = FakeHubs()
        fake.bodies = ["text"]
        #expect(
            try run(fake)[0]
                == Redrive.Outcome(
                    what: "a record", fate: .failing("it is not JSON"), isDeleted: false))
        #expect(fake.invoked == [])
    }

    @Test(arguments: [
        ("waits_in_story", Fate.settled("counted in the story of its session")),
        ("folded", .settled("told with the alert about the same act")), ("not_due", .notDue),
    ])
    func `a publisher that has nothing to tell of its own says so`(
        result: String, fate: Fate
    ) throws {
        let fake = FakeHubs()
        fake.publish = { _ in #"{"result":"\#(result)"}"# }
        #expect(try run(fake).map(\.fate) == [fate])
        #expect(fake.deleted == ["r0"])
    }

    @Test func `a queue is counted with what others have taken`() throws {
        let fake = FakeHubs()
        fake.bodies = ["a", "b"]
        #expect(try Redrive(fake.hubs).count(Self.queue, fake.home) == 2)
    }
}
