import AccessPlan
import Samples
import Testing

@testable import Templates

/// Limits of AWS, and the files that a plan yields.
@Suite struct TemplatesTests {
    @Test func `the files come in the order in which they are deployed`() throws {
        #expect(
            try CheckPlan.okta.templates().files.map(\.name) == [
                "evidence.parameters.json", "hub.parameters.json", "region.parameters.json",
                "access.parameters.json", "workload.parameters.json",
                "management.parameters.json", "access-roles-1.json",
                "workload-roles-1.json",
            ])
    }

    @Test func `the same plan gives the same bytes`() throws {
        #expect(try CheckPlan.okta.templates() == CheckPlan.okta.templates())
    }

    @Test func `without an identity provider there are no roles for it`() throws {
        var plan = CheckPlan.okta
        plan.identityProvider = nil
        let names = try plan.templates().files.map(\.name)
        #expect(!names.contains { $0.hasPrefix("access-roles") || $0.hasPrefix("workload-roles") })
    }

    @Test func `a guardrail needs somebody whom it lets through`() throws {
        var plan = CheckPlan.okta
        #expect(try plan.templates().remarks.contains { $0.contains("no guardrail is deployed") })
        plan.administrators.rollout = try ARN("arn:aws:iam::111122223333:role/Rollout")
        let rendered = try plan.templates()
        #expect(rendered.files.map(\.name).contains("guardrail.parameters.json"))
        #expect(!rendered.remarks.contains { $0.contains("no guardrail is deployed") })
    }

    @Test func `auditors are parameters of the templates that make the audit role`() throws {
        var plan = CheckPlan.okta
        func text(_ name: String) throws -> String {
            let file = try plan.templates().files.first { $0.name == "\(name).parameters.json" }
            return String(decoding: file?.bytes ?? [], as: UTF8.self)
        }
        #expect(try !text("workload").contains("Auditor"))
        let role = "arn:aws:iam::222233334444:role/"
        plan.administrators.auditors = [try ARN(role + "One"), try ARN(role + "Two_*")]
        for name in ["workload", "management"] {
            #expect(try text(name).contains("\(role)One,\(role)Two_*"))
            #expect(try text(name).contains("\"arn:aws:iam::222233334444:root\""))
        }
        plan.administrators.auditors = try (0..<20).map {
            try ARN(role + String(repeating: "a", count: 60) + "\($0)")
        }
        #expect(throws: TemplateError.self) { try plan.templates() }
    }

    @Test func `1,000 accounts take several templates, and the remarks say so`() throws {
        let rendered = try ManyAccounts.plan(accounts: 1_000).templates()
        let names = rendered.files.map(\.name)
        #expect(names.filter { $0.hasPrefix("access-roles-") }.count == 5)
        #expect(names.filter { $0.hasPrefix("workload-roles-") }.count == 5)
        for file in rendered.files { #expect(file.bytes.count < Limit.templateBytes) }
        #expect(rendered.remarks.contains { $0.contains("2000 emergency roles") })
        #expect(rendered.remarks.contains { $0.contains("too many for a parameter") })
    }

    @Test func `accounts that share a number share an emergency role`() throws {
        var plan = ManyAccounts.plan(accounts: 400)
        for index in plan.accounts.indices { plan.accounts[index].number = 1 }
        let file = try plan.templates().files.first { $0.name == "access-roles-1.json" }
        let text = String(decoding: file?.bytes ?? [], as: UTF8.self)
        #expect(text.contains("\"Role1ROPolicy1\""))
        #expect(text.contains("\"ManagedPolicyArns\""))
    }

    @Test func `more accounts than a role's policies hold are an error`() throws {
        var plan = ManyAccounts.plan(accounts: 2_000)
        for index in plan.accounts.indices { plan.accounts[index].number = 1 }
        #expect {
            try plan.templates()
        } throws: { error in
            guard case TemplateError.tooManyAccounts("EmergencyAccess_Role1_RO", 2_000, _) = error
            else { return false }
            return true
        }
    }

    @Test func `more than four break-glass users are an error`() {
        var plan = CheckPlan.okta
        plan.breakGlassUsers = ["a", "b", "c", "d", "e"]
        #expect(throws: TemplateError.tooManyUsers(5, most: 4)) { try plan.templates() }
    }

    @Test func `a partition that was not tried is an error`() {
        var plan = CheckPlan.okta
        plan.partition = "aws-cn"
        #expect(throws: TemplateError.partition("aws-cn")) { try plan.templates() }
    }

    @Test func `a policy file that was not read is an error`() {
        var plan = CheckPlan.okta
        plan.roles = [
            Plan.Access(name: "RO", managedPolicies: [], inlinePolicies: ["ro.json"])
        ]
        #expect(throws: TemplateError.missingFile("ro.json")) { try plan.templates() }
    }
}
