import Samples
import Testing

@testable import AccessPlan

/// The planned roles and groups, which the watch list knows without an entry for each.
@Suite struct PlannedTests {
    private static let list = WatchList(ManyAccounts.plan(accounts: 3))

    @Test(arguments: [
        ("EmergencyAccess_Role2_RO", "123456789012", "RO"),
        ("EmergencyAccess_RO", "111122223334", "RO"),
        ("emergencyaccess_ops", "111122223333", "Ops"),
        ("emergencyaccess_ROLE3_ops", "123456789012", "Ops"),
        ("BreakGlassRole", "111122223335", "BreakGlass"),
        ("EmergencyAccess_Role4_RO", "123456789012", nil),
        ("EmergencyAccess_Role02_RO", "123456789012", nil),
        ("EmergencyAccess_Role_RO", "123456789012", nil),
        ("EmergencyAccess_Role+2_RO", "123456789012", nil),
        ("EmergencyAccess_Role99999999999999999999_RO", "123456789012", nil),
        ("EmergencyAccess_Role2_Admin", "123456789012", nil),
        ("EmergencyAccess_Role2_RO", "111122223333", nil),
        ("EmergencyAccess_RO", "123456789012", nil),
        ("BreakGlassRole", "123456789012", nil),
        ("BreakGlassRole", "999988887777", nil),
        ("EmergencyAccess_", "111122223333", nil),
        ("", "", nil),
    ])
    func `a planned role is found by name and account`(
        name: String, account: String, access: String?
    ) {
        #expect(Self.list.access(ofRole: name, in: account) == access)
    }

    @Test func `every role of the plan is found, and in no other account`() {
        let plan = ManyAccounts.plan(accounts: 40)
        let list = WatchList(plan)
        for role in plan.emergencyRoles {
            #expect(list.access(ofRole: role.name, in: plan.emergencyAccount) == role.access)
            #expect(list.isEmergencyGroup(named: role.groupName))
            for group in role.groups { #expect(list.isEmergencyGroup(id: group)) }
        }
        for role in plan.workloadRoles {
            #expect(list.access(ofRole: role.name, in: role.account) == role.access)
            #expect(list.access(ofRole: role.name, in: plan.emergencyAccount) == nil)
        }
    }

    @Test func `an account without that access has no role for it`() {
        var plan = ManyAccounts.plan(accounts: 2)
        plan.accounts[1].roles = ["RO"]
        let list = WatchList(plan)
        #expect(list.access(ofRole: "EmergencyAccess_Ops", in: "111122223334") == nil)
        #expect(list.access(ofRole: "EmergencyAccess_Role2_Ops", in: "123456789012") == nil)
        #expect(list.access(ofRole: "EmergencyAccess_Role2_RO", in: "123456789012") == "RO")
    }

    @Test func `the emergency access account may be planned as well`() {
        var plan = ManyAccounts.plan(accounts: 1)
        plan.accounts[0].id = plan.emergencyAccount
        plan.accounts[0].name = "hub"
        let list = WatchList(plan)
        #expect(list.access(ofRole: "BreakGlassRole", in: plan.emergencyAccount) == "BreakGlass")
        #expect(list.access(ofRole: "EmergencyAccess_RO", in: plan.emergencyAccount) == "RO")
        #expect(list.access(ofRole: "EmergencyAccess_Role1_RO", in: plan.emergencyAccount) == "RO")
        #expect(list.accountName(plan.emergencyAccount) == "hub")
    }

    @Test(arguments: [
        ("111122223333", "workload 0"), ("123456789012", "emergency-access"),
        ("999988887777", nil), ("", nil),
    ])
    func `accounts have the plan's names`(id: String, name: String?) {
        #expect(Self.list.accountName(id) == name)
    }

    @Test(arguments: [
        ("aws#EmergencyAccess_Role1_RO#123456789012", true),
        ("AWS#emergencyaccess_role3_ops#123456789012", true),
        ("aws#EmergencyAccess_Role4_RO#123456789012", false),
        ("aws#EmergencyAccess_Role1_RO#111122223333", false),
        ("aws#EmergencyAccess_RO#123456789012", false),
        ("aws##123456789012", false), ("aws#", false), ("", false),
    ])
    func `emergency groups are known by name`(name: String, isOne: Bool) {
        #expect(Self.list.isEmergencyGroup(named: name) == isOne)
    }

    @Test(arguments: [
        ("{role}", "EmergencyAccess_Role1_RO"),
        ("{account}/{role}", "123456789012/EmergencyAccess_Role1_RO"),
        ("{role}-{role}!", "EmergencyAccess_Role1_RO-EmergencyAccess_Role1_RO!"),
    ])
    func `the plan says how groups are named`(pattern: String, name: String) {
        var plan = ManyAccounts.plan(accounts: 1)
        plan.identityProvider?.groupName = pattern
        #expect(WatchList(plan).isEmergencyGroup(named: name))
        #expect(!WatchList(plan).isEmergencyGroup(named: name + "x"))
    }

    @Test func `the empty watch list watches nothing`() {
        #expect(WatchList.empty.watched.isEmpty)
        #expect(!WatchList.empty.isPlannedAccount(""))
        #expect(!WatchList.empty.isWatchedRoot(of: ""))
        #expect(WatchList.empty.usedRole("EmergencyAccess_RO", in: "") == nil)
        #expect(!WatchList.empty.isEmergencyGroup(named: ""))
    }
}
