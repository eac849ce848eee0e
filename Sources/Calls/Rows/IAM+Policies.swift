import AccessPlan

extension Call {
    /// Policies of their own, which users, groups and roles carry.
    static let policies: [Call] = [
        Call(
            .iam, "CreatePolicy", .named(.iamPolicy, "policyName"), "was created", "create",
            change: .document("policyDocument"),
            undo: .run("iam delete-policy --policy-arn {response.policy.arn}"), .alters),
        Call(
            .iam, "CreatePolicyVersion", .named(.iamPolicy, "policyArn"), "got a new version",
            "put a new version on", change: .version(of: "policyDocument"), undo: .deploy,
            guarded: formerVersion, .opens),
        Call(
            .iam, "SetDefaultPolicyVersion", .named(.iamPolicy, "policyArn"),
            "went to another version", "change the version of",
            change: .value("version in force", "versionId"), undo: .deploy,
            guarded: formerVersion, .opens),
        Call(
            .iam, "DeletePolicyVersion", .named(.iamPolicy, "policyArn"),
            "lost a version that was not in force", "delete a version of",
            change: .removed("version", "versionId"), undo: .deploy, .notes),
        Call(
            .iam, "DeletePolicy", .named(.iamPolicy, "policyArn"), "was deleted", "delete",
            change: .gone("policy"), undo: .deploy, .shutsOut),
        Call(
            .iam, "TagPolicy", .named(.iamPolicy, "policyArn"), "got a tag", "tag",
            change: .added("tag", "tags.key"),
            undo: .run("iam untag-policy --policy-arn {policyArn} --tag-keys {tags.key*}"), .notes),
        Call(
            .iam, "UntagPolicy", .named(.iamPolicy, "policyArn"), "lost a tag",
            "remove a tag from", change: .removed("tag", "tagKeys"), undo: .byHand(tagAgain),
            .notes),
    ]

    private static let formerVersion = Undo.find(
        "Set the version that was in force before, by `aws iam set-default-policy-version`",
        by: "iam list-policy-versions --policy-arn {policyArn}")
}
