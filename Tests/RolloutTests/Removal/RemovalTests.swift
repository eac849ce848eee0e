import AccessPlan
import Deployment
import Testing

@testable import Rollout

/// A removal from one account: the order, faults, and a run that goes on where another one ended.
@Suite struct RemovalTests {
    private static let account = "123456789012"

    private static var plan: Plan {
        var plan = Plan(organization: "example", emergencyAccount: account, home: "us-east-1")
        plan.regions.standby = "us-east-2"
        plan.breakGlassUsers = ["BreakglassUser1"]
        return plan
    }

    private static var deployed: RemovalAccount.State {
        let both: Set = [
            "breakglass-region", "breakglass-hub", "breakglass-code", "breakglass-evidence",
        ]
        let code = { (region: String) in "breakglass-code-\(account)-\(region)" }
        return .init(
            stacks: [
                "us-east-1": both.union([
                    "breakglass-access", "breakglass-access-roles-1", "breakglass-workload",
                    "breakglass-trail", "breakglass-mine", "somebody-elses",
                ]), "us-east-2": both,
            ], passwords: ["BreakglassUser1", "FormerUser"],
            buckets: [
                code("us-east-1"): 2_500, code("us-east-2"): 1,
                "breakglass-trail-\(account)": 1_001,
            ],
            policies: [
                "breakglass-user": 2, "breakglass-EmergencyAccess_Role1_RO": 1, "mine": 1,
            ],
            retained: [
                "us-east-1 DeleteArchive breakglass-hub", "us-east-1 DeleteEventBus breakglass-hub",
                "us-east-2 DeleteLogGroup /aws/lambda/breakglass-sns-publisher",
            ])
    }

    private static func removal(_ account: RemovalAccount, withEvidence: Bool = false) -> Removal {
        var options = Removal.Options()
        options.withEvidence = withEvidence
        return Removal(plan, sites: Sites(emergency: account.site), options, account.board)
    }

    private static func run(_ account: RemovalAccount, withEvidence: Bool = false) async
        -> [Obstacle]
    {
        let removal = removal(account, withEvidence: withEvidence)
        do throws(Obstacles) {
            _ = try await removal.execute(try await removal.look())
            return []
        } catch {
            return error.all
        }
    }

    @Test func `stacks go in order, and evidence stays`() async throws {
        let account = RemovalAccount(Self.deployed)
        let removal = Self.removal(account)
        let left = try await removal.execute(try await removal.look())
        let order = account.now.log.map { $0.split(separator: " ")[1] }
        #expect(Set(order[...2]) == ["breakglass-region", "breakglass-workload"])
        #expect(
            order[3...] == [
                "breakglass-access-roles-1", "breakglass-access", "breakglass-hub",
                "breakglass-hub",
                "breakglass-code", "breakglass-code",
            ])
        #expect(
            account.now.stacks == [
                "us-east-1": [
                    "breakglass-evidence", "breakglass-trail", "breakglass-mine", "somebody-elses",
                ], "us-east-2": ["breakglass-evidence"],
            ])
        #expect(account.now.passwords == [])
        #expect(account.now.policies == ["mine": 1])
        #expect(account.now.buckets["breakglass-trail-\(Self.account)"] == 1_001)
        #expect(account.now.retained == Self.deployed.retained)
        #expect(left.stays.contains { $0.contains("key k1: pending deletion until 2026-07-01") })
        #expect(!left.stays.contains { $0.contains("k2") })
        #expect(left.notes.contains { $0.hasSuffix("not looked at: ap-east-1") })
        #expect(account.told.contains("\(Self.account)  policy breakglass-user deleted"))
    }

    @Test func `with evidence nothing is left, whenever the run before ended`() async {
        let account = RemovalAccount(Self.deployed)
        // The stacks are gone already, and what they retain is not.
        account.change { $0.stacks["us-east-2"]?.remove("breakglass-evidence") }
        account.change { $0.stacks["us-east-1"]?.remove("breakglass-trail") }
        #expect(await Self.run(account, withEvidence: true) == [])
        #expect(account.now.retained == [])
        #expect(account.now.buckets["breakglass-trail-\(Self.account)"] == nil)
        #expect(
            account.now.stacks
                == ["us-east-1": ["breakglass-mine", "somebody-elses"], "us-east-2": []])
    }

    @Test func `a stack that does not go is named with AWS's reason, and ends its stage`() async {
        let account = RemovalAccount(Self.deployed)
        account.change { $0.denied["stack"] = "breakglass-workload" }
        let obstacles = await Self.run(account)
        #expect(
            obstacles.map(\.description) == [
                """
                account 123456789012, us-east-1, breakglass-workload: CREATE_COMPLETE; Thing: it is \
                in use
                hint: put right what AWS says, then run the same command again: it goes on
                """
            ])
        #expect(account.now.stacks["us-east-2"]?.contains("breakglass-region") == false)
        #expect(account.now.stacks["us-east-1"]?.contains("breakglass-access-roles-1") == true)
        account.change { $0.denied = [:] }
        #expect(await Self.run(account) == [])
        #expect(account.now.stacks["us-east-2"] == ["breakglass-evidence"])
    }

    @Test(arguments: [
        ("DeletePolicy", "breakglass-user", "policy breakglass-user: iam DeletePolicy failed"),
        ("DeleteLoginProfile", "FormerUser", "user FormerUser: iam DeleteLoginProfile failed"),
        (
            "DescribeStacks", "StackName=breakglass-hub",
            "breakglass-hub: cloudformation DescribeStacks failed"
        ),
    ])
    func `a refusal is named, and the next run goes on`(
        operation: String, word: String, words: String
    ) async {
        let account = RemovalAccount(Self.deployed)
        account.change { $0.denied[operation] = word }
        let obstacles = await Self.run(account)
        #expect(obstacles.allSatisfy { "\($0)".contains(words) } && !obstacles.isEmpty)
        account.change { $0.denied = [:] }
        #expect(await Self.run(account) == [])
        #expect(account.now.stacks["us-east-2"] == ["breakglass-evidence"])
        #expect(account.now.policies == ["mine": 1])
    }

    @Test func `nothing is deleted while a Region cannot be read`() async {
        let account = RemovalAccount(Self.deployed)
        account.change { $0.denied["DescribeStacks"] = "Action=DescribeStacks&Version=2010-05-15" }
        let obstacles = await Self.run(account)
        #expect(Set(obstacles.compactMap(\.region)).isSuperset(of: ["us-east-1", "us-east-2"]))
        #expect(obstacles.allSatisfy { $0.hint?.contains("--skip") == true })
        #expect(account.now.log == [])
    }

    @Test func `a skipped Region is not looked into, and said`() async throws {
        let account = RemovalAccount(Self.deployed)
        var options = Removal.Options()
        options.skipped = ["us-east-2"]
        let removal = Removal(
            Self.plan, sites: Sites(emergency: account.site), options, account.board)
        let found = try await removal.look()
        #expect(found.table.stacks.allSatisfy { $0.region == "us-east-1" })
        #expect(found.notes.contains("account 123456789012: us-east-2 not looked at: --skip"))
    }
}
