import FakeAWS
import FakeWorld
import Logging
import Samples
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import Events
@testable import System
@testable import Text

/// Whole sessions through the enricher, with a state table.
@Suite struct TableStoriesTests {
    private static let now = 1_782_907_500.0

    private final class Hub {
        let table = FakeTable()
        let machine = FakeWorld()
        let aws: FakeAWS
        let enricher: Enricher

        init(_ session: StorySession) {
            aws = FakeAWS(table, machine: machine)
            enricher = Enricher(
                plan: session.plan,
                table: StateTable(name: "breakglass-state", client: aws.client),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }

        func tell(_ event: TestEvent) throws -> Message {
            let bytes = enricher.message(
                for: Array(event.delivery.utf8), now: TableStoriesTests.now,
                deadline: machine.deadline(after: .seconds(5)))
            return try #require(Message(decoding: bytes))
        }

        /// The thread that a thread belongs to.
        func root(_ thread: String?) -> String {
            var thread = thread ?? ""
            while let next = table.items["story#\(thread)"]?["joined"]?["S"]?.string {
                thread = next
            }
            return thread
        }
    }

    @Test(arguments: StorySession.all)
    func `a session is one story in the table, too`(session: StorySession) throws {
        for events in [session.events, session.events.reversed()] {
            let hub = Hub(session)
            let messages = try events.map { ($0.id, try hub.tell($0)) }
            #expect(Set(messages.map { hub.root($0.1.thread) }).count == 1)
            for act in session.acts {
                let told = messages.filter { act.contains($0.0) && $0.1.folds == nil }
                #expect(told.count == 1)
            }
        }
    }

    @Test func `an event costs the same after hundreds of others, and no item grows`() throws {
        let session = StorySession.all[4]
        let hub = Hub(session)
        for event in session.events { _ = try hub.tell(event) }
        let event = try #require(session.events.last)
        func cost(_ number: Int) throws -> (calls: Int, units: Int, bytes: Int) {
            let before = (hub.aws.calls.count, hub.table.writeUnits)
            _ = try hub.tell(
                event.with {
                    $0.id = "n\(number)"
                    $0.name = "Delete\(number)"
                })
            let item = try #require(hub.table.items.values.map { "\($0)".utf8.count }.max())
            return (hub.aws.calls.count - before.0, hub.table.writeUnits - before.1, item)
        }
        for number in 0..<20 { _ = try cost(number) }
        let early = try cost(20)
        for number in 21..<300 { _ = try cost(number) }
        let late = try cost(300)
        #expect(late.calls == early.calls)
        #expect(late.units == early.units)
        #expect(late.bytes < 2_048)
    }

    @Test func `reads of a session wait, are counted, and count once`() throws {
        let session = StorySession.all[4]
        let hub = Hub(session)
        for event in session.events + session.events { _ = try hub.tell(event) }
        let reads = hub.table.items.filter { $0.key.hasPrefix("story#reads/") }
        #expect(reads.count == 1)
        #expect(reads.values.first?["count"]?["N"]?.string == "4")
        #expect(reads.values.first?["due"]?["N"]?.string == "1782908400")
        #expect(reads.values.first?["lane"]?["S"]?.string == "stories")
    }

    @Test func `another event of one id is told under an id of its own`() throws {
        let session = StorySession.all[0]
        let hub = Hub(session)
        let first = try #require(session.events.last)
        let other = first.with { $0.name = "DeleteVpc" }
        let ids = try [first, other, first, other].map { try hub.tell($0).id }
        #expect(ids[0] == first.id && ids[2] == first.id)
        #expect(ids[1] == ids[3] && ids[1] != ids[0])
    }

    @Test func `events without an id are told each`() throws {
        let session = StorySession.all[0]
        let hub = Hub(session)
        let events = session.events.suffix(2).map { $0.with { $0.id = "" } }
        let delivered = events.map { event in
            Array(event.delivery.replacing(#""id":"0a8f7f3c-0001""#, with: #""id":"""#).utf8)
        }
        let ids = try delivered.map { bytes in
            let message = hub.enricher.message(
                for: bytes, now: Self.now, deadline: hub.machine.deadline(after: .seconds(5)))
            return try #require(Message(decoding: message)?.id)
        }
        #expect(Set(ids).count == 2 && !ids.contains(""))
    }

    @Test func `an addendum follows up on its original, in its thread`() throws {
        let session = StorySession.all[1]
        let hub = Hub(session)
        let original = try hub.tell(session.events[1])
        let addendum = session.events[1].with { $0.id = "w2-again" }.having(
            #""addendum":{"reason":"UPDATED_DATA","updatedFields":"responseElements","originalEventID":"w2"}"#
        )
        let message = try hub.tell(addendum)
        #expect(message.thread == original.thread)
        #expect(message.folds == nil)
        #expect(message.text.contains("Follow-up to event w2"))
        #expect(message.text.contains("UPDATED_DATA"))
    }

    @Test func `the first of many failed attempts is told, another target's too`() throws {
        let session = StorySession.all[0]
        let hub = Hub(session)
        func attempt(_ number: Int, _ role: String) -> TestEvent {
            .story(
                "d\(number)", "12:00:0\(number)", "sts", "AssumeRole",
                by: .session("Anybody", "name\(number)", in: "444455556666")
                    .with(key: "ASIAANYBODY000000001", began: "11:00:00")
            )
            .denied(
                "User: x is not authorized to perform: sts:AssumeRole on resource: "
                    + "arn:aws:iam::111122223333:role/\(role)")
        }
        let told = try (1...5).map { try hub.tell(attempt($0, "EmergencyAccess_Ops")).waits == nil }
        #expect(told == [true, false, false, false, false])
        #expect(try hub.tell(attempt(6, "EmergencyAccess_RO")).waits == nil)
        let counts = hub.table.items.filter { $0.key.hasPrefix("story#attempts/") }
        #expect(counts.values.first?["count"]?["N"]?.string == "4")
    }

    @Test func `what a service takes all day is counted, another function is told`() throws {
        let session = StorySession.all[0]
        let hub = Hub(session)
        func taken(_ number: Int, _ name: String) -> TestEvent {
            TestEvent("sts", "AssumeRole").by(
                #"{"type":"AWSService","invokedBy":"lambda.amazonaws.com"}"#
            ).in("111122223333").issuing(
                "ASIASERVICE00000000\(number)",
                for: .session("LegacyBreakGlass", name, in: "111122223333")
            ).with {
                $0.id = "v\(number)"
                $0.time = "12:0\(number):00"
                $0.address = "lambda.amazonaws.com"
            }
        }
        let told = try (1...4).map { try hub.tell(taken($0, "backup")).waits == nil }
        #expect(told == [true, false, false, false])
        #expect(try hub.tell(taken(5, "stranger")).waits == nil)
    }
}
