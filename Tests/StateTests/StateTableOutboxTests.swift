import FakeAWS
import FakeWorld
import Outbox
import Testing

@testable import AWSClient
@testable import State
@testable import System
@testable import Text

@Suite struct StateTableOutboxTests {
    private let memory = FakeTable()
    private let machine = FakeWorld()
    private let facts = StateTable.Facts(
        lane: .critical, line: "critical\te-1\tRoot signed in", severity: "critical")

    private var table: StateTable {
        StateTable(name: "state", client: FakeAWS(memory, machine: machine).client)
    }

    private func actor(_ owner: String = "me", after seconds: Int64 = 0) -> StateTable.Actor {
        StateTable.Actor(
            owner: owner, now: 1_780_000_000 + seconds,
            deadline: machine.deadline(after: .seconds(9)))
    }

    private func claim(_ actor: StateTable.Actor, _ id: String = "e-1") throws -> StateTable.Claim {
        try table.claim(id, facts, due: actor.now + 240, actor)
    }

    private func due(after seconds: Int64, in lane: Lane = .critical) throws -> [String] {
        try table.due(
            in: lane, now: 1_780_000_000 + seconds, limit: 10,
            deadline: machine.deadline(after: .seconds(9))
        ).alerts.map(\.id)
    }

    @Test func `a claimed alert is its owner's until it is sent`() throws {
        #expect(try claim(actor()) == .granted(taken: [], tries: 1))
        #expect(try claim(actor("other")) == .busy)
        try table.markSent("e-1", because: "alone", taken: ["t"], actor())
        #expect(try claim(actor("other", after: 500)) == .told)
        #expect(memory.items["alert#e-1"]?["state"] == ["S": "sent"])
    }

    @Test func `an alert that was not sent is due, whatever happened to its owner`() throws {
        _ = try claim(actor())
        #expect(try due(after: 239) == [])
        #expect(try due(after: 240) == ["e-1"])
        #expect(try due(after: 240, in: .others) == [])
        try table.markSent("e-1", because: "alone", taken: ["t"], actor())
        #expect(try due(after: 240) == [])
    }

    @Test func `the next owner knows that there was an attempt, and which topics took it`() throws {
        _ = try claim(actor())
        try table.release("e-1", because: "chat refused", taken: ["people"], actor())
        #expect(try claim(actor("other", after: 1)) == .granted(taken: ["people"], tries: 2))
        #expect(memory.items["alert#e-1"]?["tries"] == ["N": "2"])
    }

    @Test func `a folded alert waits for its digest, and its lease`() throws {
        _ = try claim(actor())
        #expect(try table.fold("e-1", due: 1_780_000_002, actor()))
        #expect(try claim(actor("other", after: Lease.fold)) == .folded)
        #expect(try due(after: 2) == ["e-1"])
        #expect(try claim(actor("other", after: Lease.fold + 1)) == .granted(taken: [], tries: 2))
    }

    @Test func `who lost an alert cannot fold it`() throws {
        _ = try claim(actor())
        _ = try claim(actor("other", after: Lease.claim + 1))
        #expect(try table.fold("e-1", due: 1_780_000_002, actor()) == false)
    }

    @Test func `many alerts are marked at once, also while somebody writes one of them`() throws {
        let ids = (0..<250).map { "e-\($0)" }
        for id in ids { _ = try claim(actor(), id) }
        try table.markSent(ids, because: "in a digest", taken: ["t"], actor())
        #expect(memory.items.values.allSatisfy { $0["state"] == ["S": "sent"] })

        var isFirst = true
        let aws = FakeAWS { call in
            defer { isFirst = false }
            return isFirst
                ? .item(#"{"__type":"x#TransactionCanceledException","message":"conflict"}"#, 400)
                : .item(#"{"Attributes":{}}"#)
        }
        try StateTable(name: "state", client: aws.client).markSent(
            ["e-1", "e-2"], because: "in a digest", taken: [], actor())
        #expect(aws.actions == ["TransactWriteItems", "UpdateItem", "UpdateItem"])
    }

    @Test func `a look goes on where the last one ended, and skips what is no alert`() throws {
        for number in 0..<5 { _ = try claim(actor(), "e-\(number)") }
        memory.put(["id": ["S": "story#1"], "lane": ["S": "critical"], "due": ["N": "1"]])
        let deadline = machine.deadline(after: .seconds(9))
        let first = try table.due(
            in: .critical, now: 1_780_000_240, limit: 3, deadline: deadline)
        #expect(first.alerts.map(\.id) == ["e-0", "e-1"])
        let rest = try table.due(
            in: .critical, now: 1_780_000_240, limit: 3, after: first.next, deadline: deadline)
        #expect(rest.alerts.map(\.id) == ["e-2", "e-3", "e-4"] && rest.next == nil)
    }

    @Test func `what the index still shows and the table has sent is not due`() throws {
        _ = try claim(actor())
        memory.freezeIndex()
        try table.markSent("e-1", because: "alone", taken: [], actor())
        #expect(try due(after: 300) == [])
    }

    @Test func `an alert told alone costs three writes and at most six units`() throws {
        _ = try claim(actor())
        _ = try table.spend("critical", window: 890_000_000, actor())
        try table.markSent("e-1", because: "alone", taken: ["t"], actor())
        #expect(memory.writeUnits == 5)
        #expect(FakeTable.size(memory.items["alert#e-1"]) < 1_024)
    }
}
