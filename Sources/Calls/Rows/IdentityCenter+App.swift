import AccessPlan

extension Call {
    /// The app of Identity Center that the plan names: who is assigned to it gets emergency access.
    static let federationApp: [Call] = [
        Call(
            .sso, "CreateApplicationAssignment", app, "was opened to somebody",
            "open % to somebody",
            change: .fact("people assigned", now: "one more").who("principalId"),
            undo: .run("sso-admin delete-application-assignment \(assigned)"), .opens),
        Call(
            .sso, "DeleteApplicationAssignment", app, "was shut to somebody",
            "shut % to somebody",
            change: .fact("people assigned", now: "one fewer").who("principalId"),
            undo: .run("sso-admin create-application-assignment \(assigned)"), .shutsOut),
        Call(
            .sso, "PutApplicationAssignmentConfiguration", app,
            "got another rule on whether people must be assigned",
            "change whether people must be assigned to",
            change: .flag(
                "assignment is required", "assignmentRequired", yes: .shutsOut, no: .opens),
            undo: .run(
                "sso-admin put-application-assignment-configuration \(only) "
                    + "--{assignmentRequired?true=no-assignment-required:false=assignment-required}"
            ), .opens),
        Call(
            .sso, "UpdateApplication", app, "was changed or switched", "change",
            change: .first(
                .value("status", "status").gravity(
                    by: "status", ["DISABLED": .shutsOut, "ENABLED": .opens]),
                .settings(["name", "description", "portalOptions"])),
            undo: .byHand(appAgain), .alters),
        Call(
            .sso, "DeleteApplication", app, "was deleted", "delete", change: .gone("app"),
            undo: .byHand("Create the app again, and put its ARN and metadata into the plan"),
            .shutsOut),
        // What else may act for the people of the app.
        Call(
            .sso, "PutApplicationAuthenticationMethod", app, "accepts another sign-in method",
            "change the sign-in methods of",
            change: .value("sign-in method", "authenticationMethodType"), undo: .byHand(appAgain),
            .alters),
        Call(
            .sso, "DeleteApplicationAuthenticationMethod", app, "lost a sign-in method",
            "delete a sign-in method of",
            change: .removed("sign-in method", "authenticationMethodType"),
            undo: .byHand(appAgain), .shutsOut),
        Call(
            .sso, "PutApplicationGrant", app, "accepts another kind of grant",
            "change the grants of", change: .value("grant", "grantType"),
            undo: .run("sso-admin delete-application-grant \(only) --grant-type {grantType}"),
            .alters),
        Call(
            .sso, "DeleteApplicationGrant", app, "lost a kind of grant", "delete a grant of",
            change: .removed("grant", "grantType"), undo: .byHand(appAgain), .shutsOut),
        Call(
            .sso, "PutApplicationAccessScope", app, "may reach more for its people",
            "change the scopes of", change: .value("scope", "scope"),
            undo: .run("sso-admin delete-application-access-scope \(only) --scope {scope}"), .alters
        ),
        Call(
            .sso, "DeleteApplicationAccessScope", app, "may reach less for its people",
            "delete a scope of", change: .removed("scope", "scope"), undo: .byHand(appAgain),
            .alters),
        Call(
            .sso, "PutApplicationSessionConfiguration", app, "got other rules on sessions",
            "change the sessions of",
            change: .value("background sessions", "userBackgroundSessionApplicationStatus"),
            undo: .run(
                "sso-admin put-application-session-configuration \(only) "
                    + "--user-background-session-application-status "
                    + "{userBackgroundSessionApplicationStatus?ENABLED:DISABLED}"), .alters),
        // The instance that the app belongs to.
        Call(
            .sso, "DeleteInstance", instance, "was deleted",
            "delete", change: .gone("instance", "instanceArn"),
            undo: .byHand("Turn Identity Center on again, and set it up as the plan says"),
            .shutsOut),
        Call(
            .sso, "UpdateInstance", instance, "got other settings",
            "change the settings of",
            change: .settings([
                "networkConfiguration", "encryptionConfiguration", "permissionSetsEnabled", "name",
            ]), undo: .byHand("Set in Identity Center what was there before"), .alters),
        Call(
            .sso, "CreateTrustedTokenIssuer", instance, "trusts the tokens of a further issuer",
            "add a token issuer to", change: .added("token issuer", "name"),
            undo: .run(
                "sso-admin delete-trusted-token-issuer --trusted-token-issuer-arn "
                    + "{response.trustedTokenIssuerArn}"), .alters),
        Call(
            .sso, "CreateInstanceAccessControlAttributeConfiguration", instance,
            "passes on attributes that policies may rely on", "pass on attributes from",
            change: .list("attributes", attributes), undo: .run(noAttributes), .alters),
        Call(
            .sso, "UpdateInstanceAccessControlAttributeConfiguration", instance,
            "passes on other attributes that policies may rely on",
            "change the attributes of", change: .list("attributes", attributes),
            undo: .byHand("Set the attributes again, in Identity Center's settings"), .alters),
        Call(
            .sso, "DeleteInstanceAccessControlAttributeConfiguration", instance,
            "passes on no attributes that policies may rely on", "delete the attributes of",
            change: .fact("attributes", before: "passed on", now: "none"),
            undo: .byHand("Set the attributes again, in Identity Center's settings"), .alters),
    ]

    private static let app = Target.reach(.identityProvider, .idpApp)
    private static let instance = Target.reach(.identityProvider, .idp)

    private static let only = "--application-arn {applicationArn}"

    private static let assigned =
        "\(only) --principal-id {principalId} --principal-type {principalType}"

    private static let attributes =
        "instanceAccessControlAttributeConfiguration.accessControlAttributes.key"

    private static let noAttributes =
        "sso-admin delete-instance-access-control-attribute-configuration "
        + "--instance-arn {instanceArn}"

    private static let appAgain = "Set the app as it was, in Identity Center"
}
