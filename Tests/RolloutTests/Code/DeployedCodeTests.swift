import AccessPlan
import FakeAWS
import FakeWorld
import HTTP
import Synchronization
import Testing

@testable import Rollout

@Suite struct DeployedCodeTests {
    /// Lambda and the state table: the hash that each function runs and each note holds, by
    /// `REGION/FUNCTION`.
    private final class Account: Sendable {
        struct State {
            var running: [String: String] = [:]
            var notes: [String: String] = [:]
            /// How often a function answers yet that it is being updated.
            var busy: [String: Int] = [:]
            var status = "Successful"
            var givesCode: String?
            var hasTable = true
        }

        let state = Mutex(State())

        var cloud: FakeCloud { FakeCloud { self.answer($0) } }

        func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

        private func answer(_ call: FakeCloud.Call) -> Response {
            state.withLock { state in
                if call.service == "dynamodb" { return table(call, &state) }
                let function = call.action.split(separator: "/")[3]
                let id = "\(call.region)/\(function)"
                guard state.running[id] != nil else {
                    return .missing
                }
                if call.action.hasPrefix("PUT") {
                    state.running[id] = state.givesCode
                    state.busy[id] = 3
                }
                let busy = max(0, state.busy[id, default: 0] - 1)
                state.busy[id] = busy
                let status = busy > 0 ? "InProgress" : state.status
                return .item(
                    """
                    {"FunctionArn": "arn:aws:lambda:\(call.region):123456789012:function:\(function)",
                     "State": "Active", "LastUpdateStatus": "\(status)",
                     "CodeSha256": "\(state.running[id] ?? "")"}
                    """)
            }
        }

        private func table(_ call: FakeCloud.Call, _ state: inout State) -> Response {
            guard state.hasTable else { return .missing }
            let words = call.body.split(separator: "\"").map(String.init)
            let id = words.first { $0.hasPrefix("deployed#") }.map { String($0.dropFirst(9)) } ?? ""
            if call.action == "PutItem" {
                #expect(call.region == "eu-west-1")
                state.notes[id] = words.first { $0.hasSuffix("=") }
                return .item("{}")
            }
            let note = state.notes[id].map { #"{"Item": {"codeSHA256": {"S": "\#($0)"}}}"# }
            return .item(note ?? "{}")
        }
    }

    private static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        return plan
    }()

    private static let all = [
        "eu-west-1/breakglass-drift-checker", "eu-west-1/breakglass-event-enricher",
        "eu-west-1/breakglass-sns-publisher", "eu-west-1/breakglass-sns-publisher-critical",
        "us-west-2/breakglass-event-enricher", "us-west-2/breakglass-sns-publisher",
        "us-west-2/breakglass-sns-publisher-critical",
    ]

    private static func packages() throws -> [FunctionPackage] {
        try FunctionPackage.Function.allCases.map { try .made($0) }
    }

    private static func code(_ cloud: FakeCloud) throws -> DeployedCode {
        DeployedCode(.fake(cloud), plan, try packages())
    }

    /// Every function runs what was built, and that is noted.
    private static func healthy() throws -> Account {
        let account = Account()
        let places = try code(account.cloud).places
        account.set { state in
            for place in places {
                state.running[place.id] = place.package.sha256
                state.notes[place.id] = place.package.sha256
            }
        }
        return account
    }

    private static func stored() throws
        -> [String: [FunctionPackage.Function: CodeStore.Stored]]
    {
        let one = try packages().map {
            (
                $0.function,
                CodeStore.Stored(
                    bucket: "b", key: $0.key, version: "v", isNew: true, warning: nil)
            )
        }
        let region = Dictionary(uniqueKeysWithValues: one)
        return ["eu-west-1": region, "us-west-2": region]
    }

