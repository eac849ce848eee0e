import FakeAWS
import FakeWorld
import Outbox
import Testing

@testable import AlertPath
@testable import HTTP
@testable import State
@testable import System
@testable import Text

/// Many alerts at once.
@Suite struct PublisherCollectorTests {
    private let hub = TestHub()

    /// Two critical alerts that fill the window, and others that an older run left to the digest.
    private func fold(_ ids: [String], by publisher: Publisher) throws {
        let table = StateTable(name: "state", client: FakeAWS(hub.table).client)
        let now = hub.second
        let actor = StateTable.Actor(
            owner: "older", now: now, deadline: hub.machine.deadline(after: .seconds(3)))
        for id in ids {
            let facts = StateTable.Facts(
                lane: .critical, line: "critical\t\(id)\tAlert \(id)", severity: "critical")
            _ = try table.claim(id, facts, due: now + 240, actor)
            _ = try table.fold(id, due: now, actor)
            _ = try table.count(foldedIn: .critical, actor)
        }
    }

    @Test func `alerts within the budget are sent alone, the next ones in a digest`() throws {
        let publisher = try hub.publisher()
        for id in ["e-1", "e-2"] { _ = try publisher.handle(record(id)) }
        #expect(hub.mails == ["This is e-1", "This is e-2"])
        try fold(["e-3", "e-4"], by: publisher)
        #expect(try publisher.handle(record("e-5")) == #"{"result":"digested"}"#)
        #expect(hub.mails.count == 3)
        let digest = hub.mails[2]
        #expect(digest.contains("3 alerts came within seconds"))
        for id in ["e-3", "e-4", "e-5"] {
            #expect(digest.contains("Alert \(id)\n    \(id)") && hub.state(id) == "sent")
        }
        #expect(!digest.contains("may be a repeat"))
        // It ended: the next one collects again.
        #expect(hub.table.items["collector#critical"]?["owner"] == nil)
        #expect(hub.table.items["collector#critical"]?["told"] == ["N": "3"])
        #expect(hub.machine.elapsed < .seconds(3), "nobody waits for more than were folded")
    }

    @Test func `one alone in a digest is sent as what it is`() throws {
        let publisher = try hub.publisher()
        for id in ["e-1", "e-2", "e-3"] { _ = try publisher.handle(record(id)) }
        #expect(hub.mails == ["This is e-1", "This is e-2", "This is e-3"])
    }

    @Test func `lanes have their own budget and digest`() throws {
        let publisher = try hub.publisher()
        for id in ["e-1", "e-2", "e-3"] {
            hub.machine.advance(by: .zero)
            _ = try publisher.handle(record(id, severity: id == "e-3" ? "critical" : "high"))
        }
        #expect(hub.mails.contains("This is e-1") && hub.mails.contains("This is e-3"))
        #expect(hub.table.items["collector#critical"] == nil)
    }

    @Test func `other publishers leave the digest to the collector`() throws {
        hub.table.put([
            "id": ["S": "collector#critical"], "owner": ["S": "x"],
            "lease": ["N": .string("\(hub.second + 50)")],
        ])
        let publisher = try hub.publisher()
        for id in ["e-1", "e-2", "e-3"] { _ = try publisher.handle(record(id)) }
        #expect(hub.mails.count == 2 && hub.state("e-3") == "folded")
        #expect(hub.table.items["collector#critical"]?["folded"] == ["N": "1"])
    }

    @Test func `a digest names every alert, in parts, one a window`() throws {
        let publisher = try hub.publisher()
        let ids = (0..<900).map { "many-\($0)" }
        try fold(ids, by: publisher)
        for id in ["e-1", "e-2", "e-3"] { _ = try publisher.handle(record(id)) }
        let digests = hub.mails.filter { $0.contains("alerts came within seconds") }
        #expect(digests.count == 3)
        for id in ids + ["e-3"] {
            #expect(digests.contains { $0.contains("    \(id)\n") || $0.hasSuffix(id) })
            #expect(hub.state(id) == "sent")
        }
        #expect(hub.machine.elapsed >= .seconds(4))
    }

    @Test func `an index that lags behind is asked again`() throws {
        hub.table.freezeIndex()
        var looks = 0
        hub.fault = { call in
            if call.action == "Query" { looks += 1 }
            if looks == 2 { hub.table.thaw() }
            return nil
        }
        let publisher = try hub.publisher()
        for id in ["e-1", "e-2", "e-3"] { _ = try publisher.handle(record(id)) }
        #expect(hub.state("e-3") == "sent")
    }

    @Test func `a collector whose topic refuses leaves the alerts due`() throws {
        let publisher = try hub.publisher()
        for id in ["e-1", "e-2"] { _ = try publisher.handle(record(id)) }
        hub.fault = { $0.action == "Publish" ? .refused("KMSDisabled") : nil }
        #expect(throws: PublishError.self) { try publisher.handle(record("e-3")) }
        #expect(hub.state("e-3") == "folded" && hub.table.items["alert#e-3"]?["due"] != nil)
        // Lambda repeats it, and the topic takes it.
        hub.fault = { _ in nil }
        hub.machine.advance(by: .seconds(60))
        _ = try publisher.handle(record("e-3"))
        #expect(hub.state("e-3") == "sent" && hub.mails.last == "This is e-3")
    }

    @Test func `an alert that is folded while the digest is sent is in the next one`() throws {
        let publisher = try hub.publisher()
        var isFirst = true
        for id in ["e-1", "e-2"] { _ = try publisher.handle(record(id)) }
        hub.fault = { [self] call in
            if call.action == "Publish", isFirst {
                isFirst = false
                try? fold(["e-4"], by: publisher)
            }
            return nil
        }
        _ = try publisher.handle(record("e-3"))
        #expect(hub.mails.count == 4 && hub.mails[3].contains("Alert e-4"))
        #expect(hub.state("e-3") == "sent" && hub.state("e-4") == "sent")
        #expect(hub.table.items["collector#critical"]?["told"] == ["N": "2"])
    }

    @Test func `who follows a dead collector says that its digests may be repeats`() throws {
        let publisher = try hub.publisher()
        try fold(["e-3", "e-4"], by: publisher)
        hub.table.put([
            "id": ["S": "collector#critical"], "owner": ["S": "dead"],
            "lease": ["N": .string("\(hub.second - 1)")],
        ])
        for id in ["e-1", "e-2", "e-5"] { _ = try publisher.handle(record(id)) }
        #expect(hub.mails.last?.contains("3 alerts") == true)
        #expect(hub.mails.last?.contains("may be a repeat") == true)
    }

    @Test(arguments: ["budget#890000000", "collector#critical", "alert#e-1"])
    func `an item that somebody wrote ahead swallows no alert`(id: String) throws {
        let types: [JSON] = [["N": "99"], ["S": "99"], ["N": "9999999999"]]
        for value in types {
            let hub = TestHub()
            hub.table.put([
                "id": ["S": .string(id)], "critical": value, "folded": value, "lease": value,
                "owner": ["S": "nobody"], "state": ["S": "claimed"], "tries": value,
                "due": value, "lane": ["S": "critical"], "doubt": value,
            ])
            let publisher = try hub.publisher()
            for number in 1...5 { _ = try publisher.handle(record("e-\(number)")) }
            for _ in 0..<3 {
                hub.machine.advance(by: .seconds(60))
                _ = try publisher.handle(#"{"sweep":true}"#)
            }
            for number in 1...5 {
                #expect(hub.mails.contains { $0.contains("e-\(number)") }, "\(value)")
            }
        }
    }
}
