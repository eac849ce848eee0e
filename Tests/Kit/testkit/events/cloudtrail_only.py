"""Names that CloudTrail writes although no operation of botocore's models has them.

Each group says where the names are from. A name that a later botocore has is taken out: a test says so.
"""

import dataclasses

_USER_GUIDE = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/"
_IDENTITY_CENTER = "https://docs.aws.amazon.com/singlesignon/latest/userguide/"


@dataclasses.dataclass(frozen=True)
class Group:
    """Names of one service, from one document."""

    service: str
    """The first word of `eventSource`."""
    source: str
    names: str

    @property
    def events(self):
        return [(self.service, name) for name in self.names.split()]


GROUPS = [
    Group("signin", _USER_GUIDE + "cloudtrail-event-reference-aws-console-sign-in-events.html", """
        ConsoleLogin CheckMfa SwitchRole ExitRole RenewRole GetSigninToken
        PasswordRecoveryRequested PasswordRecoveryCompleted PasswordUpdated EmailUpdated"""),
    # `aws login`: the browser's part of it is no operation.
    Group("signin", "https://docs.aws.amazon.com/signin/latest/userguide/command-line-sign-in.html",
          "AuthorizeOAuth2Access"),
    Group("signin", _IDENTITY_CENTER + "understanding-sign-in-events.html",
          "UserAuthentication CredentialChallenge CredentialVerification"),
    # What the console and the access portal call.
    Group("sso", _IDENTITY_CENTER + "sso-info-in-cloudtrail.html", """
        AssociateDirectory AssociateProfile BatchDeleteSession BatchGetSession
        CreateApplicationInstance CreateApplicationInstanceCertificate CreateProfile
        DeleteApplicationInstance DeleteApplicationInstanceCertificate DeletePermissionsPolicy
        DeleteProfile DescribePermissionsPolicies DisassociateDirectory DisassociateProfile
        GetApplicationInstance GetApplicationTemplate GetMfaDeviceManagementForDirectory
        GetPermissionSet GetSSOStatus ImportApplicationInstanceServiceProviderMetadata
        ListApplicationInstances ListApplicationInstanceCertificates ListApplicationTemplates
        ListDirectoryAssociations ListProfileAssociations ListProfiles ListSessions
        PutMfaDeviceManagementForDirectory PutPermissionsPolicy StartSSO
        UpdateApplicationInstanceActiveCertificate UpdateApplicationInstanceDisplayData
        UpdateApplicationInstanceServiceProviderConfiguration UpdateApplicationInstanceStatus
        UpdateApplicationInstanceResponseConfiguration
        UpdateApplicationInstanceResponseSchemaConfiguration
        UpdateApplicationInstanceSecurityConfiguration UpdateDirectoryAssociation UpdateProfile
        Authenticate Federate"""),
    Group("sso-directory", _IDENTITY_CENTER + "sso-info-in-cloudtrail.html", """
        AddMemberToGroup CompleteVirtualMfaDeviceRegistration CompleteWebAuthnDeviceRegistration
        CreateAlias CreateExternalIdPConfigurationForDirectory CreateGroup CreateUser
        DeleteExternalIdPConfigurationForDirectory DeleteGroup DeleteMfaDeviceForUser DeleteUser
        DescribeDirectory DescribeGroups DescribeUsers
        DisableExternalIdPConfigurationForDirectory DisableUser
        EnableExternalIdPConfigurationForDirectory EnableUser GetAWSSPConfigurationForDirectory
        ListExternalIdPConfigurationsForDirectory ListGroupsForUser ListMembersInGroup
        ListMfaDevicesForUser PutMfaDeviceManagementForDirectory RemoveMemberFromGroup
        SearchGroups SearchUsers StartVirtualMfaDeviceRegistration
        StartWebAuthnDeviceRegistration UpdateExternalIdPConfigurationForDirectory UpdateGroup
        UpdateMfaDeviceForUser UpdatePassword UpdateUser VerifyEmail"""),
    # What AWS does to a key by itself: AwsServiceEvent.
    Group("kms", "https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html",
          "RotateKey DeleteKey DeleteExpiredKeyMaterial SynchronizeMultiRegionKey"),
    # S3 writes other names than its API has, for buckets and for the account.
    Group("s3", "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html", """
        DeleteAccountPublicAccessBlock DeleteBucketPublicAccessBlock GetAccelerateConfiguration
        GetAccountPublicAccessBlock GetBucketObjectLockConfiguration GetBucketPublicAccessBlock
        PutAccelerateConfiguration PutAccountPublicAccessBlock PutBucketObjectLockConfiguration
        PutBucketPublicAccessBlock"""),
]  # fmt: skip

NAMES = {event: group.source for group in GROUPS for event in group.events}
"""The document that each (service, name) is from."""