    @Test func `what Lambda answers is noted, in the home Region's table`() async throws {
        let account = try Self.healthy()
        account.set { $0.notes = [:] }
        let proof = try await Self.code(account.cloud).prove(Self.stored())
        #expect(proof.proven == Self.all)
        #expect(proof.restored == [] && proof.obstacles == [])
        #expect(account.state.withLock { $0.notes == $0.running })
        #expect(account.cloud.actions.allSatisfy { !$0.hasPrefix("PUT") })
    }

    @Test func `a function that somebody changed is found before, and put back after`()
        async throws
    {
        let account = try Self.healthy()
        let changed = "us-west-2/breakglass-event-enricher"
        let ours = account.state.withLock { $0.running[changed] }
        account.set {
            $0.running[changed] = "ZXZpbA=="
            $0.givesCode = ours
        }
        let cloud = account.cloud
        let found = try await Self.code(cloud).mismatches()
        #expect(found.map(\.subject) == ["breakglass-event-enricher"])
        #expect(found.first?.region == "us-west-2")
        #expect(found.first?.hint?.contains("UpdateFunctionCode20150331v2") == true)
        let proof = try await Self.code(cloud).prove(Self.stored())
        #expect(proof.restored == [changed] && proof.proven == Self.all)
        let update = try #require(cloud.calls.first { $0.action.hasPrefix("PUT") })
        #expect(update.body.contains(#""S3ObjectVersion":"v""#))
        #expect(update.body.contains(#""Architectures":["arm64"]"#))
        #expect(cloud.machine.waits == [.seconds(2)])
    }

    @Test func `a function that keeps other code is an obstacle, and nothing is noted`()
        async throws
    {
        let account = try Self.healthy()
        account.set {
            $0.notes = [:]
            $0.running[Self.all[1]] = "ZXZpbA=="
            $0.givesCode = "ZXZpbA=="
        }
        let proof = try await Self.code(account.cloud).prove(Self.stored())
        #expect(proof.obstacles.map(\.subject) == ["breakglass-event-enricher"])
        #expect(proof.obstacles.first?.reason.contains("ZXZpbA==") == true)
        #expect(proof.proven == Self.all.filter { $0 != Self.all[1] })
        #expect(account.state.withLock { $0.notes[Self.all[1]] } == nil)
    }

    @Test func `a function that is missing or not ready is an obstacle`() async throws {
        let account = try Self.healthy()
        account.set {
            $0.running[Self.all[0]] = nil
            $0.status = "Failed"
        }
        let proof = try await Self.code(account.cloud).prove(Self.stored())
        #expect(proof.proven == [])
        #expect(proof.obstacles.first?.reason == "is not there: its stack claims it")
        #expect(
            proof.obstacles.dropFirst().allSatisfy {
                $0.reason == "is not ready: state Active, last update Failed"
            })
    }

    @Test func `what is to be deployed, or was never noted, is not a mismatch`() async throws {
        let account = try Self.healthy()
        #expect(try await Self.code(account.cloud).mismatches() == [])
        // An earlier run deployed and ended before it could note.
        account.set { for id in Self.all { $0.notes[id] = "b2xk" } }
        #expect(try await Self.code(account.cloud).mismatches() == [])
        account.set {
            $0.notes = [:]
            for id in Self.all { $0.running[id] = "b2xk" }
        }
        #expect(try await Self.code(account.cloud).mismatches() == [])
        account.set { $0.hasTable = false }
        #expect(try await Self.code(account.cloud).mismatches() == [])
        account.set { $0.running = [:] }
        #expect(try await Self.code(account.cloud).mismatches() == [])
    }

    @Test func `a table that does not take the note is an obstacle`() async throws {
        let account = try Self.healthy()
        account.set { $0.hasTable = false }
        let proof = try await Self.code(account.cloud).prove(Self.stored())
        #expect(proof.proven == [] && proof.obstacles.count == Self.all.count)
    }
}

extension Response {
    fileprivate static let missing = Response(
        status: 404, body: Array(#"{"__type": "ResourceNotFoundException"}"#.utf8))
}
