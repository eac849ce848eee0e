import AccessPlan

extension Call {
    /// Changes to emergency, workload and break-glass roles, and to the policies they carry.
    static let roles: [Call] = [
        // A role, its trust or its permissions are changed.
        Call(
            .iam, "CreateRole", .named(.iamRole, "roleName"), "was created", "create",
            undo: .deploy, .opens),
        Call(
            .iam, "DeleteRole", .named(.iamRole, "roleName"), "was deleted", "delete",
            undo: .deploy, .shutsOut),
        Call(
            .iam, "UpdateRole", .named(.iamRole, "roleName"),
            "was changed (description or session length)", "change", undo: .deploy, .alters),
        Call(
            .iam, "UpdateRoleDescription", .named(.iamRole, "roleName"), "got a new description",
            "change the description of", undo: .deploy, .notes),
        Call(
            .iam, "UpdateAssumeRolePolicy", .named(.iamRole, "roleName"), "got a new trust policy",
            "change who may assume", undo: .deploy, .opens),
        Call(
            .iam, "AttachRolePolicy", .named(.iamRole, "roleName"), "got a further policy",
            "attach a policy to", undo: .deploy, .opens),
        Call(
            .iam, "DetachRolePolicy", .named(.iamRole, "roleName"), "lost a policy",
            "detach a policy from", undo: .deploy, .shutsOut),
        Call(
            .iam, "PutRolePolicy", .named(.iamRole, "roleName"), "got an inline policy",
            "put an inline policy on", undo: .deploy, .opens),
        Call(
            .iam, "DeleteRolePolicy", .named(.iamRole, "roleName"), "lost an inline policy",
            "delete an inline policy of", undo: .deploy, .shutsOut),
        Call(
            .iam, "PutRolePermissionsBoundary", .named(.iamRole, "roleName"), "got a new boundary",
            "set a boundary on", undo: .deploy, .opens),
        Call(
            .iam, "DeleteRolePermissionsBoundary", .named(.iamRole, "roleName"),
            "lost its boundary", "remove the boundary from", undo: .deploy, .opens),
        Call(
            .iam, "TagRole", .named(.iamRole, "roleName"), "was changed by TagRole", "change",
            undo: .deploy, .notes),
        Call(
            .iam, "UntagRole", .named(.iamRole, "roleName"), "was changed by UntagRole", "change",
            undo: .deploy, .notes),
        Call(
            .iam, "CreateServiceLinkedRole", .named(.iamRole, "roleName"),
            "was changed by CreateServiceLinkedRole", "change", undo: .deploy, .alters),
        Call(
            .iam, "AddRoleToInstanceProfile", .named(.iamRole, "roleName"),
            "was changed by AddRoleToInstanceProfile", "change", undo: .deploy, .opens),
        // A customer-managed policy is changed.
        Call(
            .iam, "CreatePolicyVersion", .named(.iamPolicy, "policyArn", "policyName"),
            "got a new version", "put a new version on", undo: .deploy, .opens),
        Call(
            .iam, "SetDefaultPolicyVersion", .named(.iamPolicy, "policyArn", "policyName"),
            "went to another version", "change the version of", undo: .deploy, .opens),
        Call(
            .iam, "DeletePolicyVersion", .named(.iamPolicy, "policyArn", "policyName"),
            "was changed by DeletePolicyVersion", "change", undo: .deploy, .alters),
        Call(
            .iam, "DeletePolicy", .named(.iamPolicy, "policyArn", "policyName"), "was deleted",
            "delete", undo: .deploy, .shutsOut),
        Call(
            .iam, "CreatePolicy", .named(.iamPolicy, "policyArn", "policyName"), "was created",
            "create", undo: .deploy, .alters),
        // A group, its members or its permissions are changed.
        Call(
            .iam, "AttachGroupPolicy", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by AttachGroupPolicy", "change", undo: .deploy, .opens),
        Call(
            .iam, "DetachGroupPolicy", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by DetachGroupPolicy", "change", undo: .deploy, .alters),
        Call(
            .iam, "PutGroupPolicy", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by PutGroupPolicy", "change", undo: .deploy, .opens),
        Call(
            .iam, "DeleteGroupPolicy", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by DeleteGroupPolicy", "change", undo: .deploy, .alters),
        Call(
            .iam, "CreateGroup", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by CreateGroup", "change", undo: .deploy, .alters),
        Call(
            .iam, "UpdateGroup", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by UpdateGroup", "change", undo: .deploy, .alters),
        Call(
            .iam, "DeleteGroup", .named(.iamGroup, "groupName", "newGroupName"),
            "was changed by DeleteGroup", "change", undo: .deploy, .alters),
    ]

    /// Changes to the federation: who controls the provider controls who gets access.
    static let providers: [Call] = [
        // A SAML provider is made, changed or deleted.
        Call(
            .iam, "CreateSAMLProvider", .named(.samlProvider, "sAMLProviderArn", "name"),
            "was created", "create", undo: .deploy, .opens),
        Call(
            .iam, "UpdateSAMLProvider", .named(.samlProvider, "sAMLProviderArn", "name"),
            "got new metadata", "change the metadata of", undo: .deploy, .opens),
        Call(
            .iam, "DeleteSAMLProvider", .named(.samlProvider, "sAMLProviderArn", "name"),
            "was deleted", "delete", undo: .deploy, .shutsOut),
        Call(
            .iam, "TagSAMLProvider", .named(.samlProvider, "sAMLProviderArn", "name"),
            "was changed by TagSAMLProvider", "change", undo: .deploy, .notes),
        Call(
            .iam, "UntagSAMLProvider", .named(.samlProvider, "sAMLProviderArn", "name"),
            "was changed by UntagSAMLProvider", "change", undo: .deploy, .notes),
    ]
}
