import AccessPlan
import Text

extension IdPSheet {
    var oktaSteps: [Step] {
        [
            groups("Directory, Groups. No group rule, no import and no group push may fill them."),
            oktaApp, oktaAssignments, oktaPolicy, oktaDoor, oktaChecker, oktaMetadata,
            backIntoPlan([
                ("app", "the id of the AWS app, 0oa…"),
                ("client", "the client ID of the service app"),
                ("signingKey", "the KMS key whose public half it holds"),
                ("metadata", "the file of the metadata, beside the plan"),
            ]),
        ]
    }

    /// The names are those of `settings.app` in Okta's API.
    ///
    /// Source: Okta Help, "Configure AWS Account Federation", "Enable group-based role mapping".
    var oktaSettings: [(String, String)] {
        [
            ("awsEnvironmentType", setup.environment),
            ("identityProviderArn", setup.providerARN),
            ("overrideAcsURL", setup.endpoint),
            ("sessionDuration", "\(setup.sessionDuration)"),
            ("appFilter", "okta"),
            ("groupFilter", setup.mapping.filter),
            ("roleValuePattern", setup.mapping.rolePattern),
            ("useGroupMapping", "true"),
            ("joinAllRoles", "false"),
        ]
    }

    private var oktaApp: Step {
        let app = plan.identityProvider?.app.map { " (\($0))" } ?? ""
        return Step(
            "App\(app): AWS Account Federation from Okta's catalogue, signing in by SAML 2.0",
            settings(oktaSettings) + [
                "",
                tried, otherEndpoints,
                "Leave accessKey and secretKey empty: no AWS key belongs in Okta.",
                "Attribute statement: \(FederationSetup.attributes)SourceIdentity = user.login",
            ])
    }

    private var oktaAssignments: Step {
        Step(
            "Assignments: the \(setup.groups.count) groups above, and nothing else",
            ["No person is assigned directly, no other group, and not everyone."])
    }

    private var oktaPolicy: Step {
        Step(
            "Sign-on policy of the app: one rule that lets these groups in with two factors",
            [
                "AWS cannot see the second factor: only this rule asks for it. No rule that denies may "
                    + "stand before it."
            ])
    }

    private var oktaDoor: Step {
        Step(
            "Deactivate the app: in normal times it is inactive and the groups are empty",
            [
                "In an emergency: activate the app, put the responders into their groups.",
                "Deactivating may take assignments away: look at them again afterwards.",
            ])
    }

    private var oktaChecker: Step {
        let client = plan.identityProvider?.client.map { " (\($0))" } ?? ""
        return Step(
            "Service app\(client): an API Services integration, by which the checker reads",
            settings([
                ("Client authentication", "public key / private key"),
                (
                    "Public key (JWK)",
                    publicKey?.text ?? "run this with --public-key to see it here"
                ),
                ("Proof of possession (DPoP)", "leave it required"),
                ("Okta API scopes", FederationSetup.oktaScopes.joined(separator: " ")),
                ("Admin role", "Read-Only Administrator, and no other"),
            ]) + ["Grant no scope that ends in .manage: whoever took the checker over could write."]
        )
    }

    private var oktaMetadata: Step {
        let file = plan.identityProvider?.metadata ?? "okta-metadata.xml"
        return Step(
            "SAML metadata: save the app's as \(file), beside the plan",
            [
                "AWS learns the signing certificate from it. It has to be uploaded anew when the "
                    + "certificate changes."
            ])
    }
}
