import AccessPlan

extension Call {
    /// The organization's policies, and its control of root in the accounts.
    static let organizationPolicies: [Call] = [
        Call(
            .organizations, "AttachPolicy", .reach(.policy, .organizationPolicy), "was attached",
            "attach",
            change: .value("target", "targetId").gravity(by: "policyId", allowsAll(.notes)),
            undo: .run(
                "organizations detach-policy --policy-id {policyId} --target-id {targetId}"),
            .shutsOut),
        Call(
            .organizations, "DetachPolicy", .reach(.policy, .organizationPolicy), "was detached",
            "detach",
            change: .detachedFrom("targetId").gravity(by: "policyId", allowsAll(.shutsOut)),
            undo: .run(
                "organizations attach-policy --policy-id {policyId} --target-id {targetId}"),
            .opens),
        Call(
            .organizations, "UpdatePolicy", .reach(.policy, .organizationPolicy), "was changed",
            "change", change: .organizationPolicy, undo: .byHand(former), .silences),
        Call(
            .organizations, "DeletePolicy", .reach(.policy, .organizationPolicy), "was deleted",
            "delete", change: .gone("policy", "policyId"), undo: .byHand(former), .alters),
        Call(
            .organizations, "TagResource", guarded, "got a tag",
            "tag", change: .added("tag", "tags.key"),
            undo: .run(
                "organizations untag-resource --resource-id {resourceId} --tag-keys {tags.key*}"),
            .notes),
        Call(
            .organizations, "UntagResource", guarded,
            "lost a tag", "remove a tag from", change: .removed("tag", "tagKeys"),
            undo: .byHand(tagAgain), .notes),
        Call(
            .organizations, "EnablePolicyType", .reach(.organization, .organization),
            "had a type of policies switched on", "switch on a type of policies of",
            change: .value("type of policies in force", "policyType"),
            undo: .run(
                "organizations disable-policy-type --root-id {rootId} --policy-type {policyType}"),
            .alters),
        Call(
            .organizations, "DisablePolicyType", .reach(.organization, .organization),
            "had a type of policies switched off", "switch off a type of policies of",
            change: .removed("type of policies in force", "policyType")
                .gravity(by: "policyType", forbidNothing),
            undo: .run(
                "organizations enable-policy-type --root-id {rootId} --policy-type {policyType}"),
            .silences),
        // Root of the accounts, from the management account.
        Call(
            .iam, "EnableOrganizationsRootCredentialsManagement",
            .reach(.organization, .organization),
            "may now take root's credentials away in its accounts",
            "let % take root's credentials away in its accounts",
            change: .fact("central management of root's credentials", before: "off", now: "on"),
            undo: .run("iam disable-organizations-root-credentials-management"), .alters),
        Call(
            .iam, "DisableOrganizationsRootCredentialsManagement",
            .reach(.organization, .organization),
            "may no longer take root's credentials away in its accounts",
            "forbid % to take root's credentials away in its accounts",
            change: .fact("central management of root's credentials", before: "on", now: "off"),
            undo: .run("iam enable-organizations-root-credentials-management"), .alters),
        Call(
            .iam, "EnableOrganizationsRootSessions", .reach(.organization, .organization),
            "may now start root sessions in its accounts",
            "let % start root sessions in its accounts",
            change: .fact("root sessions from the management account", before: "off", now: "on"),
            undo: .run("iam disable-organizations-root-sessions"), .opens),
        Call(
            .iam, "DisableOrganizationsRootSessions", .reach(.organization, .organization),
            "may no longer start root sessions in its accounts",
            "forbid % to start root sessions in its accounts",
            change: .fact("root sessions from the management account", before: "on", now: "off"),
            undo: .run("iam enable-organizations-root-sessions"), .alters),
    ]

    private static let former =
        "Deploy again if it was the plan's guardrail; otherwise put its former content back"

    /// AWS's own policies that allow everything: what has none of them may do nothing.
    private static func allowsAll(_ gravity: Gravity) -> KeyValuePairs<String, Gravity> {
        ["p-FullAWSAccess": gravity, "p-RCPFullAWSAccess": gravity]
    }

    /// Types of policies that keep nobody from anything of ours.
    private static let forbidNothing: KeyValuePairs<String, Gravity> = [
        "TAG_POLICY": .alters, "BACKUP_POLICY": .alters, "AISERVICES_OPT_OUT_POLICY": .alters,
        "CHATBOT_POLICY": .alters, "CHATAPPLICATIONS_POLICY": .alters,
        "DECLARATIVE_POLICY_EC2": .alters, "SECURITYHUB_POLICY": .alters,
        "INSPECTOR_POLICY": .alters, "UPGRADE_ROLLOUT_POLICY": .alters, "S3_POLICY": .alters,
        "BEDROCK_POLICY": .alters, "NETWORK_SECURITY_DIRECTOR_POLICY": .alters,
    ]

    /// By its id, like any call on a policy that the plan guards.
    private static let guarded = Target.reach(.named, .serviceControlPolicy)
}
