extension Call {
    static let identityCenterReads = names(
        """
        BatchGetSession DescribeAccountAssignmentCreationStatus
        DescribeAccountAssignmentDeletionStatus DescribeApplication
        DescribeApplicationAssignment DescribeApplicationProvider
        DescribeInstance DescribeInstanceAccessControlAttributeConfiguration
        DescribePermissionSet DescribePermissionSetProvisioningStatus
        DescribePermissionsPolicies DescribeRegion
        DescribeTrustedTokenIssuer GetApplicationAccessScope
        GetApplicationAssignmentConfiguration
        GetApplicationAuthenticationMethod GetApplicationGrant
        GetApplicationInstance GetApplicationSessionConfiguration
        GetApplicationTemplate GetInlinePolicyForPermissionSet
        GetMfaDeviceManagementForDirectory GetPermissionSet
        GetPermissionsBoundaryForPermissionSet GetSSOStatus
        ListAccountAssignmentCreationStatus
        ListAccountAssignmentDeletionStatus ListAccountAssignments
        ListAccountAssignmentsForPrincipal ListAccountRoles ListAccounts
        ListAccountsForProvisionedPermissionSet ListApplicationAccessScopes
        ListApplicationAssignments ListApplicationAssignmentsForPrincipal
        ListApplicationAuthenticationMethods ListApplicationGrants
        ListApplicationInstanceCertificates ListApplicationInstances
        ListApplicationProviders ListApplicationTemplates ListApplications
        ListCustomerManagedPolicyReferencesInPermissionSet
        ListDirectoryAssociations ListInstances
        ListManagedPoliciesInPermissionSet
        ListPermissionSetProvisioningStatus ListPermissionSets
        ListPermissionSetsProvisionedToAccount ListProfileAssociations
        ListProfiles ListRegions ListSessions ListTagsForResource
        ListTrustedTokenIssuers
        """)
}
