import FakeAWS
import FakeWorld
import Testing

@testable import AlertPath
@testable import HTTP
@testable import System
@testable import Text

/// What an alert waits for: another run, the first alert about its act, the home Region.
@Suite struct PublisherWaitingTests {
    private let machine = FakeWorld()
    private let home: TestHub
    private let hub: TestHub
    private let again = #"{"batchItemFailures":[{"itemIdentifier":"m-1"}]}"#
    private let done = #"{"batchItemFailures":[]}"#

    init() {
        home = TestHub(machine: machine)
        hub = TestHub(machine: machine)
    }

    private func standby() throws -> Publisher { try hub.publisher(home: home) }

    /// A run of the home Region that claimed an alert and sends it now.
    private func claim(_ id: String, in hub: TestHub) {
        hub.table.put([
            "id": ["S": .string("alert#\(id)")], "state": ["S": "claimed"], "owner": ["S": "x"],
            "lease": ["N": .string("\(hub.second + 55)")], "tries": ["N": "1"],
        ])
    }

    @Test func `what another run is sending waits in the queue, without an error`() throws {
        claim("e-1", in: hub)
        #expect(try hub.publisher().handle(record("e-1")) == #"{"result":"waiting"}"#)
        let call = try #require(hub.calls.last)
        #expect(call.action == "SendMessage" && call.body.contains(#""DelaySeconds":60"#))
        let body = try #require(JSON(Array(call.body.utf8))?["MessageBody"]?.string)
        #expect(hub.mails.isEmpty)
        machine.advance(by: .seconds(60))
        #expect(try hub.publisher().handle(queued(body)) == done)
        #expect(hub.mails.count == 1 && hub.mails[0].contains("may be a repeat"))
    }

    @Test func `the record of an alert that somebody else folded stays until the alert is told`()
        throws
    {
        hub.table.put([
            "id": ["S": "alert#e-1"], "state": ["S": "folded"], "owner": ["S": "x"],
            "lease": ["N": .string("\(hub.second + 100)")],
        ])
        #expect(try hub.publisher().handle(record("e-1")) == #"{"result":"waiting"}"#)
        #expect(hub.calls.last?.action == "SendMessage" && hub.mails.isEmpty)
        machine.advance(by: .seconds(60))
        #expect(try hub.publisher().handle(queued(record("e-1"))) == again)
        machine.advance(by: .seconds(60))
        #expect(try hub.publisher().handle(queued(record("e-1"), receives: 2)) == done)
        #expect(hub.mails.count == 1 && hub.state("e-1") == "sent")
    }

