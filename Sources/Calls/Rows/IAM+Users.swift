import AccessPlan

extension Call {
    /// What a user may do, and whether it exists.
    static let users: [Call] = [
        Call(
            .iam, "AttachUserPolicy", .named(.iamUser, "userName"), "got a further policy",
            "attach a policy to", change: .policy("policyArn"),
            undo: .run("iam detach-user-policy --user-name {name} --policy-arn {policyArn}"),
            .opens),
        Call(
            .iam, "DetachUserPolicy", .named(.iamUser, "userName"), "lost a policy",
            "detach a policy from", change: .detachedPolicy("policyArn"),
            undo: .run("iam attach-user-policy --user-name {name} --policy-arn {policyArn}"),
            .shutsOut),
        Call(
            .iam, "PutUserPolicy", .named(.iamUser, "userName"), "got an inline policy",
            "put an inline policy on", change: .document("policyDocument", what: "inline policy"),
            undo: .remove("iam delete-user-policy --user-name {name} --policy-name {policyName}"),
            .opens),
        Call(
            .iam, "DeleteUserPolicy", .named(.iamUser, "userName"), "lost an inline policy",
            "delete an inline policy of", change: .removed("inline policy", "policyName"),
            undo: .deploy, .shutsOut),
        Call(
            .iam, "PutUserPermissionsBoundary", .named(.iamUser, "userName"),
            "got a new boundary", "set a boundary on",
            change: .boundary("permissionsBoundary"), undo: .deploy, .shutsOut),
        Call(
            .iam, "DeleteUserPermissionsBoundary", .named(.iamUser, "userName"),
            "lost its boundary", "remove the boundary from",
            change: .fact("permissions boundary", before: "set", now: "none"),
            undo: .deploy, .opens),
        Call(
            .iam, "AddUserToGroup", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "was added to a group", "add % to a group",
            change: .added("group", "groupName").who("userName"),
            undo: .run(
                "iam remove-user-from-group --group-name {groupName} --user-name {userName}"),
            .opens,
            sides: [
                Side(
                    .iamGroup, "got a new member", "add a member to",
                    undo: .run(
                        "iam remove-user-from-group --group-name {groupName} "
                            + "--user-name {userName}"), .opens)
            ]),
        Call(
            .iam, "RemoveUserFromGroup",
            .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "was taken out of a group", "take % out of a group",
            change: .removed("group", "groupName").who("userName"),
            undo: .run("iam add-user-to-group --group-name {groupName} --user-name {userName}"),
            .shutsOut,
            sides: [
                Side(
                    .iamGroup, "lost a member", "take a member out of",
                    undo: .run(
                        "iam add-user-to-group --group-name {groupName} --user-name {userName}"),
                    .shutsOut)
            ]),
        Call(
            .iam, "TagUser", .named(.iamUser, "userName"), "got a tag", "tag",
            change: .added("tag", "tags.key"),
            undo: .run("iam untag-user --user-name {name} --tag-keys {tags.key*}"), .notes),
        Call(
            .iam, "UntagUser", .named(.iamUser, "userName"), "lost a tag", "remove a tag from",
            change: .removed("tag", "tagKeys"), undo: .byHand(tagAgain), .notes),
        Call(
            .iam, "CreateUser", .named(.iamUser, "userName"), "was created", "create",
            change: .fact("user", before: "did not exist", now: "exists"),
            undo: .run("iam delete-user --user-name {userName}"), .opens),
        // Under another name, a user is not watched.
        Call(
            .iam, "UpdateUser", .named(.iamUser, "userName", "newUserName"), "was renamed or moved",
            "rename",
            change: .first(.rename(from: "userName", to: "newUserName"), .value("path", "newPath")),
            undo: .run("iam update-user --user-name {newUserName} --new-user-name {userName}"),
            .silences),
        Call(
            .iam, "DeleteUser", .named(.iamUser, "userName"), "was deleted", "delete",
            change: .gone("user"), undo: .deploy, .shutsOut),
    ]
}
