import AccessPlan

extension Call {
    /// Groups of users, and what their members may do.
    static let groups: [Call] = [
        Call(
            .iam, "AttachGroupPolicy", .named(.iamGroup, "groupName"), "got a further policy",
            "attach a policy to", change: .policy("policyArn"),
            undo: .run("iam detach-group-policy --group-name {name} --policy-arn {policyArn}"),
            .opens),
        Call(
            .iam, "DetachGroupPolicy", .named(.iamGroup, "groupName"), "lost a policy",
            "detach a policy from", change: .detachedPolicy("policyArn"),
            undo: .run("iam attach-group-policy --group-name {name} --policy-arn {policyArn}"),
            .shutsOut),
        Call(
            .iam, "PutGroupPolicy", .named(.iamGroup, "groupName"), "got an inline policy",
            "put an inline policy on", change: .document("policyDocument", what: "inline policy"),
            undo: .remove("iam delete-group-policy --group-name {name} --policy-name {policyName}"),
            .opens),
        Call(
            .iam, "DeleteGroupPolicy", .named(.iamGroup, "groupName"), "lost an inline policy",
            "delete an inline policy of", change: .removed("inline policy", "policyName"),
            undo: .deploy, .shutsOut),
        Call(
            .iam, "CreateGroup", .named(.iamGroup, "groupName"), "was created", "create",
            change: .fact("group", before: "did not exist", now: "exists"),
            undo: .run("iam delete-group --group-name {groupName}"), .alters),
        Call(
            .iam, "UpdateGroup", .named(.iamGroup, "groupName", "newGroupName"),
            "was renamed or moved", "rename",
            change: .first(
                .rename(from: "groupName", to: "newGroupName"), .value("path", "newPath")),
            undo: .run("iam update-group --group-name {newGroupName} --new-group-name {groupName}"),
            .alters),
        Call(
            .iam, "DeleteGroup", .named(.iamGroup, "groupName"), "was deleted", "delete",
            change: .gone("group"), undo: .deploy, .shutsOut),
    ]
}
