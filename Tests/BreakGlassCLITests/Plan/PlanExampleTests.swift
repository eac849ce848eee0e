import Testing

@testable import AccessPlan
@testable import BreakGlassCLI

@Suite struct PlanExampleTests {
    @Test func `the uncommented lines of the example are a plan of at most ten lines`() throws {
        let plan = try PlanFile(name: "example", text: PlanExample.text).plan()
        #expect(plan.accounts.count == 1 && plan.breakGlassUsers.count == 2)
        let lines = PlanExample.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count <= 10)
    }

    @Test func `the example with all lines uncommented is a plan with every key`() throws {
        let text = PlanExample.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#") && !$0.hasPrefix("##") ? $0.dropFirst() : $0 }
            .joined(separator: "\n")
        let plan = try PlanFile(name: "example", text: text).plan()
        #expect(plan.accounts.map(\.number) == [1, 2])
        try #require(plan.accounts.count == 2)
        #expect(plan.accounts[1].groups == ["RO": "00g1example"])
        #expect(plan.identityProvider?.controlGroup == "00g9example")
        #expect(plan.roles == Plan.Access.guide && plan.breakGlassRole == .init())
        #expect(plan.administrators.revoker != nil && plan.administrators.custodians.count == 1)
        #expect(plan.administrators.auditors.map(\.account) == ["111122223333", "111122223333"])
        #expect(plan.subscribers.map(\.transport) == [.email, .sms, .sqs])
        #expect(plan.guarded.count == 1 && plan.waivers.count == 1 && plan.runbook != nil)
        #expect(plan.responders.count == 2)
        #expect(plan.contacts.map(\.isForAnything) == [false, false, true])
        #expect(plan.contacts.map(\.root) == [false, true, false])
    }

    @Test func `with one account and no organization four lines are enough`() throws {
        let text = """
            organization: example
            emergencyAccount: "123456789012"
            regions: { home: eu-west-1 }
            breakGlassUsers: [BreakglassUser1, BreakglassUser2]
            """
        let plan = try PlanFile(name: "plan", text: text).plan()
        #expect(plan.accounts.map(\.id) == ["123456789012"] && plan.accounts[0].roles.isEmpty)
        #expect(plan.mapping.remarks.isEmpty)
        #expect(plan.mapping.workload.map(\.role) == ["BreakGlassRole"])
        let none = try PlanFile(name: "plan", text: text + "\naccounts: []").plan()
        #expect(none.accounts.isEmpty && !none.mapping.remarks.isEmpty)
    }
}
