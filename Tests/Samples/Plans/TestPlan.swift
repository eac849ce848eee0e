package import AccessPlan

/// The plan for tests of events: both access paths, one planned account, some guarded resources.
///
/// 123456789012 is the emergency access account, 111122223333 is planned, 444455556666 is not.
package enum TestPlan {
    package static let guarded = [
        "arn:aws:iam::111122223333:role/LegacyBreakGlass",
        "arn:aws:iam::111122223333:group/Firefighters",
        "arn:aws:iam::123456789012:policy/BreakGlassScope",
        "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:cloudtrail:eu-west-1:111122223333:trail/organization",
        "arn:aws:organizations::444455556666:policy/o-exampleorg/service_control_policy/p-guard123",
        "arn:aws:s3:::example-breakglass-trail",
        "arn:aws:events:eu-west-1:123456789012:event-bus/aws.partner/okta.com/example/log",
    ]

    package static let plan: Plan = {
        var plan = Plan(
            organization: "example", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.regions.standby = "us-west-2"
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        var provider = Plan.IdentityProvider(kind: .okta)
        provider.app = "0oaFederation"
        plan.identityProvider = provider
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "production", roles: ["RO", "Ops"],
                groups: ["RO": "00gEmergencyRO", "Ops": "00gEmergencyOps"])
        ]
        plan.guarded = guarded.compactMap { try? ARN($0) }
        return plan
    }()

    /// The same plan in another partition.
    package static func plan(partition: String) -> Plan {
        var other = plan
        other.partition = partition
        return other
    }
}
