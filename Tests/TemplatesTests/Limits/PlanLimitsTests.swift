import AccessPlan
import Samples
import TemplateFiles
import Testing

@testable import Templates

@Suite struct PlanLimitsTests {
    private func problems(
        _ attachments: PlanAttachments = PlanAttachments(), _ change: (inout Plan) throws -> Void
    ) throws -> [PlanLimitProblem] {
        var plan = CheckPlan.okta
        plan.guarded = []
        try change(&plan)
        return try PlanLimits(of: plan, attachments).problems
    }

    private static func accounts(_ count: Int, sharing: Bool) -> [Plan.Account] {
        (0..<count).map {
            Plan.Account(
                number: sharing ? 1 : $0 + 1, id: "\(100_000_000_000 + $0)", name: "a\($0)",
                roles: ["RO", "Ops"], groups: [:])
        }
    }

    @Test func `a usual plan has no problem`() throws {
        #expect(try problems { _ in } == [])
        #expect(try problems { $0.accounts = Self.accounts(1_000, sharing: false) } == [])
    }

    @Test func `more users than there are places name the first that is too many`() throws {
        let found = try problems { $0.breakGlassUsers = ["A", "B", "C", "D", "E"] }
        #expect(found.map(\.part) == [PlanPart(.key("breakGlassUsers"), .entry(4))])
        #expect(found.first?.fact == "breakGlassUsers names 5, and the templates have places for 4")
        #expect(found.first?.hint == "two are enough: remove some")
    }

    @Test func `more accounts than a shared role leads to name the first that is too many`() throws
    {
        let found = try problems { $0.accounts = Self.accounts(2_000, sharing: true) }
        guard case .entry(let index) = try #require(found.first).part.steps.last else {
            Issue.record("\(found)")
            return
        }
        #expect((500..<2_000).contains(index))
        // One account less than that fits.
        #expect(try problems { $0.accounts = Self.accounts(index, sharing: true) } == [])
    }

    @Test func `more roles than an account may have are refused`() throws {
        let found = try problems { $0.accounts = Self.accounts(2_501, sharing: false) }
        #expect(found.map(\.part) == [.key("accounts")])
        #expect(
            found.first?.fact
                == "accounts ask for 5002 emergency roles, and an account may have 5000 at most")
    }

    @Test func `more managed policies than a role may have are refused`() throws {
        let many = (0..<11).map { "Policy\($0)" }
        #expect(
            try problems { $0.breakGlassRole.managedPolicies = many }.map(\.part)
                == [.key("breakGlassRole", "managedPolicies")])
        #expect(
            try problems { $0.roles[0].managedPolicies = many }.map(\.part)
                == [PlanPart(.key("roles"), .key("RO"), .key("managedPolicies"))])
    }

    @Test func `inline policies that are too long are refused`() throws {
        var files = PlanAttachments()
        files.inlinePolicies["p.json"] = ["Sid": .text(String(repeating: "x", count: 10_300))]
        let found = try problems(files) { $0.roles[1].inlinePolicies = ["p.json"] }
        #expect(found.map(\.part) == [PlanPart(.key("roles"), .key("Ops"), .key("inlinePolicies"))])
        #expect(found.first?.fact.contains("characters, and AWS takes 10240") == true)
    }

    @Test func `metadata that no template holds is refused`() throws {
        var files = PlanAttachments()
        files.samlMetadata = String(repeating: "x", count: 1_000_001)
        #expect(
            try problems(files) { _ in }.map(\.part) == [.key("identityProvider", "metadata")])
    }

    @Test func `a parameter that is too long or not allowed is refused at its part`() throws {
        let found = try problems { plan in
            plan.administrators.rollout = try ARN("arn:aws:iam::*:role/Rollout")
            plan.administrators.custodians = try (0..<120).map { number throws(PlanError) in
                try ARN("arn:aws:iam::123456789012:role/Custodian\(number)")
            }
            plan.identityProvider?.app = "not an id"
        }
        #expect(
            found.map(\.part) == [
                .key("identityProvider", "app"), .key("administrators", "custodians"),
            ])
    }

    @Test func `a policy that names too many administrators is refused`() throws {
        let found = try problems { plan in
            plan.administrators.rollout = try ARN("arn:aws:iam::*:role/Rollout")
            plan.administrators.custodians = try (0..<60).map { number throws(PlanError) in
                try ARN("arn:aws:iam::123456789012:role/Custodian\(number)")
            }
        }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.part == .key("administrators") })
        #expect(found.allSatisfy { $0.fact.hasPrefix("service control policy breakglass-") })
    }
}
