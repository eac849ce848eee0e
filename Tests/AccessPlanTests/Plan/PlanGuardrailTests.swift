import AccessPlan
import Testing

@Suite struct PlanGuardrailTests {
    static func plan(_ roles: [Plan.Access] = Plan.Access.guide) -> Plan {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.identityProvider = Plan.IdentityProvider(kind: .okta)
        plan.roles = roles
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "production", roles: roles.map(\.name))
        ]
        return plan
    }

    @Test func `without a guardrail it says which access can silence the alerts`() throws {
        var plan = Self.plan()
        #expect(
            plan.missingGuardrail == "no guardrail: Ops (job-function/SystemAdministrator) can "
                + "delete rules and change functions, until administrators: rollout names who deploys"
        )
        plan.breakGlassUsers = ["BreakglassUser1"]
        #expect(plan.missingGuardrail?.contains("BreakGlassRole (AdministratorAccess)") == true)
        plan.accounts[0].id = plan.emergencyAccount
        #expect(plan.missingGuardrail?.contains("of an organization") == true)
        plan.administrators.rollout = try ARN("arn:aws:iam::123456789012:role/Rollout")
        #expect(plan.missingGuardrail == nil)
    }

    @Test(arguments: [
        (["ReadOnlyAccess"], [], false),
        (["job-function/ViewOnlyAccess", "SecurityAudit"], [], false),
        (["arn:aws:iam::aws:policy/ReadOnlyAccess"], [], false),
        (["arn:aws:iam::111122223333:policy/ReadOnlyAccess"], [], true),
        (["ReadOnlyAccess", "PowerUserAccess"], [], true),
        (["ReadOnlyAccess"], ["more.json"], true),
    ])
    func `reading is told by the names of AWS's own policies`(
        managed: [String], inline: [String], able: Bool
    ) {
        let role = Plan.Access(name: "X", managedPolicies: managed, inlinePolicies: inline)
        #expect((Self.plan([role]).missingGuardrail != nil) == able)
    }
}
