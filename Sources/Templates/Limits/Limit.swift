import EventPatterns

/// AWS's limits that no emulator enforces.
///
/// Sources: "AWS CloudFormation quotas", "IAM and AWS STS quotas", "EventBridge quotas", "Quotas for
/// AWS Organizations".
package enum Limit {
    /// Resources in one template: some below the 500 that are allowed.
    static let resources = 450
    /// Keys in one mapping of a template.
    static let mappingKeys = 200
    /// Bytes of a template that comes from S3.
    static let templateBytes = 1_000_000
    /// Roles in one account, unless AWS raised it.
    static let roles = 1_000
    /// Characters of a role's inline policies together, without spaces.
    static let inlinePolicy = 10_240
    /// Characters of a managed policy, without spaces.
    static let managedPolicy = 6_144
    /// Managed policies on one role.
    static let managedPoliciesOfRole = 10
    /// Characters of a rule's pattern.
    static let eventPattern = EventPattern.mostCharacters
    /// Rules on one bus that are spent on guarded resources; some Regions allow 100 in all.
    static let guardRules = 40
    /// As many as are spent before long names are shortened: more do not fit into a template that is
    /// sent without a bucket.
    static let guardRulesBeforeShortening = 16
    /// Bytes of a template that is sent without a bucket.
    package static let inlineTemplateBytes = 51_200

    // Above these `plan validate` refuses a plan.

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
