import FakeAWS
import FakeWorld
import Logging
import Samples
import State
import Testing
import Time

@testable import AlertPath
@testable import System

/// Whole sessions from event to mail: enricher, publisher and sweeper on one table.
@Suite struct PublisherStoriesTests {
    private final class Path {
        let hub = TestHub(
            machine: FakeWorld(start: Timestamp(secondsSince1970: 1_782_907_500)))
        let enricher: Enricher
        let publisher: Publisher

        init(_ session: StorySession) throws {
            let client = FakeAWS(hub.table, machine: hub.machine).client
            enricher = Enricher(
                plan: session.plan, table: StateTable(name: "breakglass-state", client: client),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            publisher = try hub.publisher()
        }

        /// - Returns: how many mails it made.
        func take(_ event: TestEvent) throws -> Int {
            let before = hub.mails.count
            let message = enricher.message(
                for: Array(event.delivery.utf8), now: Double(hub.second),
                deadline: hub.machine.deadline(after: .seconds(10)))
            let text = String(decoding: message, as: UTF8.self)
            let result = try publisher.handle(
                """
                {"version":"1.0","requestContext":{"requestId":"r","condition":"Success"},
                 "requestPayload":{},"responsePayload":\(text)}
                """)
            #expect(!result.contains("waiting"))
            hub.machine.advance(by: .seconds(10))
            return hub.mails.count - before
        }

        func sweep(after time: Duration) throws -> [String] {
            hub.machine.advance(by: time)
            let before = hub.mails.count
            _ = try publisher.handle(#"{"sweep":true}"#)
            return Array(hub.mails.dropFirst(before))
        }
    }

    @Test func `one switch in the console is one mail, and one follow-up`() throws {
        let session = StorySession.all[1]
        let path = try Path(session)
        let act = session.acts[0]
        let mails = try session.events.filter { act.contains($0.id) }.map(path.take)
        #expect(mails == [1, 0, 0, 0])
        let told = try path.sweep(after: .seconds(60))
        #expect(told.count == 1)
        #expect(told.first?.contains("Follow-up") == true)
        #expect(try path.sweep(after: .seconds(300)).isEmpty)
    }

    @Test func `root's reads are one mail`() throws {
        let session = StorySession.all[4]
        let path = try Path(session)
        let mails = try session.events.map(path.take).reduce(0, +)
        #expect(mails == session.events.count - 4)
        #expect(try path.sweep(after: .seconds(60)).isEmpty)
        let told = try path.sweep(after: .seconds(900))
        #expect(told.count == 1 && told[0].contains("4 reads since"))
        #expect(try path.sweep(after: .seconds(900)).isEmpty)
    }

    @Test func `a fold whose alert was never told is told itself`() throws {
        let session = StorySession.all[0]
        let path = try Path(session)
        let copies = session.events.filter { session.acts[0].contains($0.id) }
        #expect(try path.take(copies[0]) == 1)
        path.hub.table.delete("alert#\(copies[0].id)")
        let message = path.enricher.message(
            for: Array(copies[1].delivery.utf8), now: Double(path.hub.second),
            deadline: path.hub.machine.deadline(after: .seconds(10)))
        let text = String(decoding: message, as: UTF8.self)
        #expect(text.contains("\"folds\":\"\(copies[0].id)\""))
        let before = path.hub.mails.count
        _ = try path.publisher.handle(queued(text, receives: 1))
        #expect(path.hub.mails.count == before)
        _ = try path.publisher.handle(queued(text, receives: 2))
        #expect(path.hub.mails.count == before + 1)
    }
}
