import AccessPlan

extension Call {
    /// IAM Identity Center as the identity provider: the plan's groups, and where people sign in.
    static let directory: [Call] = [
        Call(
            .ssoDirectory, "AddMemberToGroup", group, "got a new member", "add somebody to",
            change: .fact("members", now: "one more").who("member.memberId"),
            undo: .run(removeMember("member.memberId")), .opens),
        Call(
            .identityStore, "CreateGroupMembership", group, "got a new member", "add somebody to",
            change: .fact("members", now: "one more").who("memberId.userId"),
            undo: .run(
                "identitystore delete-group-membership --identity-store-id {identityStoreId} "
                    + "--membership-id {response.membershipId}"), .opens),
        Call(
            .ssoDirectory, "RemoveMemberFromGroup", group, "lost a member",
            "take somebody out of",
            change: .fact("members", now: "one fewer").who("member.memberId"),
            undo: .run(
                "identitystore create-group-membership --identity-store-id {identityStoreId} "
                    + "--group-id {groupId} --member-id UserId={member.memberId}"), .shutsOut),
        Call(
            .ssoDirectory, "DeleteGroup", group, "was deleted", "delete", change: .gone("group"),
            undo: .byHand(groupAgain), .shutsOut),
        Call(
            .identityStore, "DeleteGroup", group, "was deleted", "delete", change: .gone("group"),
            undo: .byHand(groupAgain), .shutsOut),
        Call(
            .ssoDirectory, "UpdateGroup", group, "was renamed or described anew",
            "rename or describe", change: .settings(["groupAttributes", "displayName"]),
            undo: .byHand(nameAgain), .notes),
        Call(
            .identityStore, "UpdateGroup", group, "was renamed or described anew",
            "rename or describe", change: .settings(["operations.attributePath"]),
            undo: .byHand(nameAgain), .notes),
        // Who decides who somebody is.
        Call(
            .ssoDirectory, "CreateExternalIdPConfigurationForDirectory", store,
            "got a further external provider", "add an external provider to",
            change: .fact("external provider", now: "one more, not enabled yet"),
            undo: .byHand(signInAgain), .opens),
        Call(
            .ssoDirectory, "UpdateExternalIdPConfigurationForDirectory", store,
            "got other metadata of its external provider", "change the external provider of",
            change: .fact("external provider", now: "other metadata"),
            undo: .byHand(signInAgain), .opens),
        Call(
            .ssoDirectory, "EnableExternalIdPConfigurationForDirectory", store,
            "signs people in by its external provider now", "enable the external provider of",
            change: .fact("external provider", before: "off", now: "on"),
            undo: .byHand(signInAgain), .opens),
        Call(
            .ssoDirectory, "DisableExternalIdPConfigurationForDirectory", store,
            "no longer signs people in by its external provider",
            "disable the external provider of",
            change: .fact("external provider", before: "on", now: "off"),
            undo: .byHand(signInAgain), .shutsOut),
        Call(
            .ssoDirectory, "DeleteExternalIdPConfigurationForDirectory", store,
            "lost its external provider", "delete the external provider of",
            change: .fact("external provider", before: "configured", now: "deleted"),
            undo: .byHand(signInAgain), .shutsOut),
        Call(
            .ssoDirectory, "PutMfaDeviceManagementForDirectory", store,
            "got other rules on MFA", "change the rules on MFA of",
            change: .fact("rules on MFA", now: "changed"),
            undo: .byHand("Set in Identity Center's settings that every sign-in requires MFA"),
            .opens),
        Call(
            .sso, "PutMfaDeviceManagementForDirectory", store, "got other rules on MFA",
            "change the rules on MFA of",
            change: .fact("rules on MFA", now: "changed"),
            undo: .byHand("Set in Identity Center's settings that every sign-in requires MFA"),
            .opens),
        Call(
            .sso, "AssociateDirectory", store, "is the source of identities now",
            "make % the source of identities",
            change: .fact("source of identities", now: "this directory"),
            undo: .byHand(signInAgain), .opens),
        Call(
            .sso, "DisassociateDirectory", store, "stopped being the source of identities",
            "take the sign-ins from", change: .fact("source of identities", now: "another"),
            undo: .byHand(signInAgain), .shutsOut),
        Call(
            .sso, "UpdateDirectoryAssociation", store, "was connected anew", "connect % anew",
            change: .fact("connection", now: "changed"), undo: .byHand(signInAgain), .alters),
        Call(
            .identityStore, "UpdateIdentityStore", store, "got other network settings",
            "change the network settings of",
            change: .settings(["networkConfiguration"]), undo: .byHand(signInAgain), .shutsOut),
    ]

    private static let group = Target.reach(.identityProvider, .idpGroup)
    private static let store = Target.reach(.identityProvider, .idp)

    /// The event does not state the id of a membership: it is looked up.
    private static func removeMember(_ path: String) -> String {
        "identitystore delete-group-membership --identity-store-id {identityStoreId} "
            + "--membership-id $(aws identitystore get-group-membership-id --identity-store-id "
            + "{identityStoreId} --group-id {groupId} --member-id UserId={\(path)} "
            + "--query MembershipId --output text --region {region})"
    }

    private static let groupAgain =
        "Create the group again, put its new id into the plan, and deploy"

    private static let nameAgain = "Set the name and the description again, in Identity Center"

    private static let signInAgain =
        "Set the source of identities again, in Identity Center's settings"
}
