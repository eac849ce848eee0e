import FakeAWS
import FakeWorld
import Outbox
import Testing

@testable import AWSClient
@testable import State
@testable import System
@testable import Text

@Suite struct StateTableCollectorTests {
    private let memory = FakeTable()
    private let machine = FakeWorld()

    private var table: StateTable {
        StateTable(name: "state", client: FakeAWS(memory, machine: machine).client)
    }

    private func actor(_ owner: String = "me", after seconds: Int64 = 0) -> StateTable.Actor {
        StateTable.Actor(
            owner: owner, now: 1_780_000_000 + seconds,
            deadline: machine.deadline(after: .seconds(9)))
    }

    @Test func `one collects a lane, and another lane has its own`() throws {
        #expect(try table.count(foldedIn: .critical, actor()))
        let collector = try #require(try table.collect(.critical, actor()))
        #expect(collector.folded == 1 && !collector.isDoubtful(at: actor().now))
        #expect(try table.count(foldedIn: .critical, actor("other")) == false)
        #expect(try table.collect(.critical, actor("other")) == nil)
        #expect(try table.count(foldedIn: .others, actor("other")))
        #expect(try table.collect(.others, actor("other")) != nil)
    }

    @Test func `nobody ends while an alert was folded that was not looked for`() throws {
        _ = try table.count(foldedIn: .critical, actor())
        _ = try table.collect(.critical, actor())
        _ = try table.count(foldedIn: .critical, actor("other"))
        #expect(try table.finish(.critical, folded: 1, actor()) == 2)
        #expect(try table.finish(.critical, folded: 2, actor()) == nil)
        #expect(try table.count(foldedIn: .critical, actor("other")), "nobody collects now")
    }

    @Test func `who follows a collector that did not finish knows it, as long as it matters`()
        throws
    {
        _ = try table.collect(.critical, actor())
        let other = actor("other", after: Lease.collector + 1)
        #expect(try table.collect(.critical, other)?.isDoubtful(at: other.now) == true)
        // The first one has lost the lane, and ends nobody else's work.
        #expect(try table.finish(.critical, folded: 0, actor()) == nil)
        try table.finish(.critical, isDoubtful: false, actor())
        #expect(try table.count(foldedIn: .critical, other) == false)
        try table.finish(.critical, isDoubtful: false, other)
        let third = try #require(try table.collect(.critical, actor(after: 60)))
        #expect(third.isDoubtful(at: other.now + Lease.fold))
        #expect(!third.isDoubtful(at: other.now + Lease.fold + 1))
    }

    @Test func `who sent without an answer leaves a doubt`() throws {
        _ = try table.collect(.critical, actor())
        try table.finish(.critical, isDoubtful: true, actor())
        let next = try #require(try table.collect(.critical, actor("other", after: 1)))
        #expect(next.isDoubtful(at: actor().now + 1))
    }

    @Test(arguments: [["N": "9999999999"], ["S": "9999999999"]] as [JSON])
    func `an owner that no function can be is not believed`(lease: JSON) throws {
        memory.put(["id": ["S": "collector#critical"], "owner": ["S": "x"], "lease": lease])
        #expect(try table.count(foldedIn: .critical, actor()))
        #expect(try table.collect(.critical, actor()) != nil)
    }
}
