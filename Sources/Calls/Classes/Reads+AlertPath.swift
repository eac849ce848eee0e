extension Call {
    /// Calls of the services of the alert path that only read.
    static let alertPathReads = senderReads.merging(recordReads) { $0.union($1) }

    /// Calls of what sends alerts that only read: each was looked up, whatever its name begins with.
    static let senderReads: [Service: Set<String>] = [
        .events: Set(
            names: """
                DescribeApiDestination DescribeArchive DescribeConnection
                DescribeEndpoint DescribeEventBus DescribeEventSource
                DescribePartnerEventSource DescribeReplay DescribeRule
                ListApiDestinations ListArchives ListConnections ListEndpoints
                ListEventBuses ListEventSources ListPartnerEventSourceAccounts
                ListPartnerEventSources ListReplays ListRuleNamesByTarget ListRules
                ListTagsForResource ListTargetsByRule TestEventPattern
                """),
        .scheduler: Set(
            names: """
                GetSchedule GetScheduleGroup ListScheduleGroups ListSchedules
                ListTagsForResource
                """),
        .sns: Set(
            names: """
                CheckIfPhoneNumberIsOptedOut GetDataProtectionPolicy
                GetEndpointAttributes GetPlatformApplicationAttributes
                GetSMSAttributes GetSMSSandboxAccountStatus
                GetSubscriptionAttributes GetTopicAttributes
                ListEndpointsByPlatformApplication ListOriginationNumbers
                ListPhoneNumbersOptedOut ListPlatformApplications
                ListSMSSandboxPhoneNumbers ListSubscriptions
                ListSubscriptionsByTopic ListTagsForResource ListTopics
                """),
        .smsVoice: Set(
            names: """
                CarrierLookup DescribeAccountAttributes DescribeAccountLimits
                DescribeConfigurationSets DescribeKeywords
                DescribeNotifyConfigurations DescribeNotifyTemplates
                DescribeOptOutLists DescribeOptedOutNumbers DescribePhoneNumbers
                DescribePools DescribeProtectConfigurations
                DescribeRcsAgentCountryLaunchStatus DescribeRcsAgents
                DescribeRegistrationAttachments
                DescribeRegistrationFieldDefinitions
                DescribeRegistrationFieldValues
                DescribeRegistrationSectionDefinitions
                DescribeRegistrationTypeDefinitions DescribeRegistrationVersions
                DescribeRegistrations DescribeSenderIds DescribeSpendLimits
                DescribeVerifiedDestinationNumbers
                GetProtectConfigurationCountryRuleSet GetResourcePolicy
                ListAvailablePhoneNumbers ListNotifyCountries
                ListPoolOriginationIdentities
                ListProtectConfigurationRuleSetNumberOverrides
                ListRegistrationAssociations ListTagsForResource
                """),
        .kms: Set(
            names: """
                DescribeCustomKeyStores DescribeKey GetKeyLastUsage GetKeyPolicy
                GetKeyRotationStatus GetParametersForImport GetPublicKey
                ListAliases ListGrants ListKeyPolicies ListKeyRotations ListKeys
                ListResourceTags ListRetirableGrants
                """),
        .lambda: Set(
            names: """
                GetAccountSettings GetAlias GetCapacityProvider
                GetCodeSigningConfig GetDurableExecution GetDurableExecutionHistory
                GetDurableExecutionState GetEventSourceMapping GetFunction
                GetFunctionCodeSigningConfig GetFunctionConcurrency
                GetFunctionConfiguration GetFunctionEventInvokeConfig
                GetFunctionRecursionConfig GetFunctionScalingConfig
                GetFunctionUrlConfig GetLayerVersion GetLayerVersionByArn
                GetLayerVersionPolicy GetPolicy GetProvisionedConcurrencyConfig
                GetResourcePolicy GetRuntimeManagementConfig ListAliases
                ListCapacityProviders ListCodeSigningConfigs
                ListDurableExecutionsByFunction ListEventSourceMappings
                ListFunctionEventInvokeConfigs ListFunctionUrlConfigs
                ListFunctionVersionsByCapacityProvider ListFunctions
                ListFunctionsByCodeSigningConfig ListLayerVersions ListLayers
                ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction
                """),
        .sqs: Set(
            names: """
                GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues
                ListMessageMoveTasks ListQueueTags ListQueues
                """),
        .cloudWatch: Set(
            names: """
                DescribeAlarmContributors DescribeAlarmHistory DescribeAlarms
                DescribeAlarmsForMetric DescribeAnomalyDetectors
                DescribeInsightRules GetAlarmMuteRule GetDashboard GetDataset
                GetInsightRuleReport GetMetricData GetMetricDataQueryDefinition
                GetMetricStatistics GetMetricStream GetMetricWidgetImage
                GetOTelEnrichment GetResourceMetricsConfiguration
                ListAlarmMuteRules ListDashboards ListManagedInsightRules
                ListMetricDataQueryDefinitions ListMetricStreams ListMetrics
                ListTagsForResource
                """),
    ]
}
