import AccessPlan

extension Call {
    /// Identity providers: who controls one controls who gets access.
    static let providers: [Call] = [
        Call(
            .iam, "CreateSAMLProvider", .named(.samlProvider, "name"), "was created", "create",
            change: .fact("SAML provider", before: "did not exist", now: "trusted"),
            undo: .run(
                "iam delete-saml-provider --saml-provider-arn {response.sAMLProviderArn}"), .opens),
        Call(
            .iam, "UpdateSAMLProvider", .named(.samlProvider, "sAMLProviderArn"),
            "got new metadata, keys or encryption", "change the metadata or keys of",
            change: .samlProvider, undo: .deploy, .opens),
        Call(
            .iam, "DeleteSAMLProvider", .named(.samlProvider, "sAMLProviderArn"), "was deleted",
            "delete", change: .gone("SAML provider"), undo: .deploy, .shutsOut),
        Call(
            .iam, "TagSAMLProvider", .named(.samlProvider, "sAMLProviderArn"), "got a tag", "tag",
            change: .added("tag", "tags.key"),
            undo: .run(
                "iam untag-saml-provider --saml-provider-arn {sAMLProviderArn} "
                    + "--tag-keys {tags.key*}"), .notes),
        Call(
            .iam, "UntagSAMLProvider", .named(.samlProvider, "sAMLProviderArn"), "lost a tag",
            "remove a tag from", change: .removed("tag", "tagKeys"), undo: .byHand(tagAgain),
            .notes),
        // No planned role trusts one of these; a plan may guard one.
        Call(
            .iam, "CreateOpenIDConnectProvider", .reach(.emergencyAccount, .account),
            "got a further identity provider (OpenID Connect)",
            "add an identity provider to", change: .made("identity provider", "url"),
            undo: .run(
                "iam delete-open-id-connect-provider --open-id-connect-provider-arn "
                    + "{response.openIDConnectProviderArn}"), .opens),
        Call(
            .iam, "AddClientIDToOpenIDConnectProvider",
            oidcProvider, "accepts a further client",
            "add a client to", change: .added("client", "clientID"),
            undo: .run(
                "iam remove-client-id-from-open-id-connect-provider "
                    + "--open-id-connect-provider-arn {openIDConnectProviderArn} "
                    + "--client-id {clientID}"), .opens),
        Call(
            .iam, "RemoveClientIDFromOpenIDConnectProvider",
            oidcProvider, "no longer accepts a client",
            "remove a client from", change: .removed("client", "clientID"),
            undo: .run(
                "iam add-client-id-to-open-id-connect-provider "
                    + "--open-id-connect-provider-arn {openIDConnectProviderArn} "
                    + "--client-id {clientID}"), .shutsOut),
        Call(
            .iam, "UpdateOpenIDConnectProviderThumbprint",
            oidcProvider, "trusts other certificates",
            "change the certificates of", change: .list("thumbprints", "thumbprintList"),
            undo: .byHand("Set the thumbprints that the provider's own certificates have"), .alters),
        Call(
            .iam, "UpdateOpenIDConnectProvider", oidcProvider,
            "passes other identities on to Identity Center",
            "change which identities pass on to Identity Center from",
            change: .settings([
                "contextProvider", "identityCenterInstanceArn", "removeContextProvider",
                "removeIdentityCenterInstance",
            ]), undo: .byHand("Set the provider's configuration as it was, in IAM"), .opens),
        Call(
            .iam, "DeleteOpenIDConnectProvider",
            oidcProvider, "was deleted", "delete",
            change: .gone("identity provider"),
            undo: .byHand("Create the provider again, with its clients and thumbprints"),
            .shutsOut),
        Call(
            .iam, "TagOpenIDConnectProvider", oidcProvider,
            "got a tag", "tag", change: .added("tag", "tags.key"),
            undo: .run(
                "iam untag-open-id-connect-provider --open-id-connect-provider-arn "
                    + "{openIDConnectProviderArn} --tag-keys {tags.key*}"), .notes),
        Call(
            .iam, "UntagOpenIDConnectProvider", oidcProvider,
            "lost a tag", "remove a tag from", change: .removed("tag", "tagKeys"),
            undo: .byHand(tagAgain), .notes),
    ]

    private static let oidcProvider = Target.reach(.named, .oidcProvider)
}
