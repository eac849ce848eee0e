extension Call {
    /// What keeps records, and what deploys.
    static let records: [Harmless] = [
        Harmless(.dynamoDB, "Makes a new table, which nothing of ours uses", "ImportTable"),
        Harmless(
            .dynamoDB, "Ends a load of records, whose start has a row", "CancelBulkOperation"),
        Harmless(
            .cloudWatch, "Is about dashboards and statistics, which send no alert",
            """
            DeleteDashboards DeleteInsightRules DeleteMetricDataQueryDefinition
            DisableInsightRules EnableInsightRules PutDashboard PutInsightRule
            PutManagedInsightRules PutMetricDataQueryDefinition
            """),
        Harmless(
            .cloudWatch, "Is about anomalies, which no alarm of ours uses",
            "DeleteAnomalyDetector PutAnomalyDetector"),
        Harmless(
            .cloudWatch, "Is about copies of metrics, on which no alarm of ours depends",
            """
            AssociateDatasetKmsKey CreateResourceMetricsConfiguration DeleteMetricStream
            DeleteResourceMetricsConfiguration DisassociateDatasetKmsKey PutMetricStream
            StartMetricStreams StartOTelEnrichment StopMetricStreams StopOTelEnrichment
            UpdateOTelEnrichment UpdateResourceMetricsConfiguration
            """),
        Harmless(
            .cloudTrail, "Is about CloudTrail Lake, from which no alert comes",
            """
            CancelQuery CreateChannel CreateDashboard CreateEventDataStore DeleteChannel
            DeleteDashboard DeleteEventDataStore DisableFederation EnableFederation
            RestoreEventDataStore StartDashboardRefresh StartEventDataStoreIngestion StartImport
            StartQuery StopEventDataStoreIngestion StopImport UpdateChannel UpdateDashboard
            UpdateEventDataStore
            """),
        Harmless(
            .cloudTrail, "Is about channels and event data stores, not about trails",
            "DeleteResourcePolicy PutResourcePolicy"),
        Harmless(
            .logs, "Is about the delivery of other services' logs",
            """
            CreateDelivery DeleteDelivery DeleteDeliveryDestination DeleteDeliveryDestinationPolicy
            DeleteDeliverySource DeleteDestination PutDeliveryDestination
            PutDeliveryDestinationPolicy PutDeliverySource PutDestination PutDestinationPolicy
            UpdateDeliveryConfiguration
            """),
        Harmless(
            .logs, "Is about saved queries and what they look up",
            """
            CreateLookupTable DeleteLookupTable DeleteQueryDefinition DeleteScheduledQuery
            PutQueryDefinition StopQuery UpdateLookupTable
            """),
        Harmless(
            .logs, "Is about tasks and detectors that leave the log as it is",
            """
            CancelExportTask CancelImportTask CreateImportTask DeleteLogAnomalyDetector
            UpdateAnomaly UpdateLogAnomalyDetector
            """),
        Harmless(
            .logs, "Is about other stores that logs are copied to",
            """
            AssociateSourceToS3TableIntegration DeleteIntegration
            DisassociateSourceFromS3TableIntegration PutIntegration PutStorageTierPolicy
            """),
        Harmless(
            .cloudFormation, "Is about types, hooks and modules, which our templates do not use",
            """
            ActivateType DeactivateType DeregisterType PublishType RecordHandlerProgress
            RegisterPublisher RegisterType SetTypeConfiguration SetTypeDefaultVersion TestType
            """),
        Harmless(
            .cloudFormation, "Writes a template, and changes no resource",
            """
            CreateGeneratedTemplate DeleteGeneratedTemplate StartResourceScan
            UpdateGeneratedTemplate
            """),
        Harmless(
            .cloudFormation, "Says to which stack a resource belongs, and leaves it as it is",
            "CreateStackRefactor ExecuteStackRefactor RemoveAlias SetAlias"),
    ]
}
