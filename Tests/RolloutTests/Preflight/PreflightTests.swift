import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Testing

@testable import Rollout

@Suite struct PreflightTests {
    private func only(
        _ question: PreflightQuestion, _ answers: [PreflightAnswer]
    ) throws -> PreflightAnswer {
        let found = answers.filter { $0.question == question }
        try #require(found.count == 1)
        return found[0]
    }

    @Test func `an account in order answers every question with yes, or needs it not`() async throws
    {
        let account = FakeAccount()
        let answers = try await account.answers()
        for answer in answers {
            #expect([.yes, .notNeeded].contains(answer.verdict), "\(answer)")
        }
        // The caller gives those on Regions and trails.
        let asked = Set(answers.map(\.question))
        let left = Set(PreflightQuestion.allCases).subtracting(asked)
        #expect(left == [.regions, .trail, .serviceRoles, .policyType])
        #expect(answers.filter { $0.question == .rules }.compactMap(\.region).count == 5)
        #expect(try only(.account, answers).fact.hasSuffix("assumed-role/Rollout/jane"))
    }

    @Test func `it only reads`() async throws {
        let account = FakeAccount()
        _ = try await account.answers()
        let reading = ["Get", "List", "Describe", "Simulate", "Test", "GET "]
        for action in Set(account.cloud.actions) {
            #expect(reading.contains(where: action.hasPrefix), "\(action)")
        }
    }

    @Test func `the role with its path is simulated, not its session`() async throws {
        let account = FakeAccount()
        let answer = try only(.permissions, try await account.answers())
        #expect(answer.fact.hasPrefix("arn:aws:iam::123456789012:role/path/Rollout may do all "))
        let call = try #require(account.cloud.calls.first { $0.action.hasPrefix("Simulate") })
        #expect(
            call.body.contains("PolicySourceArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fpath"))
    }

    @Test func `an action that is refused is named`() async throws {
        let account = FakeAccount { call in
            guard call.action == "SimulatePrincipalPolicy" else { return nil }
            return FakeAccount.simulation(call) { action in
                action == "kms:CreateKey"
                    ? "<EvalDecision>implicitDeny</EvalDecision>"
                    : "<EvalDecision>allowed</EvalDecision>"
            }
        }
        let answer = try only(.permissions, try await account.answers())
        #expect(answer.verdict == .no && answer.stops)
        #expect(answer.fact.hasSuffix("may not kms:CreateKey"))
    }

    @Test(arguments: ["GetRole", "SimulatePrincipalPolicy"])
    func `who may not simulate gets no yes`(action: String) async throws {
        let account = FakeAccount { $0.action == action ? .refused("AccessDenied") : nil }
        #expect(try only(.permissions, try await account.answers()).verdict == .unknown)
    }

    @Test func `root is not simulated`() async throws {
        let account = FakeAccount()
        let answers = try await account.answers(arn: "arn:aws:iam::123456789012:root")
        #expect(try only(.permissions, answers).verdict == .unknown)
        #expect(!account.cloud.actions.contains("SimulatePrincipalPolicy"))
    }

    @Test func `roles that are ours already need no further room`() async throws {
        func answer(_ names: [String]) async throws -> PreflightAnswer {
            let account = FakeAccount { call in
                switch call.action {
                case "GetAccountSummary": FakeAccount.summary(roles: 1_000)
                case "ListRoles":
                    .xml(
                        "ListRoles",
                        "<Roles>"
                            + names.map { "<member><RoleName>\($0)</RoleName></member>" }.joined()
                            + "</Roles>")
                default: nil
                }
            }
            return try #require(
                try await account.answers().first {
                    $0.question == .identities && $0.fact.hasPrefix("roles: ")
                })
        }
        let full = try await answer(["Other"])
        #expect(full.verdict == .no && full.stops)
        #expect(full.remedy?.contains("--quota-code L-FE177D64") == true)
        let sites = Sites(emergency: FakeAccount().site())
        let ours = try FakeAccount.planned(FakeAccount.plan, sites).identities[FakeAccount.number]
        let roles = try #require(ours?[.roles])
        #expect(try await answer(Array(roles)).verdict == .yes)
    }

    @Test func `a bus that is full is named with its Region`() async throws {
        let account = FakeAccount { call in
            guard call.action == "ListRules", call.region == "us-east-1" else { return nil }
            let rules = (0..<290).map { #"{"Name": "r\#($0)", "State": "ENABLED"}"# }
            return .item(#"{"Rules": [\#(rules.joined(separator: ","))]}"#)
        }
        let refused = try await account.answers().filter { $0.verdict == .no }
        #expect(refused.map(\.region) == ["us-east-1"])
        #expect(refused[0].fact.contains("290 others there, and the limit is 300"))
        #expect(refused[0].remedy?.contains("--region us-east-1 --service-code events") == true)
    }

    @Test func `where a quota was never raised, its default counts`() async throws {
        let account = FakeAccount { call in
            switch call.action {
            case "GetServiceQuota": .error("NoSuchResourceException")
            case "GetAWSDefaultServiceQuota": .item(#"{"Quota": {"Value": 1}}"#)
            default: nil
            }
        }
        let answers = try await account.answers()
        #expect(answers.filter { $0.question == .rules }.allSatisfy { $0.verdict == .no })
    }

    @Test func `a quota that cannot be read is unknown`() async throws {
        let account = FakeAccount {
            $0.action == "GetServiceQuota" ? .error("AccessDeniedException", status: 403) : nil
        }
        let answers = try await account.answers()
        for question in [PreflightQuestion.rules, .stacks] {
            let found = answers.filter { $0.question == question }
            #expect(found.allSatisfy { $0.verdict == .unknown } && !found.isEmpty)
        }
    }

    @Test func `a pattern that EventBridge refuses is named by its rule`() async throws {
        let account = FakeAccount { call in
            guard call.action == "TestEventPattern", call.body.contains(#"\"Root\""#) else {
                return nil
            }
            return .error("InvalidEventPatternException", message: "Rule is too complex")
        }
        let answers = try await account.answers().filter { $0.question == .patterns }
        #expect(answers.allSatisfy { $0.verdict == .no && $0.stops } && !answers.isEmpty)
        #expect(answers.contains { $0.fact.contains("rule breakglass-root: Rule is too complex") })
    }

    @Test func `where patterns cannot be tested, that is said once`() async throws {
        let account = FakeAccount {
            $0.action == "TestEventPattern" ? .error("UnknownOperationException") : nil
        }
        #expect(try only(.patterns, try await account.answers()).verdict == .unknown)
    }
}
