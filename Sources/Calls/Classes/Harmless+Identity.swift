extension Call {
    /// Calls of the services of identities that change nothing of ours.
    static let identityHarmless: [Harmless] = [
        Harmless(
            .iam,
            "Certificates for TLS: nobody signs in with one",
            """
            DeleteServerCertificate TagServerCertificate UntagServerCertificate
            UpdateServerCertificate UploadServerCertificate
            """),
        Harmless(
            .iam,
            "An instance profile without a role gives nothing: giving it a role raises an alert",
            """
            CreateInstanceProfile DeleteInstanceProfile TagInstanceProfile
            UntagInstanceProfile
            """),
        Harmless(
            .iam,
            "A role that AWS names, for one of its services alone: nobody else can take it",
            """
            CreateServiceLinkedRole
            """),
        Harmless(
            .iam,
            "The template names the role, and no second one can have a planned name",
            """
            AcquireRole
            """),
        Harmless(
            .iam,
            "A vendor asks, or is refused: nobody comes in before somebody accepts",
            """
            AssociateDelegationRequest CreateDelegationRequest
            RejectDelegationRequest UpdateDelegationRequest
            """),
        Harmless(
            .signIn,
            "It ends a session or its renewal: nobody comes in",
            """
            BatchRevokeSessions RevokeOAuth2TokenWithIAM
            """),
        Harmless(
            .account,
            "A number is verified: nothing is changed that PutContactInformation did not tell",
            """
            SendPhoneNumberVerification VerifyPhoneNumber
            """),
        Harmless(
            .organizations,
            "A new account: the plan does not name it yet",
            """
            CreateAccount CreateGovCloudAccount
            """),
        Harmless(
            .organizations,
            "A new organization or an invitation: no planned account is in it before it accepts",
            """
            CancelHandshake CreateOrganization DeclineHandshake
            InviteAccountToOrganization
            """),
        Harmless(
            .organizations,
            "A policy does nothing before it is attached, which raises an alert",
            """
            CreatePolicy
            """),
        Harmless(
            .organizations,
            "Only an empty unit can be deleted, and each account that moves raises an alert",
            """
            CreateOrganizationalUnit DeleteOrganizationalUnit
            UpdateOrganizationalUnit
            """),
        Harmless(
            .organizations,
            "Who pays the bill",
            """
            InviteOrganizationToTransferResponsibility
            TerminateResponsibilityTransfer UpdateResponsibilityTransfer
            """),
        Harmless(
            .sso,
            "It opens no account before it is assigned or provisioned, which raises an alert",
            """
            CreateApplication CreateInstance CreatePermissionSet StartSSO
            """),
        Harmless(
            .sso,
            "It names a profile, neither an account nor the ARN of an app: the check finds it",
            """
            AssociateProfile CreateProfile DeleteProfile DisassociateProfile
            UpdateProfile
            """),
        Harmless(
            .sso,
            "An app of the older kind: the plan names none",
            """
            CreateApplicationInstance CreateApplicationInstanceCertificate
            DeleteApplicationInstance DeleteApplicationInstanceCertificate
            ImportApplicationInstanceServiceProviderMetadata
            UpdateApplicationInstanceActiveCertificate
            UpdateApplicationInstanceDisplayData
            UpdateApplicationInstanceResponseConfiguration
            UpdateApplicationInstanceResponseSchemaConfiguration
            UpdateApplicationInstanceSecurityConfiguration
            UpdateApplicationInstanceServiceProviderConfiguration
            UpdateApplicationInstanceStatus
            """),
        Harmless(
            .sso,
            "Tokens for programs: people of the plan sign in by SAML",
            """
            DeleteTrustedTokenIssuer UpdateTrustedTokenIssuer
            """),
        Harmless(
            .sso,
            "Where people may sign in, not who",
            """
            AddRegion RemoveRegion
            """),
        Harmless(
            .sso,
            "It ends sessions: nobody comes in",
            """
            BatchDeleteSession Logout
            """),
        Harmless(
            .sso,
            "A program registers or asks for a code: nobody comes in before a person agrees",
            """
            RegisterClient StartDeviceAuthorization
            """),
        Harmless(
            .ssoDirectory,
            "It opens nothing before it is in a group of the plan, which raises an alert",
            """
            CreateGroup CreateUser DeleteUser DisableUser EnableUser UpdateUser
            VerifyEmail
            """),
        Harmless(
            .ssoDirectory,
            "The plan names no users of the directory, and whoever takes our role raises an alert",
            """
            CompleteVirtualMfaDeviceRegistration
            CompleteWebAuthnDeviceRegistration DeleteMfaDeviceForUser
            StartVirtualMfaDeviceRegistration StartWebAuthnDeviceRegistration
            UpdateMfaDeviceForUser UpdatePassword
            """),
        Harmless(
            .ssoDirectory,
            "The name of the access portal",
            """
            CreateAlias
            """),
        Harmless(
            .identityStore,
            "It opens nothing before it is in a group of the plan, which raises an alert",
            """
            CreateGroup CreateUser DeleteUser UpdateUser
            """),
        Harmless(
            .identityStore,
            "It takes somebody out, and states the id of a membership, not the group",
            """
            DeleteGroupMembership
            """),
    ]
}
