import AWSClient
import AccessPlan
import Deployment
import FakeAWS
import HTTP
import Testing

@testable import Rollout

@Suite struct PreflightOrganizationTests {
    private static let management = "444455556666"

    private static var plan: Plan {
        get throws {
            var plan = FakeAccount.plan
            plan.accounts = [
                Plan.Account(
                    number: 1, id: "111122223333", name: "production", roles: [], groups: [:])
            ]
            plan.administrators.rollout = try ARN("arn:aws:iam::123456789012:role/Rollout")
            return plan
        }
    }

    private func answers(
        hasManagement: Bool = true,
        _ change: @escaping @Sendable (FakeCloud.Call) -> Response? = { _ in nil }
    ) async throws -> [PreflightAnswer] {
        let account = FakeAccount { change($0) ?? Self.inOrder($0) }
        let other = account.site(Self.management)
        let sites = Sites(
            emergency: account.site(), organization: other,
            management: hasManagement ? other : nil,
            reach: Sites.Reach(
                id: "o-exampleorgid", managementAccount: Self.management, units: ["r-ab12"],
                callAs: .ownAccount))
        let plan = try Self.plan
        return await Preflight(
            plan, sites, planned: try FakeAccount.planned(plan, sites), known: []
        ).run()
    }

    private static func inOrder(_ call: FakeCloud.Call) -> Response? {
        switch call.action {
        case "ListAWSServiceAccessForOrganization":
            .item(
                """
                {"EnabledServicePrincipals": [{"ServicePrincipal": "\(PreflightAnswer.stackSetService)"}]}
                """)
        case "ListRoots":
            .item(
                """
                {"Roots": [{"Id": "r-ab12", "PolicyTypes":
                 [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}]}]}
                """)
        case "ListPoliciesForTarget": attached(["FullAWSAccess"])
        default: nil
        }
    }

    private static func attached(_ names: [String]) -> Response {
        let policies = names.map { #"{"Id": "p-\#($0)", "Name": "\#($0)"}"# }
        return .item(#"{"Policies": [\#(policies.joined(separator: ","))]}"#)
    }

    @Test func `an organization in order answers yes to everything`() async throws {
        let answers = try await answers()
        for answer in answers {
            #expect([.yes, .notNeeded].contains(answer.verdict), "\(answer)")
        }
        let asked = Set(answers.map(\.question))
        #expect(Set(PreflightQuestion.allCases).subtracting(asked) == [.regions, .trail])
        // The root and the emergency access account.
        #expect(answers.count { $0.question == .policySlots } == 2)
    }

    @Test func `the management account's permissions are asked, too`() async throws {
        let answers = try await answers().filter { $0.question == .permissions }
        #expect(Set(answers.compactMap(\.account)) == [FakeAccount.number, Self.management])
    }

    @Test func `a full target and disabled policies stop the guardrail`() async throws {
        let answers = try await answers { call in
            switch call.action {
            case "ListPoliciesForTarget": Self.attached(["a", "b", "c", "d"])
            case "ListRoots": .item(#"{"Roots": [{"Id": "r-ab12", "PolicyTypes": []}]}"#)
            default: nil
            }
        }
        let refused = answers.filter { $0.verdict == .no }
        #expect(Set(refused.map(\.question)) == [.policySlots, .policyType])
        #expect(refused.allSatisfy { $0.stops })
        let type = refused.first { $0.question == .policyType }
        #expect(type?.remedy?.hasSuffix("--root-id r-ab12") == true)
    }

    @Test func `without the management account, what only it can tell is unknown`() async throws {
        let answers = try await answers(hasManagement: false)
        let role = answers.first { $0.question == .serviceRoles }
        #expect(role?.verdict == .unknown)
        #expect(answers.first { $0.question == .policySlots }?.verdict == .notNeeded)
    }

    @Test func `a missing role is distinguished from one that may not be read`() async throws {
        func role(_ code: String) async throws -> PreflightAnswer? {
            try await answers { call in
                call.action == "GetRole" && call.body.contains("AWSServiceRole")
                    ? .refused(code) : nil
            }.first { $0.question == .serviceRoles }
        }
        #expect(try await role("NoSuchEntity")?.verdict == .no)
        #expect(try await role("AccessDenied")?.verdict == .unknown)
    }
}
