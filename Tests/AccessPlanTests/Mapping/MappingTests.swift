import Samples
import Testing

@testable import AccessPlan

struct MappingTests {
    @Test func `every planned role has a row, with the group that leads to it`() throws {
        let mapping = CheckPlan.okta.mapping
        #expect(
            mapping.workload.map { "\($0.accountName) \($0.role)" } == [
                "production EmergencyAccess_RO", "production EmergencyAccess_Ops",
                "production BreakGlassRole", "staging EmergencyAccess_RO",
                "staging BreakGlassRole",
            ])
        for row in mapping.workload {
            #expect((row.group == nil) == (row.role == "BreakGlassRole"))
        }
        #expect(mapping.remarks == [])
    }

    @Test func `emergency roles and users are in the emergency access account`() {
        let rows = CheckPlan.okta.mapping.emergency
        #expect(Set(rows.map(\.account)) == [CheckPlan.emergency])
        #expect(rows.map(\.role).suffix(2) == ["BreakglassUser1", "BreakglassUser2"])
    }

    @Test func `a plan that lets nobody in has a remark`() {
        var plan = CheckPlan.okta
        plan.identityProvider = nil
        plan.breakGlassUsers = []
        #expect(plan.mapping.remarks.count == 1)
        plan.breakGlassUsers = ["BreakglassUser1"]
        #expect(plan.mapping.remarks.contains { $0.contains("name two") })
        plan.accounts = []
        #expect(plan.mapping.remarks.contains { $0.contains("no accounts") })
    }
}
