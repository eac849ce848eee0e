extension Call {
    static let iamReads = names(
        """
        GenerateCredentialReport GenerateOrganizationsAccessReport
        GenerateServiceLastAccessedDetails GetAccessKeyLastUsed
        GetAccountAuthorizationDetails GetAccountPasswordPolicy
        GetAccountProperties GetAccountSummary GetContextKeysForCustomPolicy
        GetContextKeysForPrincipalPolicy GetCredentialReport
        GetDelegationRequest GetGroup GetGroupPolicy GetHumanReadableSummary
        GetInstanceProfile GetLoginProfile GetMFADevice
        GetOpenIDConnectProvider GetOrganizationsAccessReport
        GetOutboundWebIdentityFederationInfo GetPolicy GetPolicyVersion
        GetRole GetRolePolicy GetRoleTemplateVersion GetSAMLProvider
        GetSSHPublicKey GetServerCertificate GetServiceLastAccessedDetails
        GetServiceLastAccessedDetailsWithEntities
        GetServiceLinkedRoleDeletionStatus GetUser GetUserPolicy
        ListAccessKeys ListAccountAliases ListAttachedGroupPolicies
        ListAttachedRolePolicies ListAttachedUserPolicies
        ListDelegationRequests ListEntitiesForPolicy ListGroupPolicies
        ListGroups ListGroupsForUser ListInstanceProfileTags
        ListInstanceProfiles ListInstanceProfilesForRole ListMFADeviceTags
        ListMFADevices ListOpenIDConnectProviderTags
        ListOpenIDConnectProviders ListOrganizationsFeatures ListPolicies
        ListPoliciesGrantingServiceAccess ListPolicyTags ListPolicyVersions
        ListRolePolicies ListRoleTags ListRoles ListSAMLProviderTags
        ListSAMLProviders ListSSHPublicKeys ListServerCertificateTags
        ListServerCertificates ListServiceSpecificCredentials
        ListSigningCertificates ListUserPolicies ListUserTags ListUsers
        ListVirtualMFADevices SimulateCustomPolicy SimulatePrincipalPolicy
        """)
}
