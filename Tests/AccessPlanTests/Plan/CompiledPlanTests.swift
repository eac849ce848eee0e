import Glibc
import Samples
import Testing

@testable import AccessPlan

@Suite struct CompiledPlanTests {
    @Test func `plan.json read back is the plan that was written`() throws {
        let compiled = ManyAccounts.plan(accounts: 3).compiled
        #expect(try CompiledPlan(json: compiled.json) == compiled)
    }

    @Test func `the same plan gives the same bytes`() {
        let first = ManyAccounts.plan(accounts: 50).compiled.json
        for _ in 0..<20 { #expect(ManyAccounts.plan(accounts: 50).compiled.json == first) }
    }

    @Test(arguments: [
        ("EmergencyAccess_Role2_RO", "123456789012", "RO"),
        ("EmergencyAccess_RO", "111122223334", "RO"),
        ("emergencyaccess_ops", "111122223333", "Ops"),
        ("BreakGlassRole", "111122223335", "BreakGlass"),
        ("EmergencyAccess_Role4_RO", "123456789012", nil),
        ("EmergencyAccess_Role2_RO", "111122223333", nil),
        ("EmergencyAccess_RO", "123456789012", nil),
        ("BreakGlassRole", "999988887777", nil),
        ("EmergencyAccess_", "111122223333", nil),
        ("", "", nil),
    ])
    func `a planned role is found by name and account`(
        name: String, account: String, access: String?
    ) throws {
        let compiled = try CompiledPlan(json: ManyAccounts.plan(accounts: 3).compiled.json)
        #expect(compiled.roles(named: name, in: account)?.access == access)
    }

    @Test func `a thousand accounts fit into 200 KB, and nothing is lost`() throws {
        let json = ManyAccounts.plan(accounts: 1_000).compiled.json
        #expect(json.count < 200_000)
        let compiled = try CompiledPlan(json: json)
        #expect(compiled == ManyAccounts.plan(accounts: 1_000).compiled)
        #expect(compiled.accountNames.count == 1_001)
        #expect(compiled.roles.count == 5)
        #expect(
            compiled.roles(named: "EmergencyAccess_Role1000_Ops", in: "123456789012")?.access
                == "Ops")
    }

    @Test func `reading takes time in proportion to the accounts`() throws {
        // Time of this thread, since the machine may be busy with other things.
        func seconds() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        func fastest(_ accounts: Int) throws -> Double {
            let json = ManyAccounts.plan(accounts: accounts).compiled.json
            return try (0..<5).map { _ in
                let start = seconds()
                _ = try CompiledPlan(json: json)
                return seconds() - start
            }.min() ?? 0
        }
        // Twenty times the accounts; quadratic would be four hundred times.
        #expect(try fastest(1_000) < fastest(50) * 80)
    }

    @Test func `names out of order are still found`() {
        let roles = WatchedRoles(
            access: "RO", names: ["b", "A", "C", "a"], accounts: ["2", "1"])
        #expect(roles.names.count == 3)
        #expect(roles.contains(role: "a", in: "1"))
        #expect(roles.contains(role: "c", in: "2"))
        #expect(!roles.contains(role: "d", in: "2"))
    }

    @Test func `another schema is refused by name`() {
        let text = """
            {"schema":"breakglass.plan/9","organization":"o","emergencyAccount":"1",
            "home":"eu-west-1","somethingNew":{}}
            """
        #expect(throws: PlanError.unknownSchema("breakglass.plan/9", expected: CompiledPlan.schema))
        {
            try CompiledPlan(json: Array(text.utf8))
        }
    }

    @Test(arguments: [
        ("", "the plan is not an object"), ("null", "the plan is not an object"),
        ("[]", "the plan is not an object"), ("{}", "schema is missing"),
        ("{\"schema\":1}", "schema is not a text"),
        ("{\"schema\":\"breakglass.plan/1\"}", "organization is missing"),
    ])
    func `what is no plan is refused, not trapped on`(text: String, reason: String) {
        #expect(throws: PlanError.unreadablePlan(reason)) {
            try CompiledPlan(json: Array(text.utf8))
        }
    }

    @Test(arguments: [
        ("\"roles\":[", "\"roles\":[7,", "roles is not an object"),
        ("\"names\":[", "\"names\":[7,", "names is not a text"),
        ("\"names\":[", "\"names\":null,\"x\":[", "names is not a list"),
        ("\"accounts\":[", "\"accounts\":{},\"x\":[", "accounts is not a list"),
        ("\"arn\":\"", "\"arn\":1,\"x\":\"", "arn is not a text"),
        ("\"type\":\"root\"", "\"type\":null", "type is not a text"),
        ("\"watched\":[", "\"watched\":7,\"x\":[", "watched is not a list"),
        ("\"accountNames\":{", "\"accountNames\":{\"1\":null,", "accountNames is not a text"),
        ("\"kind\":\"okta\"", "\"kind\":[]", "kind is not a text"),
    ])
    func `a plan with a part of another type is refused: it would watch too little`(
        text: String, instead: String, reason: String
    ) throws {
        let json = String(decoding: ManyAccounts.plan(accounts: 2).compiled.json, as: UTF8.self)
        #expect(json.contains(text))
        #expect(throws: PlanError.unreadablePlan(reason)) {
            try CompiledPlan(
                json: Array(json.replacing(text, with: instead, maxReplacements: 1).utf8))
        }
    }

    @Test func `a plan that was cut anywhere is refused`() {
        let json = ManyAccounts.plan(accounts: 1).compiled.json
        for end in Array(stride(from: 0, to: json.count, by: 61)) + [json.count - 1] {
            #expect(throws: PlanError.self) { try CompiledPlan(json: Array(json[..<end])) }
        }
        #expect(throws: PlanError.unreadablePlan("something stands behind it")) {
            try CompiledPlan(json: json + Array("{}".utf8))
        }
    }

    @Test func `groups are named as the IdP is told to name them`() {
        #expect(
            ManyAccounts.plan(accounts: 1).compiled.groupName(forRole: "EmergencyAccess_Role1_RO")
                == "aws#EmergencyAccess_Role1_RO#123456789012")
    }
}
