import FakeAWS
import FakeWorld
import Outbox
import Testing

@testable import AWSClient
@testable import State
@testable import System
@testable import Text

/// Runs that act on one alert in a random order, while time passes and somebody writes the item. What the
/// table answers is compared with the table of transitions.
@Suite struct AlertItemTests {
    /// What the item must be.
    private struct Expected {
        var state: AlertState?
        var owner = ""
        var lease: Int64?
        var isIndexed = false

        /// Does an act, if it is allowed.
        mutating func act(_ act: AlertAct, _ owner: String, _ now: Int64) -> Bool {
            guard
                let next = Transition.state(
                    after: act, in: state, isMine: owner == self.owner,
                    isLeaseOver: Lease.isOver(lease, at: now))
            else { return false }
            state = next
            isIndexed = next != .sent && (act == .claim || isIndexed)
            switch act {
            case .claim: (self.owner, lease) = (owner, now + Lease.claim)
            case .fold: lease = now + Lease.fold
            case .release, .send: lease = nil
            }
            return true
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `in any order of acts, the item is what the table of transitions says`(seed: UInt64) throws
    {
        var random = Numbers(state: seed)
        let memory = FakeTable()
        let machine = FakeWorld()
        let table = StateTable(name: "state", client: FakeAWS(memory, machine: machine).client)
        let facts = StateTable.Facts(lane: .critical, line: "x", severity: "critical")
        var expected = Expected()
        var now: Int64 = 1_780_000_000
        var done = 0
        for step in 0..<120 {
            now += [0, 0, 1, 30, 56, 91, 121][Int(random.next() % 7)]
            let owner = ["a", "b", "c"][Int(random.next() % 3)]
            let actor = StateTable.Actor(
                owner: owner, now: now, deadline: machine.deadline(after: .seconds(9)))
            let before = expected
            var isAllowed = true
            var isDone: Bool?
            switch random.next() % 16 {
            case 0:
                (expected, isDone) = (Self.forge(memory, now, &random), true)
            case 1:
                memory.delete("alert#e")
                (expected, isDone) = (Expected(), true)
            case 2...7:
                isAllowed = expected.act(.claim, owner, now)
                let claim = try table.claim("e", facts, due: now + 240, actor)
                if case .granted = claim { isDone = true } else { isDone = false }
                if !isAllowed {
                    #expect(
                        claim
                            == (before.state == .sent
                                ? .told : before.state == .folded ? .folded : .busy))
                }
            case 8...10:
                isAllowed = expected.act(.fold, owner, now)
                isDone = try table.fold("e", due: now + 2, actor)
            case 11...13:
                isAllowed = expected.act(.release, owner, now)
                try table.release("e", because: "refused", taken: [], actor)
            default:
                isAllowed = expected.act(.send, owner, now)
                if random.next() % 2 == 0 {
                    try table.markSent("e", because: "alone", taken: ["t"], actor)
                } else {
                    try table.markSent(["e"], because: "in a digest", taken: ["t"], actor)
                }
            }
            if let isDone { #expect(isDone == isAllowed, "step \(step)") }
            done += isAllowed ? 1 : 0
            let item = try table.alert("e", deadline: actor.deadline)
            #expect(item?.state == expected.state, "step \(step)")
            if expected.state == .claimed || expected.state == .folded {
                #expect(item?.owner == expected.owner && item?.lease == expected.lease)
            }
            let found = try table.due(
                in: .critical, now: now + 1_000, limit: 10, deadline: actor.deadline)
            #expect(found.alerts.map(\.id) == (expected.isIndexed ? ["e"] : []), "step \(step)")
        }
        #expect(done > 20)
    }

    /// Somebody writes the item: any state, without a lane.
    private static func forge(
        _ memory: FakeTable, _ now: Int64, _ random: inout Numbers
    ) -> Expected {
        let state = AlertState.allCases[Int(random.next() % 3)]
        let lease = now + [-1, 30, 120, 121, 9_999_999][Int(random.next() % 5)]
        memory.put([
            "id": ["S": "alert#e"], "state": ["S": .string(state.rawValue)],
            "owner": ["S": "dead"], "lease": ["N": .string("\(lease)")],
        ])
        return Expected(state: state, owner: "dead", lease: lease)
    }

    /// SplitMix64: the same numbers on every machine.
    private struct Numbers {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }
}
