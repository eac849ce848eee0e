import AccessPlan

extension Call {
    /// Changes after which the organization's policies no longer apply to an account.
    static let organization: [Call] = [
        Call(
            .organizations, "MoveAccount", .reach(.account, .account), "was moved to another unit",
            "move", undo: .deploy, .silences),
        Call(
            .organizations, "LeaveOrganization", .reach(.ownAccount, .account),
            "left the organization", "take % out of the organization", undo: .deploy, .silences),
        Call(
            .organizations, "RemoveAccountFromOrganization", .reach(.account, .account),
            "was removed from the organization", "remove % from the organization", undo: .deploy,
            .silences),
        Call(
            .organizations, "CloseAccount", .reach(.account, .account), "was closed", "close",
            undo: .deploy, .silences),
        Call(
            .organizations, "AttachPolicy", .reach(.policy, .serviceControlPolicy), "was attached",
            "attach", undo: .deploy, .silences),
        Call(
            .organizations, "DetachPolicy", .reach(.policy, .serviceControlPolicy), "was detached",
            "detach", undo: .deploy, .silences),
        Call(
            .organizations, "UpdatePolicy", .reach(.policy, .serviceControlPolicy), "was changed",
            "change", undo: .deploy, .silences),
        Call(
            .organizations, "DeletePolicy", .reach(.policy, .serviceControlPolicy), "was deleted",
            "delete", undo: .deploy, .shutsOut),
        Call(
            .organizations, "DisablePolicyType", .reach(.organization, .organization),
            "had its policies switched off", "switch off the policies of", undo: .deploy, .silences),
        Call(
            .organizations, "DeleteOrganization", .reach(.organization, .organization),
            "was deleted", "delete", undo: .deploy, .silences),
        Call(
            .organizations, "DeregisterDelegatedAdministrator",
            .reach(.organization, .organization), "was changed by DeregisterDelegatedAdministrator",
            "change", undo: .deploy, .silences),
        Call(
            .organizations, "DeleteResourcePolicy", .reach(.organization, .organization),
            "was changed by DeleteResourcePolicy", "change", undo: .deploy, .silences),
        Call(
            .organizations, "PutResourcePolicy", .reach(.organization, .organization),
            "was changed by PutResourcePolicy", "change", undo: .deploy, .silences),
        Call(
            .organizations, "EnableAllFeatures", .reach(.organization, .organization),
            "was changed by EnableAllFeatures", "change", undo: .deploy, .silences),
        Call(
            .organizations, "DisableAWSServiceAccess", .reach(.trustedService, .organization),
            "was changed by DisableAWSServiceAccess", "change", undo: .deploy, .silences),
        Call(
            .cloudFormation, "DeactivateOrganizationsAccess", .reach(.organization, .organization),
            "was changed by DeactivateOrganizationsAccess", "change", undo: .deploy, .silences),
        Call(
            .iam, "EnableOrganizationsRootCredentialsManagement",
            .reach(.organization, .organization),
            "was changed by EnableOrganizationsRootCredentialsManagement", "change", undo: .deploy,
            .alters),
        Call(
            .iam, "DisableOrganizationsRootCredentialsManagement",
            .reach(.organization, .organization),
            "was changed by DisableOrganizationsRootCredentialsManagement", "change", undo: .deploy,
            .alters),
        Call(
            .iam, "EnableOrganizationsRootSessions", .reach(.organization, .organization),
            "was changed by EnableOrganizationsRootSessions", "change", undo: .deploy, .alters),
        Call(
            .iam, "DisableOrganizationsRootSessions", .reach(.organization, .organization),
            "was changed by DisableOrganizationsRootSessions", "change", undo: .deploy, .alters),
    ]
}
