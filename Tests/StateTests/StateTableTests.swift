import BreakGlass
import Clients
import FakeAWS
import HTTP
import Testing

@testable import State

struct StateTableTests {
    private func table(_ answer: @escaping (FakeAWS.Call) -> Response) -> (StateTable, FakeAWS) {
        let aws = FakeAWS(answer)
        return (StateTable(name: "breakglass-state", client: aws.client), aws)
    }

    private let soon = Deadline.after(.seconds(5))

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
                == Snapshot.Declaration(
                    incident: "INC-1", mode: .federation, declaredBy: "joe", approver: "ann",
                    members: ["00g1": ["jane@example.com"]], accounts: ["111122223333"],
                    declared: 100, expires: 200, closing: 150, identityCenterProven: true))
    }

    @Test(arguments: ["incident", "mode", "declared", "expires"])
    func `a declaration that lacks something approves nothing`(name: String) {
        let text = Self.declared.replacing("\"\(name)\":", with: "\"x\":")
        let (table, _) = table { _ in .item(text) }
        #expect(throws: Unavailable.self) { try table.declaration(deadline: soon) }
    }

    @Test func `no declaration is an answer, too`() throws {
        let (table, _) = table { _ in .item("{}") }
        #expect(try table.declaration(deadline: soon) == nil)
        #expect(try table.lastRun(deadline: soon) == nil)
        #expect(try table.drills(deadline: soon) == [:])
    }

    @Test func `a digest that was kept is the one that is read`() throws {
        var kept: String?
        let digest = RunDigest(takenAt: 7, toldAt: 5, cleanRuns: 2, found: ["a|drifted|\"b\""])
        let (table, aws) = table { call in
            guard call.action == "GetItem" else {
                kept = call.body
                return .item("{}")
            }
            let item = JSON(Array((kept ?? "").utf8))?["Item"] ?? .null
            return .item(#"{"Item":\#(item.text)}"#)
        }
        try table.keep(digest, deadline: soon)
        #expect(try table.lastRun(deadline: soon) == digest)
        #expect(aws.actions == ["PutItem", "GetItem"])
    }

    @Test func `a digest of another version is not compared with`() {
        let (table, _) = table { _ in .item(#"{"Item":{"digest":{"S":"{}"}}}"#) }
        #expect(throws: Unavailable.self) { try table.lastRun(deadline: soon) }
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
        let (table, _) = table { _ in
            .item(
                #"{"Responses":{},"UnprocessedKeys":{"t":{"Keys":[{"id":{"S":"canary#1"}}]}}}"#)
        }
        #expect(throws: AWS.Failure.self) {
            try table.canaries(of: ["1"], deadline: .after(.milliseconds(200)))
        }
    }
}
