import AccessPlan
import Text

extension IdPSheet {
    var oktaSteps: [Step] {
        [
            groups("Directory, Groups. No group rule, import or group push may add members."),
            oktaApp, oktaAssignments, oktaPolicy, oktaDoor, oktaChecker, oktaMetadata,
            backIntoPlan([
                ("app", "the id of the AWS app, 0oa…"),
                ("client", "the client ID of the service app"),
                ("signingKey", "the KMS key whose public key the service app has"),
                ("metadata", "the metadata file, in the folder of the plan"),
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
            "App\(app): AWS Account Federation from Okta's catalog, with SAML 2.0",
            settings(oktaSettings) + [
                "",
                tried, otherEndpoints,
                "Leave accessKey and secretKey empty: do not store an AWS key in Okta.",
                "Attribute statement: \(FederationSetup.attributes)SourceIdentity = user.login",
            ])
    }

    private var oktaAssignments: Step {
        Step(
            "Assignments: the \(setup.groups.count) groups above, nothing else",
            ["Assign no person directly, no other group, and not Everyone."])
    }

    private var oktaPolicy: Step {
        Step(
            "Sign-on policy of the app: one rule that admits these groups with two factors",
            [
                "AWS cannot see the second factor: only this rule requires it. No deny rule may "
                    + "come before it."
            ])
    }

    private var oktaDoor: Step {
        Step(
            "Deactivate the app: in normal times it is inactive and the groups are empty",
            [
                "In an emergency: activate the app, and add the responders to their groups.",
                "Deactivating may remove assignments: check them afterwards.",
            ])
    }

    private var oktaChecker: Step {
        let client = plan.identityProvider?.client.map { " (\($0))" } ?? ""
        return Step(
            "Service app\(client): an API Services integration, with which the checker reads",
            settings([
                ("Client authentication", "public key / private key"),
                (
                    "Public key (JWK)",
                    publicKey?.text ?? "use --public-key to show it here"
                ),
                ("Proof of possession (DPoP)", "leave it required"),
                ("Okta API scopes", FederationSetup.oktaScopes.joined(separator: " ")),
                ("Admin role", "Read-Only Administrator, no other"),
            ]) + [
                "Grant no scope that ends in .manage: an attacker in the checker could then write."
            ]
        )
    }

    private var oktaMetadata: Step {
        let file = plan.identityProvider?.metadata ?? "okta-metadata.xml"
        return Step(
            "SAML metadata: save the app's metadata as \(file), in the folder of the plan",
            [
                "AWS reads the signing certificate from it. Upload it again when the certificate "
                    + "changes."
            ])
    }
}
