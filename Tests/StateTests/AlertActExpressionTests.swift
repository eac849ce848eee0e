import FakeAWS
import FakeWorld
import Outbox
import Testing

@testable import AWSClient
@testable import State
@testable import System
@testable import Text

/// The table of transitions, as the conditions of writes have it.
@Suite struct AlertActExpressionTests {
    private static let now: Int64 = 1_780_000_000

    /// An item in a state, with an owner and a lease.
    private static func item(_ state: AlertState?, owner: String, lease: JSON?) -> FakeTable.Item {
        var item: FakeTable.Item = ["id": ["S": "alert#e-1"], "owner": ["S": .string(owner)]]
        item["state"] = state.map { ["S": .string($0.rawValue)] }
        item["lease"] = lease
        return item
    }

    private static let leases: [(JSON?, isOver: Bool)] = [
        (nil, true), (["N": "1779999999"], true), (["N": "1780000000"], false),
        (["N": "1780000120"], false), (["N": "1780000121"], true), (["N": "9999999999"], true),
        // Nobody gets power by an attribute of another type.
        (["S": "9999999999"], true), (["SS": .array(["x"])], true),
    ]

    @Test(arguments: AlertAct.allCases)
    func `DynamoDB allows an act in exactly the states of the table`(act: AlertAct) throws {
        for state in AlertState.allCases.map(Optional.init) + [nil] {
            for owner in ["me", "somebody"] {
                for (lease, isOver) in Self.leases {
                    let table = FakeTable()
                    table.put(Self.item(state, owner: owner, lease: lease))
                    let aws = FakeAWS(table)
                    let condition = act.condition(owner: "me", now: Self.now)
                    let operation = DynamoDB.updateItem(
                        table: "state", key: ["id": .string("alert#e-1")],
                        update: DynamoDB.Expression(
                            "SET #done = :done", names: ["#done": "done"],
                            values: [":done": .bool(true)]),
                        condition: condition)
                    let answer = try aws.client.send(
                        operation, before: aws.machine.deadline(after: .seconds(3)))
                    var isDone = false
                    if case .updated = answer { isDone = true }
                    let next = Transition.state(
                        after: act, in: state, isMine: owner == "me", isLeaseOver: isOver)
                    #expect(
                        isDone == (next != nil),
                        "\(String(describing: state)) \(owner) \(String(describing: lease))")
                }
            }
        }
    }

    @Test func `a state that no function writes keeps nobody from claiming`() throws {
        let table = FakeTable()
        table.put([
            "id": ["S": "alert#e-1"], "state": ["S": "done"], "owner": ["S": "somebody"],
            "lease": ["N": "1780000050"],
        ])
        let aws = FakeAWS(table)
        let claim = try StateTable(name: "state", client: aws.client).claim(
            "e-1", nil, due: Self.now + 240,
            StateTable.Actor(
                owner: "me", now: Self.now, deadline: aws.machine.deadline(after: .seconds(3))))
        #expect(claim == .granted(taken: [], tries: 1))
    }
}
