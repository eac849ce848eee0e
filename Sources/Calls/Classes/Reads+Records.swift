extension Call {
    /// Calls of what keeps records, and of what deploys, that only read.
    static let recordReads: [Service: Set<String>] = [
        .dynamoDB: Set(
            names: """
                BatchGetItem DescribeBackup DescribeBulkOperation
                DescribeContinuousBackups DescribeContributorInsights
                DescribeEndpoints DescribeExport DescribeGlobalTable
                DescribeGlobalTableSettings DescribeImport
                DescribeKinesisStreamingDestination DescribeLimits DescribeTable
                DescribeTableReplicaAutoScaling DescribeTimeToLive GetItem
                GetResourcePolicy ListBackups ListBulkOperations
                ListContributorInsights ListExports ListGlobalTables ListImports
                ListTables ListTagsOfResource Query Scan SearchVectors
                TransactGetItems
                """),
        .cloudTrail: Set(
            names: """
                DescribeQuery DescribeTrails GenerateQuery GetChannel GetDashboard
                GetEventConfiguration GetEventDataStore GetEventSelectors GetImport
                GetInsightSelectors GetQueryResults GetResourcePolicy GetTrail
                GetTrailStatus ListChannels ListDashboards ListEventDataStores
                ListImportFailures ListImports ListInsightsData
                ListInsightsMetricData ListPublicKeys ListQueries ListTags
                ListTrails LookupEvents SearchSampleQueries
                """),
        .logs: Set(
            names: """
                DescribeAccountPolicies DescribeConfigurationTemplates
                DescribeDeliveries DescribeDeliveryDestinations
                DescribeDeliverySources DescribeDestinations DescribeExportTasks
                DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks
                DescribeIndexPolicies DescribeLogGroups DescribeLogStreams
                DescribeLookupTables DescribeMetricFilters DescribeQueries
                DescribeQueryDefinitions DescribeResourcePolicies
                DescribeSubscriptionFilters FilterLogEvents GetDataProtectionPolicy
                GetDelivery GetDeliveryDestination GetDeliveryDestinationPolicy
                GetDeliverySource GetIntegration GetLogAnomalyDetector GetLogEvents
                GetLogFields GetLogGroupFields GetLogObject GetLogRecord
                GetLookupTable GetQueryResults GetScheduledQuery
                GetScheduledQueryHistory GetStorageTierPolicy GetTransformer
                ListAggregateLogGroupSummaries ListAnomalies ListIntegrations
                ListLogAnomalyDetectors ListLogGroups ListLogGroupsForQuery
                ListScheduledQueries ListSourcesForS3TableIntegration
                ListSyslogConfigurations ListTagsForResource ListTagsLogGroup
                StartLiveTail StartQuery TestMetricFilter TestTransformer
                """),
        .s3: Set(
            names: """
                GetAccelerateConfiguration GetAccountPublicAccessBlock
                GetBucketAbac GetBucketAccelerateConfiguration GetBucketAcl
                GetBucketAnalyticsConfiguration GetBucketCors GetBucketEncryption
                GetBucketIntelligentTieringConfiguration
                GetBucketInventoryConfiguration GetBucketLifecycle
                GetBucketLifecycleConfiguration GetBucketLocation GetBucketLogging
                GetBucketMetadataConfiguration GetBucketMetadataTableConfiguration
                GetBucketMetricsConfiguration GetBucketNotification
                GetBucketNotificationConfiguration GetBucketObjectLockConfiguration
                GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus
                GetBucketPublicAccessBlock GetBucketReplication
                GetBucketRequestPayment GetBucketTagging GetBucketVersioning
                GetBucketWebsite GetObject GetObjectAcl GetObjectAnnotation
                GetObjectAttributes GetObjectLegalHold GetObjectLockConfiguration
                GetObjectRetention GetObjectTagging GetObjectTorrent
                GetPublicAccessBlock HeadBucket HeadObject
                ListBucketAnalyticsConfigurations
                ListBucketIntelligentTieringConfigurations
                ListBucketInventoryConfigurations ListBucketMetricsConfigurations
                ListBuckets ListDirectoryBuckets ListMultipartUploads
                ListObjectAnnotations ListObjectVersions ListObjects ListObjectsV2
                ListParts SelectObjectContent
                """),
        .cloudFormation: Set(
            names: """
                BatchDescribeTypeConfigurations DescribeAccountLimits
                DescribeChangeSet DescribeChangeSetHooks DescribeEvents
                DescribeGeneratedTemplate DescribeOrganizationsAccess
                DescribePublisher DescribeResourceScan
                DescribeStackDriftDetectionStatus DescribeStackEvents
                DescribeStackInstance DescribeStackRefactor DescribeStackResource
                DescribeStackResourceDrifts DescribeStackResources DescribeStackSet
                DescribeStackSetOperation DescribeStacks DescribeType
                DescribeTypeRegistration DetectStackDrift DetectStackResourceDrift
                DetectStackSetDrift EstimateTemplateCost GetGeneratedTemplate
                GetHookResult GetStackPolicy GetTemplate GetTemplateSummary
                ListChangeSets ListExports ListGeneratedTemplates ListHookResults
                ListImports ListResourceScanRelatedResources
                ListResourceScanResources ListResourceScans
                ListStackInstanceResourceDrifts ListStackInstances
                ListStackRefactorActions ListStackRefactors ListStackResources
                ListStackSetAutoDeploymentTargets ListStackSetOperationResults
                ListStackSetOperations ListStackSets ListStacks
                ListTypeRegistrations ListTypeVersions ListTypes ValidateTemplate
                """),
    ]
}
