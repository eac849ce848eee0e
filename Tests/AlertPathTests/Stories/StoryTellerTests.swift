import FakeAWS
import FakeWorld
import Logging
import Samples
import State
import Testing

@testable import AlertPath
@testable import Alerts
@testable import System
@testable import Text

/// What the sweeper tells of a story, and when.
@Suite struct StoryTellerTests {
    private static let start = 1_782_907_500.0

    /// One hub: enricher and sweeper on one table.
    private final class Hub {
        let table: FakeTable
        let machine: FakeWorld
        let enricher: Enricher
        let teller: StoryTeller

        init(_ session: StorySession, _ table: FakeTable = FakeTable(), home: FakeTable? = nil) {
            let world = FakeWorld()
            self.table = table
            machine = world
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            func state(_ table: FakeTable) -> StateTable {
                StateTable(
                    name: "breakglass-state", client: FakeAWS(table, machine: world).client)
            }
            enricher = Enricher(plan: session.plan, table: state(table), logger: logger)
            teller = StoryTeller(table: state(table), home: home.map(state), logger: logger)
        }

        var soon: Deadline { machine.deadline(after: .seconds(30)) }

        func take(_ events: [TestEvent]) {
            for event in events {
                _ = enricher.message(
                    for: Array(event.delivery.utf8), now: StoryTellerTests.start, deadline: soon)
            }
        }

        /// What a sweep tells, so many seconds after the events.
        func sweep(after seconds: Double, isTaken: Bool = true) throws -> [Message] {
            let notes = teller.dueStories(
                now: StoryTellerTests.start + seconds, deadline: soon)
            if isTaken { for note in notes { try note.told(deadline: soon) } }
            return notes.map(\.message)
        }
    }

    @Test func `reads are told after 15 minutes, once`() throws {
        let session = StorySession.all[4]
        let hub = Hub(session)
        hub.take(session.events)
        #expect(try hub.sweep(after: 899).isEmpty)
        let told = try hub.sweep(after: 900)
        #expect(told.map(\.subject) == ["[LOW] 4 reads since 12:11"])
        #expect(try hub.sweep(after: 2_000).isEmpty)
    }

    @Test func `reads that come while a count is sent are in the next one`() throws {
        let session = StorySession.all[4]
        let hub = Hub(session)
        hub.take(session.events)
        let notes = hub.teller.dueStories(now: Self.start + 900, deadline: hub.soon)
        hub.take(session.events.filter { $0.id == "r1" }.map { $0.with { $0.id = "r9" } })
        for note in notes { try note.told(deadline: hub.soon) }
        let told = try hub.sweep(after: 1_800)
        #expect(told.map { $0.subject.prefix(16) } == ["[LOW] 1 read sin"])
    }

    @Test func `what SNS did not take is told again`() throws {
        let session = StorySession.all[4]
        let hub = Hub(session)
        hub.take(session.events)
        #expect(try hub.sweep(after: 900, isTaken: false).count == 1)
        #expect(try hub.sweep(after: 960).isEmpty)
        #expect(try hub.sweep(after: 1_140).count == 1)
    }

    @Test func `one switch in the console is one follow-up`() throws {
        let session = StorySession.all[1]
        let hub = Hub(session)
        hub.take(session.events)
        let told = try hub.sweep(after: 60)
        #expect(told.count == 1)
        #expect(told.first?.text.contains("From: 198.51.100.7") == true)
        #expect(told.first?.severity == "medium")
    }

    @Test func `threads that a late event joins are told as one sign-in`() throws {
        let session = StorySession.all[0]
        let hub = Hub(session)
        let late = session.events[1]
        hub.take(session.events.filter { $0.id == "c1" || $0.id == "c4" })
        #expect(try hub.sweep(after: 60).isEmpty)
        hub.take([late])
        let told = try hub.sweep(after: 120)
        #expect(told.map { $0.subject.contains("one sign-in") } == [true])
    }

    @Test(arguments: StorySession.all)
    func `a session ends with one summary`(session: StorySession) throws {
        let hub = Hub(session)
        hub.take(session.events)
        _ = try hub.sweep(after: 1_000)
        let told = try hub.sweep(after: 3 * 86_400)
        #expect(told.map { $0.text.contains("is over, after") } == [true], "\(told.map(\.subject))")
        #expect(try hub.sweep(after: 4 * 86_400).isEmpty)
    }

    @Test func `a summary says what was written and what was refused`() throws {
        let session = StorySession.all[0]
        let hub = Hub(session)
        hub.take(session.events)
        let text = try #require(
            try hub.sweep(after: 86_400).first { $0.text.contains("is over") }?.text)
        #expect(text.contains("Written: 2: CreateUser (iam), StopInstances (ec2)"))
        #expect(text.contains("Refused: 1: TerminateInstances (ec2)"))
        #expect(text.contains("Accounts: 2: 111122223333, 123456789012"))
    }

    @Test func `a standby Region tells only what home does not`() throws {
        let session = StorySession.all[4]
        let home = Hub(session)
        let standby = Hub(session, home: home.table)
        home.take(session.events)
        standby.take(session.events)
        #expect(try home.sweep(after: 900).count == 1)
        #expect(try standby.sweep(after: 1_100).isEmpty)
        #expect(try standby.sweep(after: 2_000).isEmpty)

        let lonely = Hub(session, home: FakeTable())
        lonely.take(session.events)
        #expect(try lonely.sweep(after: 900).isEmpty)
        #expect(try lonely.sweep(after: 1_050).count == 1)
    }

    @Test func `a home Region whose sweeper is dead is stood in for`() throws {
        let session = StorySession.all[4]
        let home = Hub(session)
        let standby = Hub(session, home: home.table)
        home.take(session.events)
        standby.take(session.events)
        #expect(try standby.sweep(after: 1_600).count == 1)
    }

    @Test func `a foreign item in the lane of stories is left alone`() throws {
        let session = StorySession.all[4]
        let hub = Hub(session)
        for id in ["story#x", "act#x", "other#x"] {
            hub.table.put([
                "id": ["S": .string(id)], "lane": ["S": "stories"], "due": ["N": "1"],
            ])
        }
        #expect(try hub.sweep(after: 900).isEmpty)
    }
}
