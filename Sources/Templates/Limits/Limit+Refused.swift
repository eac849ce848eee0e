/// Limits above which AWS refuses what is deployed; the others have a margin.
///
/// Sources: "AWS CloudFormation quotas", "IAM and AWS STS quotas", "EventBridge quotas", "Quotas for
/// AWS Organizations".
extension Limit {
    /// The most roles to which AWS raises an account's limit.
    static let mostRoles = 5_000
    /// Rules on one bus, in the Regions with the lowest limit.
    static let rulesOnBus = 100
    /// Rules with wildcards on one bus: a third of what is allowed.
    static let wildcardRulesOnBus = 10
    /// Resources in one template.
    static let mostResources = 500
    /// Characters of a role's trust policy, unless AWS raised it.
    static let trustPolicy = 2_048
    /// Characters of a service control policy.
    static let serviceControlPolicy = 5_120
    /// Bytes of a bus's policy.
    static let busPolicy = 10_240
}
