package import AccessPlan

/// Plans of any size, for tests of limits and of speed.
package enum ManyAccounts {
    package static func plan(accounts count: Int) -> Plan {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        var provider = Plan.IdentityProvider(kind: .okta)
        provider.app = "0oa1"
        plan.identityProvider = provider
        plan.accounts = (0..<count).map {
            Plan.Account(
                number: $0 + 1, id: String(111_122_223_333 + $0), name: "workload \($0)",
                roles: ["RO", "Ops"], groups: ["RO": "00gRO\($0)", "Ops": "00gOps\($0)"])
        }
        return plan
    }
}
