import AccessPlan

extension Call {
    /// What holds for the whole emergency access account: its passwords, its name, its tokens.
    static let accountSettings: [Call] = [
        Call(
            .iam, "UpdateAccountPasswordPolicy", .reach(.emergencyAccount, .account),
            "got another password policy", "change the password policy of",
            change: .settings(
                [
                    "minimumPasswordLength", "requireSymbols", "requireNumbers",
                    "requireUppercaseCharacters", "requireLowercaseCharacters",
                    "allowUsersToChangePassword", "maxPasswordAge", "passwordReusePrevention",
                    "hardExpiry",
                ], what: "password policy"), undo: .byHand(passwordPolicy), .alters),
        Call(
            .iam, "DeleteAccountPasswordPolicy", .reach(.emergencyAccount, .account),
            "lost its password policy", "delete the password policy of",
            change: .fact("password policy", before: "set", now: "deleted"),
            undo: .byHand(passwordPolicy), .alters),
        Call(
            .iam, "CreateAccountAlias", .reach(.emergencyAccount, .account),
            "got another address of its sign-in page", "change the address of the sign-in page of",
            change: .value("account alias", "accountAlias"),
            undo: .run("iam delete-account-alias --account-alias {accountAlias}"), .alters),
        Call(
            .iam, "DeleteAccountAlias", .reach(.emergencyAccount, .account),
            "lost the address of its sign-in page", "delete the address of the sign-in page of",
            change: .removed("account alias", "accountAlias"),
            undo: .run("iam create-account-alias --account-alias {accountAlias}"), .alters),
        Call(
            .iam, "SetSecurityTokenServicePreferences", .reach(.emergencyAccount, .account),
            "got another kind of session token", "change the session tokens of",
            change: .value("tokens of the global endpoint", "globalEndpointTokenVersion"),
            undo: .run(
                "iam set-security-token-service-preferences --global-endpoint-token-version "
                    + "{globalEndpointTokenVersion?v1Token:v2Token}"), .alters),
        Call(
            .iam, "PutAccountProperties", .reach(.emergencyAccount, .account),
            "got another setting of IAM", "change a setting of IAM in",
            change: .settings(["properties"]),
            undo: .byHand("Compare `aws iam get-account-properties` with what you expect"), .alters),
        Call(
            .iam, "EnableOutboundWebIdentityFederation", .reach(.emergencyAccount, .account),
            "may now issue tokens for services outside AWS",
            "allow tokens for services outside AWS in",
            change: .fact("tokens for services outside AWS", before: "off", now: "on"),
            undo: .run("iam disable-outbound-web-identity-federation"), .alters),
        Call(
            .iam, "DisableOutboundWebIdentityFederation", .reach(.emergencyAccount, .account),
            "may no longer issue tokens for services outside AWS",
            "forbid tokens for services outside AWS in",
            change: .fact("tokens for services outside AWS", before: "on", now: "off"),
            undo: .run("iam enable-outbound-web-identity-federation"), .alters),
        // Temporary delegation: a vendor acts with the rights of whoever accepts.
        Call(
            .iam, "AcceptDelegationRequest", .reach(.emergencyAccount, .account),
            "lets a vendor in: a delegation request was accepted",
            "accept a vendor's delegation request in",
            change: .value("accepted delegation request", "delegationRequestId"),
            undo: .run(
                "iam reject-delegation-request --delegation-request-id {delegationRequestId}"),
            .opens),
        Call(
            .iam, "SendDelegationToken", .reach(.emergencyAccount, .account),
            "lets a vendor in: the token of a delegation was sent",
            "send a vendor the token of a delegation in",
            change: .value("delegation whose token was sent", "delegationRequestId"),
            undo: .byHand(
                "It cannot be taken back: deny everything to the identity that accepted the request"
            ),
            .opens),
    ]

    private static let passwordPolicy =
        "Set the password policy again: aws iam update-account-password-policy"
}
