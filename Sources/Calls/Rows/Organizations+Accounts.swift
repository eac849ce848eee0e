import AccessPlan

extension Call {
    /// Which accounts the organization's rules and policies reach, and who administers it.
    static let organization: [Call] = [
        Call(
            .organizations, "MoveAccount", .reach(.account, .account), "was moved to another unit",
            "move",
            change: .value("organizational unit", "destinationParentId").before("sourceParentId"),
            undo: .run(
                "organizations move-account --account-id {accountId} --source-parent-id "
                    + "{destinationParentId} --destination-parent-id {sourceParentId}"), .silences),
        Call(
            .organizations, "LeaveOrganization", .reach(.ownAccount, .account),
            "left the organization", "take % out of the organization", change: .left,
            undo: .run(invite), .silences),
        Call(
            .organizations, "RemoveAccountFromOrganization", .reach(.account, .account),
            "was removed from the organization", "remove % from the organization", change: .left,
            undo: .run(invite), .silences),
        Call(
            .organizations, "CloseAccount", .reach(.account, .account), "was closed", "close",
            change: .fact("account", before: "in use", now: "closed"),
            undo: .byHand("Ask AWS Support to open the account again: possible for 90 days"),
            .silences),
        Call(
            .organizations, "AcceptHandshake", .reach(.emergencyAccount, .account),
            "accepted an invitation of an organization",
            "accept an invitation of an organization in",
            change: .value("accepted handshake", "handshakeId"),
            undo: .byHand(
                "Look at `aws organizations describe-organization`; if it is not yours, leave it"),
            .alters),
        Call(
            .organizations, "DeleteOrganization", .reach(.organization, .organization),
            "was deleted", "delete",
            change: .fact("organization", before: "existed", now: "deleted"),
            undo: .byHand("Create the organization again, and invite the accounts"), .silences),
        Call(
            .organizations, "EnableAllFeatures", .reach(.organization, .organization),
            "is being switched to all features", "switch % to all features",
            change: .fact("features", before: "consolidated billing", now: "all, once approved"),
            undo: .byHand("Cancel the handshake before the accounts approve it"), .alters),
        // Who administers it besides the management account.
        Call(
            .organizations, "RegisterDelegatedAdministrator",
            .reach(.trustedService, .organization), "got a further delegated administrator",
            "add a delegated administrator to",
            change: .value("administers it for", "servicePrincipal").who("accountId"),
            undo: .run(
                "organizations deregister-delegated-administrator --account-id {accountId} "
                    + "--service-principal {servicePrincipal}"), .opens),
        Call(
            .organizations, "DeregisterDelegatedAdministrator",
            .reach(.organization, .organization), "lost a delegated administrator",
            "remove a delegated administrator from",
            change: .removed("administrator for", "servicePrincipal").who("accountId"),
            undo: .run(
                "organizations register-delegated-administrator --account-id {accountId} "
                    + "--service-principal {servicePrincipal}"), .silences),
        Call(
            .organizations, "PutResourcePolicy", .reach(.organization, .organization),
            "got another policy on who administers it", "change who administers",
            change: .resourcePolicy("content", what: "delegation policy"),
            undo: .byHand(
                "Put the former delegation policy again, or delete it if there was none: AWS "
                    + "Organizations, Settings"), .opens),
        Call(
            .organizations, "DeleteResourcePolicy", .reach(.organization, .organization),
            "lost its policy on who administers it", "delete the delegation policy of",
            change: .fact("delegation policy", before: "set", now: "deleted"),
            undo: .byHand(
                "Put the delegation policy again: aws organizations put-resource-policy"),
            .alters),
        Call(
            .organizations, "EnableAWSServiceAccess", .reach(.trustedService, .organization),
            "trusts a further service", "let % trust a further service",
            change: .added("trusted service", "servicePrincipal"),
            undo: .run(
                "organizations disable-aws-service-access --service-principal "
                    + "{servicePrincipal}"), .alters),
        Call(
            .organizations, "DisableAWSServiceAccess", .reach(.trustedService, .organization),
            "no longer trusts a service that the alerts rely on",
            "take the trust in a service from",
            change: .removed("trusted service", "servicePrincipal"),
            undo: .run(
                "organizations enable-aws-service-access --service-principal {servicePrincipal}"),
            .silences),
        Call(
            .cloudFormation, "DeactivateOrganizationsAccess", .reach(.organization, .organization),
            "no longer trusts stack sets, which deploy the rules",
            "take the trust in stack sets from",
            change: .fact("trust in stack sets", before: "on", now: "off"),
            undo: .run("cloudformation activate-organizations-access"), .silences),
    ]

    private static let invite =
        "organizations invite-account-to-organization --target Id={arn},Type=ACCOUNT"
}
