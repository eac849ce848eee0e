extension Call {
    /// Calls of the services of identities that only read. IAM's Generate calls make reports.
    static let identityReads: [Service: Set<String>] = [
        .iam: iamReads, .sso: identityCenterReads,
        .account: names(
            """
            GetAccountInformation GetAlternateContact GetContactInformation
            GetGovCloudAccountInformation GetPrimaryEmail
            GetPrimaryEmailUpdateStatus GetRegionOptStatus ListRegions
            """),
        .identityStore: names(
            """
            DescribeGroup DescribeGroupMembership DescribeIdentityStore
            DescribeUser GetGroupId GetGroupMembershipId GetUserId
            IsMemberInGroups ListGroupMemberships ListGroupMembershipsForMember
            ListGroups ListIdentityStores ListUsers
            """),
        .organizations: names(
            """
            DescribeAccount DescribeCreateAccountStatus DescribeEffectivePolicy
            DescribeHandshake DescribeOrganization DescribeOrganizationalUnit
            DescribePolicy DescribeResourcePolicy DescribeResponsibilityTransfer
            ListAWSServiceAccessForOrganization ListAccounts
            ListAccountsForParent ListAccountsWithInvalidEffectivePolicy
            ListChildren ListCreateAccountStatus ListDelegatedAdministrators
            ListDelegatedServicesForAccount ListEffectivePolicyValidationErrors
            ListHandshakesForAccount ListHandshakesForOrganization
            ListInboundResponsibilityTransfers ListOrganizationalUnitsForParent
            ListOutboundResponsibilityTransfers ListParents ListPolicies
            ListPoliciesForTarget ListRoots ListTagsForResource
            ListTargetsForPolicy
            """),
        .signIn: names(
            """
            GetConsoleAuthorizationConfiguration GetResourcePolicy GetSession
            IntrospectOAuth2TokenWithIAM ListResourcePermissionStatements
            ListSessions
            """),
        .ssoDirectory: names(
            """
            DescribeDirectory DescribeGroups DescribeUsers
            GetAWSSPConfigurationForDirectory
            ListExternalIdPConfigurationsForDirectory ListGroupsForUser
            ListMembersInGroup ListMfaDevicesForUser SearchGroups SearchUsers
            """),
        .sts: names(
            """
            DecodeAuthorizationMessage GetAccessKeyInfo GetCallerIdentity
            """),
    ]

    /// Names separated by white space.
    static func names(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