    @Test func `where no queue takes it, Lambda repeats the invocation`() throws {
        claim("e-1", in: hub)
        #expect(throws: PublishError.self) {
            try hub.publisher(hasQueue: false).handle(record("e-1"))
        }
        hub.fault = { $0.action == "SendMessage" ? .refused("AccessDenied") : nil }
        #expect(throws: PublishError.self) { try hub.publisher().handle(record("e-1")) }
    }

    @Test func `what home told is not told again`() throws {
        _ = try home.publisher().handle(record("e-1"))
        #expect(try standby().handle(queued(record("e-1"))) == done)
        #expect(hub.calls.isEmpty && home.mails.count == 1)
    }

    @Test func `what home is telling comes again, and at last is told`() throws {
        for receives in 1...4 {
            claim("e-1", in: home)
            #expect(try standby().handle(queued(record("e-1"), receives: receives)) == again)
        }
        #expect(hub.mails.isEmpty)
        #expect(try standby().handle(queued(record("e-1"), receives: 5)) == done)
        #expect(hub.mails.first?.contains("may be a repeat") == true)
    }

    @Test func `a home that does not tell is spoken for at once, and then is silent`() throws {
        #expect(try standby().handle(queued(record("e-1"))) == done)
        #expect(hub.mails == ["This is e-1"] && machine.elapsed == .zero)
        #expect(home.state("e-1") == "sent")
        // Home gets the event much later.
        machine.advance(by: .seconds(600))
        let late = try home.publisher().handle(record("e-1"))
        #expect(late == #"{"result":"already_published"}"# && home.mails.isEmpty)
        #expect(home.tableCalls + hub.tableCalls == 4, "three of the standby's, one of home's")
    }

    @Test func `what home began and did not end is told as a possible repeat`() throws {
        claim("e-1", in: home)
        machine.advance(by: .seconds(60))
        #expect(try standby().handle(queued(record("e-1"))) == done)
        #expect(hub.mails.first?.contains("may be a repeat") == true)
    }

    @Test func `a home that cannot be asked is spoken for, with a note, by its own table`() throws {
        home.fault = { _ in .refused("AccessDenied") }
        #expect(try standby().handle(queued(record("e-1"))) == done)
        #expect(hub.mails.first?.contains("may be a repeat") == true)
        #expect(hub.state("e-1") == "sent" && home.calls.count == 1)
        #expect(try standby().handle(queued(record("e-1"))) == done)
        #expect(hub.mails.count == 1)
    }

    @Test func `a flood in the standby Region becomes digests, and home knows`() throws {
        let publisher = try standby()
        for id in ["e-1", "e-2", "e-3"] { _ = try publisher.handle(queued(record(id))) }
        #expect(hub.mails.count == 3)
        #expect(["e-1", "e-2", "e-3"].allSatisfy { home.state($0) == "sent" })
    }

    @Test func `what somebody else folded in the standby comes again`() throws {
        hub.table.put([
            "id": ["S": "alert#e-1"], "state": ["S": "folded"], "owner": ["S": "x"],
            "lease": ["N": .string("\(hub.second + 100)")],
        ])
        hub.table.put([
            "id": ["S": .string("budget#\(hub.second / Budget.window)")], "critical": ["N": "9"],
        ])
        #expect(try standby().handle(queued(record("e-1"))) == again)
        #expect(hub.mails.isEmpty)
    }

    @Test func `what the standby began is swept by its sweeper, unless home told it`() throws {
        home.fault = { _ in .refused("AccessDenied") }
        hub.fault = { $0.action == "Publish" ? .refused("KMSDisabled") : nil }
        for id in ["e-1", "e-2"] {
            #expect(throws: PublishError.self) { try standby().handle(queued(record(id))) }
        }
        (home.fault, hub.fault) = ({ _ in nil }, { _ in nil })
        _ = try home.publisher().handle(record("e-1"))
        hub.forget()
        machine.advance(by: .seconds(Budget.patience))
        #expect(try standby().handle(#"{"sweep":true}"#) == #"{"result":"swept","sent":1}"#)
        #expect(hub.mails.count == 1 && hub.mails[0].contains("Alert e-2"))
        #expect(hub.state("e-1") == "sent" && home.state("e-2") == "sent")
    }

    @Test func `an alert about an act that was told is told with it, in both Regions`() throws {
        _ = try home.publisher().handle(record("e-1"))
        let copy = record("e-2", #""folds":"e-1","#)
        #expect(try home.publisher().handle(copy) == #"{"result":"folded"}"#)
        #expect(home.state("e-2") == "sent" && home.mails.count == 1)
        // At the standby the copy came first.
        #expect(try standby().handle(queued(record("e-2"))) == done)
        #expect(try standby().handle(queued(record("e-1", #""folds":"e-2","#))) == done)
        #expect(hub.mails.isEmpty)
    }

    @Test func `an alert whose first is not told waits twice, and is then told itself`() throws {
        let copy = record("e-2", #""folds":"e-1","#)
        #expect(try hub.publisher().handle(copy) == #"{"result":"waiting"}"#)
        #expect(hub.calls.last?.body.contains(#""DelaySeconds":10"#) == true)
        // It may be received before the first one is claimed, in whatever order they were sent.
        #expect(try hub.publisher().handle(queued(copy)) != done)
        #expect(hub.mails.isEmpty)
        #expect(try hub.publisher().handle(queued(copy, receives: 2)) == done)
        #expect(hub.mails == ["This is e-2"])
    }

    @Test func `two alerts about one act arrive in another order at the standby: one is told`()
        throws
    {
        claim("e-1", in: home)
        let copy = record("e-2", #""folds":"e-1","#)
        #expect(try home.publisher().handle(copy) == #"{"result":"waiting"}"#)
        home.table.put(["id": ["S": "alert#e-1"], "state": ["S": "sent"]])
        machine.advance(by: .seconds(Publisher.waitForFirst))
        #expect(try home.publisher().handle(queued(copy)) == done)
        machine.advance(by: .seconds(60))
        #expect(try standby().handle(queued(record("e-2"))) == done)
        #expect(home.mails.isEmpty && hub.mails.isEmpty)
    }

    @Test func `an alert whose first is being told waits for it`() throws {
        claim("e-1", in: hub)
        let copy = record("e-2", #""folds":"e-1","#)
        #expect(try hub.publisher().handle(queued(copy)) == again)
        #expect(hub.mails.isEmpty)
    }

    @Test func `what was handed to a lane is told by its publisher alone`() throws {
        let handed = record("e-1", #""handedOn":"critical","#)
        #expect(try hub.publisher().handle(handed) == #"{"result":"handed_on"}"#)
        #expect(hub.calls.isEmpty)
        let lane = try hub.publisher(lane: "critical")
        #expect(try lane.handle(message("e-1")) == #"{"result":"published","topics":1}"#)
        #expect(hub.mails == ["This is e-1"])
    }

    @Test func `what a story counts is not told alone`() throws {
        let read = record("e-1", #""waits":"story#t","#)
        #expect(try hub.publisher().handle(read) == #"{"result":"waits_in_story"}"#)
        #expect(hub.calls.isEmpty)
    }

    @Test func `a topic that refuses fails the run of the queue, which brings it again`() throws {
        hub.fault = { $0.action == "Publish" ? .refused("KMSDisabled") : nil }
        #expect(throws: PublishError.self) { try hub.publisher().handle(queued(record("e-1"))) }
    }
}
