import FakeAWS
import FakeWorld
import Testing

@testable import AlertPath
@testable import HTTP
@testable import System
@testable import Text

/// What the sweeper sends: due, and not sent.
@Suite struct PublisherSweepTests {
    private let hub = TestHub()
    private let sweep = #"{"sweep":true}"#

    /// Runs that die after they claimed an alert.
    private func die(_ ids: [String], severity: String = "critical") throws {
        hub.fault = { $0.action == "Publish" ? .refused("InternalError", status: 500) : nil }
        for id in ids {
            #expect(throws: PublishError.self) {
                try hub.publisher().handle(record(id, severity: severity))
            }
        }
        hub.fault = { _ in nil }
        hub.forget()
    }

    @Test func `a night without faults costs one look for each lane`() throws {
        #expect(try hub.publisher().handle(sweep) == #"{"result":"swept","sent":0}"#)
        #expect(hub.calls.map(\.action) == ["Query", "Query", "Query"] && hub.mails.isEmpty)
    }

    @Test func `an alert that nobody sent is sent once, and says so`() throws {
        let publisher = try hub.publisher()
        try die(["e-1"])
        hub.machine.advance(by: .seconds(Budget.patience - 20))
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":0}"#, "Lambda has it")
        hub.machine.advance(by: .seconds(20))
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":1}"#)
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":0}"#)
        #expect(hub.mails.count == 1 && hub.state("e-1") == "sent")
        #expect(hub.mails[0].contains("Alert e-1") && hub.mails[0].contains("may be a repeat"))
    }

    @Test func `many are sent in digests that name each of them`() throws {
        let ids = (0..<30).map { "e-\($0)" }
        for id in ids { try die([id]); hub.machine.advance(by: .seconds(2)) }
        hub.machine.advance(by: .seconds(Budget.patience))
        #expect(try hub.publisher().handle(sweep) == #"{"result":"swept","sent":30}"#)
        #expect(hub.mails.count == 1 && ids.allSatisfy { hub.mails[0].contains("    \($0)") })
    }

    @Test func `what no topic takes is due again, later each time`() throws {
        try die(["e-1"])
        hub.machine.advance(by: .seconds(Budget.patience))
        hub.fault = { $0.action == "Publish" ? .refused("KMSDisabled") : nil }
        let publisher = try hub.publisher()
        var minutes: [Int] = []
        for minute in 0..<20 {
            hub.forget()
            _ = try publisher.handle(sweep)
            if !hub.mails.isEmpty { minutes.append(minute) }
            hub.machine.advance(by: .seconds(60))
        }
        #expect(minutes == [0, 2, 6, 14])
        #expect(hub.state("e-1") == "received")
        hub.fault = { _ in nil }
        hub.machine.advance(by: .seconds(480))
        _ = try publisher.handle(sweep)
        #expect(hub.state("e-1") == "sent")
    }

    @Test func `a folded alert whose collector died is collected, and after its lease claimed`()
        throws
    {
        let publisher = try hub.publisher()
        hub.table.put([
            "id": ["S": "collector#critical"], "owner": ["S": "dead"],
            "lease": ["N": .string("\(hub.second + 50)")],
        ])
        for id in ["e-1", "e-2", "e-3", "e-4"] { _ = try publisher.handle(record(id)) }
        #expect(hub.state("e-3") == "folded" && hub.mails.count == 2)
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":0}"#)
        hub.machine.advance(by: .seconds(55))
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":2}"#)
        #expect(hub.mails.count == 3 && hub.mails[2].contains("may be a repeat"))
    }

    /// 34 reads that a story counted, and that are due.
    private func count(_ number: Int = 34) {
        hub.table.put([
            "id": ["S": "story#reads/t-1"], "lane": ["S": "stories"],
            "due": ["N": .string("\(hub.second)")], "kind": ["S": "reads"],
            "count": ["N": .string("\(number)")], "severity": ["S": "medium"],
            "since": ["N": .string("\(hub.second - 900)")], "thread": ["S": "t-1"],
            "last": ["N": .string("\(hub.second - 60)")], "what": ["S": "DescribeInstances"],
        ])
    }

    @Test func `what a story counted is told once`() throws {
        count()
        let publisher = try hub.publisher()
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":1}"#)
        #expect(hub.mails.count == 1 && hub.mails[0].contains("34 reads"))
        hub.machine.advance(by: .seconds(300))
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":0}"#)
    }

    @Test func `a story that no topic takes is due again, and then says that it may be a repeat`()
        throws
    {
        count()
        hub.fault = { $0.action == "Publish" ? .refused("KMSDisabled") : nil }
        let publisher = try hub.publisher()
        #expect(try publisher.handle(sweep) == #"{"result":"swept","sent":0}"#)
        hub.fault = { _ in nil }
        hub.forget()
        hub.machine.advance(by: .seconds(240))
        // Either the outbox has its line, or the story its text: people get it once.
        _ = try publisher.handle(sweep)
        hub.machine.advance(by: .seconds(240))
        _ = try publisher.handle(sweep)
        #expect(hub.mails.count == 1 && hub.mails[0].contains("may be a repeat"))
    }

    @Test func `a lane that cannot be read does not keep the other from being swept`() throws {
        try die(["e-1"], severity: "high")
        hub.machine.advance(by: .seconds(Budget.patience))
        hub.fault = { call in
            call.action == "Query" && call.body.contains("critical")
                ? .refused("AccessDenied") : nil
        }
        #expect(try hub.publisher().handle(sweep) == #"{"result":"swept","sent":1}"#)
    }
}
