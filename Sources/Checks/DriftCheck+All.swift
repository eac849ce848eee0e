extension DriftCheck {
    /// The catalog, in the order in which a report shows it: what a reader asks first comes first,
    /// and within a question a cause comes before what it explains.
    public static let all: [DriftCheck] = [
        // Shut
        emergencyGroupsHaveNoMembers,
        federationAppIsInactive,
        federationAppHasNoDirectUsers,
        onlyEmergencyGroupsReachTheApp,
        noRuleFillsAnEmergencyGroup,
        noActivePrivilegedAssignment,
        groupsAndAppUntouchedSinceLastRun,
        nobodySignedInThroughTheApp,
        emergencyRolesUnused,
        noSessionIsAlive,
        breakGlassPasswordUnused,
        appHoldsNoAWSKeys,

        // Ready: roles
        emergencyAccountIsActive,
        emergencyRolesExist,
        workloadRolesExist,
        emergencyRolesTrustTheProvider,
        emergencyRolesAssumeOnlyPlannedRoles,
        workloadRolesTrustOnlyTheirEmergencyRole,
        sourceIdentityPassesTheChain,
        workloadRolesCarryThePlannedPolicies,
        nothingBlocksTheEmergencyRoles,
        sessionDurationsFit,
        planMatchesOrganization,
        breakGlassRolesTrustOnlyTheUsersWithMFA,

        // Ready: federation
        samlProviderExists,
        samlCertificateIsNotExpiring,
        idpCertificateIsInTheProvider,
        federationAppExists,
        emergencyGroupsExist,
        emergencyGroupsAreAssigned,
        groupNamesResolveToRoles,
        appSettingsAreSane,
        signOnPolicyDemandsMFA,
        respondersAreReady,
        checkerCredentialIsHealthy,

        // Ready: break-glass users
        breakGlassUsersCanSignIn,
        breakGlassUsersHaveMFA,
        breakGlassUsersHaveNoKeys,
        breakGlassPasswordsAreFresh,
        breakGlassUsersCarryThePlannedPolicies,
        rootIsSafe,

        // Heard
        trailIsLogging,
        rulesExistInEveryRegion,
        rulesSeeReadOnlyEvents,
        rulePatternsMatch,
        rulesReachTheHub,
        functionsAreLive,
        topicKeyWorks,
        topicHasConfirmedSubscribers,
        queuesAreEmptyAndAlarmsLive,
        canaryWasHeard,
        everyDueEventWasTold,
        idpLogStreamIsActive,
        securityContactIsSet,

        // Exercised
        drillIsRecent,
        stackMatchesTemplate,
    ]

    /// A check by its id, or `nil`.
    public static func named(_ id: String) -> DriftCheck? {
        all.first { $0.id == id }
    }
}

extension DriftCheck {
    /// Ids that have changed, and what they are now: a waiver with an old id is rejected.
    public static let renamed = ["plan-matches-organisation": "plan-matches-organization"]
}
