import AccessPlan

extension Call {
    /// Changes to the table that knows which alerts were sent.
    static let tables: [Call] =
        [
            table(
                "CreateTable", "was created", "create",
                change: .settings(["billingMode", "deletionProtectionEnabled"]), undo: .deploy,
                .alters),
            table(
                "UpdateTable", "had its settings changed", "change the settings of",
                change: .settings([
                    "billingMode", "provisionedThroughput.writeCapacityUnits",
                    "onDemandThroughput.maxWriteRequestUnits", "deletionProtectionEnabled",
                    "sSESpecification.kMSMasterKeyId", "streamSpecification.streamEnabled",
                    "replicaUpdates", "tableClass",
                ]), undo: .deploy, .silences),
            table(
                "DeleteTable", "was deleted", "delete", change: .gone("table", "tableName"),
                undo: .deploy, .silences),
            table(
                "UpdateTimeToLive", "keeps its records for another time", "change the expiry of",
                change: .settings(
                    ["enabled", "attributeName"], what: "expiry"
                ).inside("timeToLiveSpecification"), undo: .deploy, .silences),
            table(
                "UpdateContinuousBackups", "had its backups changed", "change the backups of",
                change: .flag(
                    "point-in-time recovery",
                    "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled",
                    yes: .repairs), undo: .deploy, .alters),
            policy(
                "PutResourcePolicy", "got a new policy: who may use it", "change the policy of",
                change: .resourcePolicy("policy").gravity(.silences),
                undo: .remove("dynamodb delete-resource-policy --resource-arn {arn}")),
            policy(
                "DeleteResourcePolicy", "lost its policy: who may use it", "delete the policy of",
                change: .fact("policy", now: "deleted"), undo: .deploy),
            table(
                "UpdateContributorInsights", "had its statistics changed",
                "change the statistics of",
                change: .value("contributor insights", "contributorInsightsAction"), undo: .deploy,
                .notes),
            table(
                "UpdateTableReplicaAutoScaling", "had its scaling changed", "change the scaling of",
                change: .settings(["provisionedWriteCapacityAutoScalingUpdate", "replicaUpdates"]),
                undo: .deploy, .alters),
        ] + copies + globalTables
        + tags(
            .dynamoDB, .named(.dynamoDBTable, "resourceArn"),
            undo: "dynamodb untag-resource --resource-arn {arn} --tag-keys {tags keys}")

    /// What is written into the table from elsewhere, and what leaves it.
    private static let copies: [Call] = [
        table(
            "StartBulkPutItems", "is filled with records from a bucket", "fill",
            change: .settings(
                ["s3Bucket", "s3KeyPrefix"], what: "records from"
            ).inside("inputS3Configuration"),
            undo: .run(
                "dynamodb cancel-bulk-operation"
                    + " --bulk-operation-arn {response.bulkOperationDescription.bulkOperationArn}"),
            .silences),
        table(
            "EnableKinesisStreamingDestination", "has its changes sent to a stream",
            "send the changes to a stream of",
            change: .value("stream", "streamArn").who("streamArn"),
            undo: .run(
                "dynamodb disable-kinesis-streaming-destination --table-name {arn}"
                    + " --stream-arn {streamArn}"), .alters),
        table(
            "UpdateKinesisStreamingDestination", "had its stream changed", "change the stream of",
            change: .value("stream", "streamArn"),
            undo: .run(
                "dynamodb disable-kinesis-streaming-destination --table-name {arn}"
                    + " --stream-arn {streamArn}"), .alters),
        table(
            "DisableKinesisStreamingDestination", "no longer sends its changes to a stream",
            "stop the stream of", change: .removed("stream", "streamArn"),
            undo: .run(
                "dynamodb enable-kinesis-streaming-destination --table-name {arn}"
                    + " --stream-arn {streamArn}"), .notes),
        Call(
            .dynamoDB, "ExportTableToPointInTime", .named(.dynamoDBTable, "tableArn"),
            "is copied into a bucket", "copy",
            change: .value("copied to bucket", "s3Bucket").who("s3BucketOwner"),
            undo: .byHand("Delete the copy in the bucket that is named above"), .alters),
        table(
            "CreateBackup", "was backed up", "back up", change: .value("backup", "backupName"),
            undo: .run(
                "dynamodb delete-backup --backup-arn {response.backupDetails.backupArn}"), .alters),
        Call(
            .dynamoDB, "DeleteBackup", .named(.dynamoDBTable, "backupArn"), "lost a backup",
            "delete a backup of", change: .gone("backup", "backupArn"),
            undo: .byHand("Make a new backup: the deleted one does not come back"), .alters),
        Call(
            .dynamoDB, "RestoreTableToPointInTime",
            .named(.dynamoDBTable, "targetTableName", "sourceTableName"),
            "is restored to an earlier state, or copied", "restore or copy",
            change: .value("restored as", "targetTableName"), undo: .deploy, .alters),
        Call(
            .dynamoDB, "RestoreTableFromBackup", .named(.dynamoDBTable, "targetTableName"),
            "is restored from a backup", "restore",
            change: .value("restored as", "targetTableName"), undo: .deploy, .alters),
    ]

    /// The older form of tables in several Regions.
    private static let globalTables: [Call] = [
        global(
            "CreateGlobalTable", "is copied to other Regions", "copy % to other Regions",
            change: .list("replicas", "replicationGroup.regionName")),
        global(
            "UpdateGlobalTable", "had its replicas changed", "change the replicas of",
            change: .list("replicas", "replicaUpdates.create.regionName")),
        global(
            "UpdateGlobalTableSettings", "had its settings changed", "change the settings of",
            change: .settings([
                "globalTableBillingMode", "globalTableProvisionedWriteCapacityUnits",
            ])),
    ]

    private static func table(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .dynamoDB, name, .named(.dynamoDBTable, "tableName"), done, attempt, change: change,
            undo: undo, gravity)
    }

    private static func policy(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo
    ) -> Call {
        Call(
            .dynamoDB, name, .named(.dynamoDBTable, "resourceArn"), done, attempt, change: change,
            undo: undo, .silences)
    }

    private static func global(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader
    ) -> Call {
        Call(
            .dynamoDB, name, .named(.dynamoDBTable, "globalTableName"), done, attempt,
            change: change,
            undo: .byHand(
                "Remove the replicas that the plan does not name: DynamoDB, Global tables"),
            .alters)
    }
}
