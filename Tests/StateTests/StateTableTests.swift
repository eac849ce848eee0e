import FakeAWS
import FakeWorld
import Testing

@testable import AWSClient
@testable import AccessPlan
@testable import HTTP
@testable import Runs
@testable import State
@testable import System
@testable import Text

struct StateTableTests {
    private func table(
        _ machine: FakeWorld = FakeWorld(), _ answer: @escaping (FakeAWS.Call) -> Response
    ) -> (StateTable, FakeAWS) {
        let aws = FakeAWS(machine: machine, answer)
        return (StateTable(name: "breakglass-state", client: aws.client), aws)
    }

    /// A table that answers with the item it was last given, and what it was asked so far.
    private func remembering() -> (StateTable, () -> [String]) {
        var kept: String?
        let (table, aws) = table { call in
            guard call.action == "GetItem" else {
                kept = call.body
                return .item("{}")
            }
            let item = JSON(Array((kept ?? "").utf8))?["Item"] ?? .null
            return .item(#"{"Item":\#(item.text)}"#)
        }
        return (table, { aws.calls.map(\.body) })
    }

    private let soon = FakeWorld().deadline(after: .seconds(5))

    private static let declared = """
        {"Item":{"id":{"S":"emergency#current"},"incident":{"S":"INC-1"},"mode":{"S":"federation"},
         "declaredBy":{"S":"joe"},"approver":{"S":"ann"},"accounts":{"SS":["111122223333"]},
         "members":{"M":{"00g1":{"SS":["jane@example.com"]}}},"declared":{"N":"100"},
         "expires":{"N":"200"},"closing":{"N":"150"},"identityCenterProven":{"BOOL":true}}}
        """

    @Test func `a declaration is read whole`() throws {
        let (table, _) = table { _ in .item(Self.declared) }
        #expect(
            try table.declaration(deadline: soon)
                == Declaration(
                    incident: "INC-1", mode: .federation, declaredBy: "joe", approver: "ann",
                    accounts: ["111122223333"], members: ["00g1": ["jane@example.com"]],
                    declared: 100, expires: 200, closing: 150, identityCenterProven: true))
    }

    @Test func `no declaration is an answer, too`() throws {
        let (table, _) = table { _ in .item("{}") }
        #expect(try table.declaration(deadline: soon) == nil)
        #expect(try table.lastRun(deadline: soon) == nil)
        #expect(try table.drills(deadline: soon) == [:])
    }

    @Test func `a declaration that was written is the one that is read`() throws {
        var whole = Declaration(
            incident: "INC-1", mode: .federation, declaredBy: "joe", approver: "ann",
            caller: "arn:aws:iam::123456789012:user/joe", people: ["jane", "jim"],
            accounts: ["111122223333"], members: ["00g1": ["jane"]], declared: 100, expires: 200)
        whole.closing = 150
        whole.identityCenterProven = true
        let smallest = Declaration(
            incident: "INC-2", mode: .drill, declaredBy: "joe", declared: 1, expires: 2)
        for declaration in [whole, smallest] {
            let (table, bodies) = remembering()
            guard case .written = try table.declare(declaration, deadline: soon) else {
                Issue.record("it was refused")
                continue
            }
            #expect(try table.declaration(deadline: soon) == declaration)
            #expect(try table.standing(deadline: soon) == declaration)
            // DynamoDB has no empty sets.
            #expect(!(bodies().first ?? "").contains(#""SS":[]"#))
        }
    }

    @Test func `another declaration is refused with the one that stands`() throws {
        let standing = Self.declared.dropFirst(#"{"Item":"#.count).dropLast()
        let (table, _) = table { _ in .conditionFailed(String(standing)) }
        let another = Declaration(
            incident: "INC-2", mode: .drill, declaredBy: "joe", declared: 1, expires: 2)
        guard case .refused(let standing?) = try table.declare(another, deadline: soon) else {
            Issue.record("nothing was refused")
            return
        }
        #expect(standing.incident == "INC-1" && standing.closing == 150)
    }

    @Test func `a digest that was kept is the one that is read`() throws {
        let digest = RunDigest(takenAt: 7, toldAt: 5, cleanRuns: 2, found: ["a|drifted|\"b\""])
        let (table, bodies) = remembering()
        try table.keep(digest, deadline: soon)
        #expect(try table.lastRun(deadline: soon) == digest)
        #expect(bodies().count == 2)
    }

    @Test(arguments: [
        (#"{"digest":{"S":"{}"}}"#, "it is not a digest"),
        (#"{"digest":{"S":"{\"takenAt\":1}"}}"#, "its schema is not stated"),
        (#"{"digest":{"N":"1"}}"#, "digest is missing"), ("{}", "digest is missing"),
    ])
    func `a digest that no run writes is not compared with`(item: String, why: String) {
        let (table, _) = table { _ in .item(#"{"Item":\#(item)}"#) }
        let error = #expect(throws: MalformedItem.self) { try table.lastRun(deadline: soon) }
        #expect(error?.description == "item run#last is malformed: \(why)")
    }

    @Test func `canaries of many accounts are asked for by the hundred, and again where needed`()
        throws
    {
        let accounts = (0..<250).map { String(111_100_000_000 + $0) }
        var left = true
        let (table, aws) = table { call in
            defer { left = false }
            let unprocessed =
                left ? #"{"breakglass-state":{"Keys":[{"id":{"S":"canary#111100000007"}}]}}"# : "{}"
            return .item(
                """
                {"Responses":{"breakglass-state":[{"id":{"S":"canary#111100000001"},
                 "eu-west-1":{"N":"5"},"us-east-1":{"N":"6"}}]},"UnprocessedKeys":\(unprocessed)}
                """)
        }
        let heard = try table.canaries(of: accounts, deadline: soon)
        #expect(heard == ["111100000001/eu-west-1": 5, "111100000001/us-east-1": 6])
        #expect(aws.calls.map { $0.body.split(separator: "canary#").count - 1 } == [100, 100, 51])
    }

    @Test func `nothing is kept from asking again for ever`() {
        let machine = FakeWorld()
        let (table, _) = table(machine) { _ in
            machine.advance(by: .milliseconds(10))
            return .item(
                #"{"Responses":{},"UnprocessedKeys":{"t":{"Keys":[{"id":{"S":"canary#1"}}]}}}"#)
        }
        #expect(throws: AWS.Failure.self) {
            try table.canaries(of: ["1"], deadline: soon)
        }
    }
}
