import AccessPlan

extension Call {
    /// Emergency, workload and break-glass roles: who may take them, and what they may do.
    static let roles: [Call] = [
        Call(
            .iam, "CreateRole", .named(.iamRole, "roleName"), "was created",
            "create", change: .trust("assumeRolePolicyDocument"),
            undo: .run("iam delete-role --role-name {roleName}"), .opens),
        Call(
            .iam, "DeleteRole", .named(.iamRole, "roleName"), "was deleted", "delete",
            change: .gone("role"), undo: .deploy, .shutsOut),
        Call(
            .iam, "DeleteServiceLinkedRole", .named(.iamRole, "roleName"),
            "is being deleted (a role of AWS's own)", "delete", change: .gone("role"),
            undo: .byHand("Turn the service on again: it makes its role anew"), .shutsOut),
        Call(
            .iam, "UpdateRole", .named(.iamRole, "roleName"),
            "got a new description or session length",
            "change the description or session length of",
            change: .settings(["maxSessionDuration", "description"]), undo: .deploy, .alters),
        Call(
            .iam, "UpdateRoleDescription", .named(.iamRole, "roleName"), "got a new description",
            "change the description of", change: .value("description", "description"),
            undo: .deploy, .notes),
        Call(
            .iam, "UpdateAssumeRolePolicy", .named(.iamRole, "roleName"), "got a new trust policy",
            "change who may assume", change: .trust("policyDocument"), undo: .deploy, .opens),
        Call(
            .iam, "AttachRolePolicy", .named(.iamRole, "roleName"), "got a further policy",
            "attach a policy to", change: .policy("policyArn"),
            undo: .run("iam detach-role-policy --role-name {name} --policy-arn {policyArn}"),
            .opens),
        Call(
            .iam, "DetachRolePolicy", .named(.iamRole, "roleName"), "lost a policy",
            "detach a policy from", change: .detachedPolicy("policyArn"),
            undo: .run("iam attach-role-policy --role-name {name} --policy-arn {policyArn}"),
            .shutsOut),
        Call(
            .iam, "PutRolePolicy", .named(.iamRole, "roleName"), "got an inline policy",
            "put an inline policy on", change: .document("policyDocument", what: "inline policy"),
            undo: .remove("iam delete-role-policy --role-name {name} --policy-name {policyName}"),
            .opens),
        Call(
            .iam, "DeleteRolePolicy", .named(.iamRole, "roleName"), "lost an inline policy",
            "delete an inline policy of", change: .removed("inline policy", "policyName"),
            undo: .deploy, .shutsOut),
        Call(
            .iam, "PutRolePermissionsBoundary", .named(.iamRole, "roleName"),
            "got a new boundary", "set a boundary on",
            change: .boundary("permissionsBoundary"), undo: .deploy, .shutsOut),
        Call(
            .iam, "DeleteRolePermissionsBoundary", .named(.iamRole, "roleName"),
            "lost its boundary", "remove the boundary from",
            change: .fact("permissions boundary", before: "set", now: "none"),
            undo: .deploy, .opens),
        Call(
            .iam, "TagRole", .named(.iamRole, "roleName"), "got a tag", "tag",
            change: .added("tag", "tags.key"),
            undo: .run("iam untag-role --role-name {name} --tag-keys {tags.key*}"), .notes),
        Call(
            .iam, "UntagRole", .named(.iamRole, "roleName"), "lost a tag", "remove a tag from",
            change: .removed("tag", "tagKeys"), undo: .byHand(tagAgain), .notes),
        // Instances take the role of their profile.
        Call(
            .iam, "AddRoleToInstanceProfile", .named(.iamRole, "roleName"),
            "was given to an instance profile", "give % to an instance profile",
            change: .added("instance profile", "instanceProfileName"),
            undo: .run(
                "iam remove-role-from-instance-profile --instance-profile-name "
                    + "{instanceProfileName} --role-name {roleName}"), .opens),
        Call(
            .iam, "RemoveRoleFromInstanceProfile", .named(.iamRole, "roleName"),
            "was taken from an instance profile", "take % from an instance profile",
            change: .removed("instance profile", "instanceProfileName"),
            undo: .run(
                "iam add-role-to-instance-profile --instance-profile-name "
                    + "{instanceProfileName} --role-name {roleName}"), .shutsOut),
    ]
}
