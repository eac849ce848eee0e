package import AccessPlan

/// The plan for tests of checks: two accounts, two kinds of access, both access paths.
package enum CheckPlan {
    package static let emergency = "123456789012"
    package static let production = "111122223333"
    package static let staging = "222233334444"
    package static let home = "eu-west-1"
    package static let standby = "us-west-2"

    package static let okta: Plan = {
        var plan = Plan(organization: "example", emergencyAccount: emergency, home: home)
        plan.regions.standby = standby
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        plan.responders = ["jane@example.com", "joe@example.com"]
        plan.runbook = "https://wiki.example.com/break-glass"
        var provider = Plan.IdentityProvider(kind: .okta)
        provider.domain = "example.okta.com"
        provider.app = "0oaFederation"
        provider.client = "0oaChecker"
        provider.signingKey = "alias/breakglass-okta"
        provider.controlGroup = "00gControl"
        plan.identityProvider = provider
        plan.accounts = [
            Plan.Account(
                number: 1, id: production, name: "production", roles: ["RO", "Ops"],
                groups: ["RO": "00gRole1RO", "Ops": "00gRole1Ops"]),
            Plan.Account(
                number: 2, id: staging, name: "staging", roles: ["RO"],
                groups: ["RO": "00gRole2RO"]),
        ]
        plan.subscribers = [
            Plan.Subscriber(transport: .email, endpoint: "security@example.com"),
            Plan.Subscriber(transport: .sms, endpoint: "+15555550100"),
        ]
        return plan
    }()

    /// The same set-up with Microsoft Entra ID.
    package static let entra: Plan = {
        var plan = okta
        plan.identityProvider?.kind = .entra
        return plan
    }()
}
