import AccessPlan

extension IdPSheet {
    /// Source: Microsoft Learn, "Microsoft Entra SSO integration with AWS Single-Account Access".
    var entraSteps: [Step] {
        var roles = Table(["App role", "Value", "Assigned group"])
        roles.rows = setup.groups.map { group in
            [group.role, "\(group.roleARN),\(setup.providerARN)", group.name]
        }
        return [
            groups("Security groups with assigned members: no dynamic rule, no sync from AD."),
            Step(
                "App: AWS Single-Account Access from the gallery",
                settings(
                    [
                        ("Identifier (Entity ID)", setup.endpoints[0]),
                        ("Reply URL", setup.endpoint),
                        ("Claim \(FederationSetup.attributes)Role", "user.assignedroles"),
                    ] + claims.map { ("Claim \($0)", $1) }) + [
                        otherEndpoints, "Assignment required: Yes. Otherwise everybody has access.",
                    ]),
            Step(
                "App roles: one per group, with the two ARNs as its value; assign each group its role",
                roles.written(as: .text).split(separator: "\n").map(String.init)
                    + ["Assign no person directly."]),
            Step(
                "Conditional Access: require MFA for this app",
                ["AWS cannot see the second factor. Test that no other policy blocks responders."]),
            Step(
                "Enabled for users to sign in: No, in normal times",
                ["In an emergency: Yes, and add the responders to their groups."]),
            Step(
                "App registration with which the checker reads, with Graph application permissions",
                FederationSetup.graphPermissions + ["Grant admin consent for these only.", ""]
                    + entraCredential),
            backIntoPlan([
                ("app", "the object id of the enterprise application"),
                ("client", "the application (client) id of the registration"),
                ("tenant", "the tenant's id"),
                ("metadata", "the federation metadata file, in the folder of the plan"),
            ]),
        ]
    }

    /// What the checker signs in with: a token from AWS, so that no secret is stored.
    private var entraCredential: [String] {
        let checker = plan.roleARN(AlertPathNames.checker, in: plan.emergencyAccount)
        return [
            "Federated credential, so that no secret is stored:"
        ]
            + settings([
                ("Issuer", "the output of aws iam get-outbound-web-identity-federation-info"),
                ("Subject", checker),
                ("Audience", "api://AzureADTokenExchange"),
            ]) + ["Or a certificate with the KMS key of the plan: signingKey and certificate."]
    }

    /// Source: AWS Security Blog, "AWS Federated Authentication with Active Directory Federation
    /// Services".
    var adfsSteps: [Step] {
        let claim = "http://schemas.microsoft.com/ws/2008/06/identity/claims/"
        return [
            groups(
                "Active Directory, security groups. In a distinguished name write # as \\#.",
                "No nested groups: anybody who can fill those can fill these."),
            Step(
                "Relying party trust for AWS",
                settings([
                    ("Identifier", setup.audience),
                    ("SAML 2.0 endpoint (POST)", setup.endpoint),
                ]) + [otherEndpoints]),
            Step(
                "Claim rule: keep the groups' names for the next rule",
                [
                    "c:[Type == \"\(claim)windowsaccountname\", Issuer == \"AD AUTHORITY\"]",
                    " => add(store = \"Active Directory\", types = (\"http://temp/groups\"),",
                    "        query = \";tokenGroups;{0}\", param = c.Value);",
                ]),
            Step(
                "Claim rule: groups become roles",
                [
                    "c:[Type == \"http://temp/groups\", Value =~ \"\(setup.mapping.expression)\"]",
                    " => issue(Type = \"\(FederationSetup.attributes)Role\",",
                    "        Value = RegExReplace(c.Value, \"\(setup.mapping.expression)\",",
                    "        \"\(setup.mapping.replacement)\"));",
                    tried,
                ]),
            Step("Further claim rules", settings(claims)),
            Step(
                "Access control policy: permit these groups and require MFA",
                ["AWS cannot see the second factor."]),
            Step(
                "Disable the relying party trust: in normal times it is disabled",
                ["In an emergency: enable it, and add the responders to their groups."]),
            backIntoPlan([("metadata", "FederationMetadata.xml, in the folder of the plan")]),
        ]
    }

    /// The steps for any SAML 2.0 provider.
    var otherSteps: [Step] {
        [
            groups("No rule, import or nested group may add members."),
            Step(
                "SAML 2.0 app for AWS",
                settings(
                    [
                        ("Audience", setup.audience),
                        ("Assertion consumer service", setup.endpoint),
                        ("Attribute \(FederationSetup.attributes)Role", "see below"),
                    ] + claims.map { ("Attribute \($0)", $1) }) + [otherEndpoints]),
            Step(
                "Role: map the name of a group to a role with this expression",
                settings([
                    ("match", setup.mapping.expression), ("value", setup.mapping.replacement),
                ]) + [tried]),
            Step("Assignments: these groups, nothing else, with two factors", []),
            Step(
                "Disable the app: in normal times it is disabled and the groups are empty",
                ["In an emergency: enable it, and add the responders to their groups."]),
            backIntoPlan([
                ("metadata", "the provider's SAML metadata file, in the folder of the plan")
            ]),
        ]
    }
}
