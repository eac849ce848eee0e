import AccessPlan

extension Tampering {
    /// Changes to the rules that match events and to the buses that receive them.
    static let rules = [
        Tampering(
            title: "An EventBridge rule or its targets are changed",
            source: "events.amazonaws.com",
            names: [
                "PutRule", "DeleteRule", "DisableRule", "EnableRule", "PutTargets",
                "RemoveTargets",
            ],
            type: .eventRule, parameters: ["rule", "name"],
            also: [.eventBus: "eventBusName"]),
        Tampering(
            title: "An event bus or who may put events on it is changed",
            source: "events.amazonaws.com",
            names: [
                "CreateEventBus", "UpdateEventBus", "DeleteEventBus", "PutPermission",
                "RemovePermission", "ActivateEventSource", "DeactivateEventSource",
                "DeletePartnerEventSource",
            ],
            type: .eventBus, parameters: ["eventBusName", "name"]),
        Tampering(
            title: "The archive of events is changed",
            source: "events.amazonaws.com",
            names: ["CreateArchive", "UpdateArchive", "DeleteArchive"],
            type: .eventArchive, parameters: ["archiveName"]),
    ]

    /// Changes to the topics and their subscribers.
    static let topics = [
        Tampering(
            title: "A topic, its key or who may publish to it is changed",
            source: "sns.amazonaws.com",
            names: [
                "CreateTopic", "DeleteTopic", "SetTopicAttributes", "AddPermission",
                "RemovePermission", "PutDataProtectionPolicy",
            ],
            type: .snsTopic, parameters: ["topicArn", "resourceArn", "name"]),
        Tampering(
            title: "Somebody begins or ceases to hear a topic, or hears another part of it",
            source: "sns.amazonaws.com",
            names: ["Subscribe", "ConfirmSubscription"],
            type: .snsTopic, parameters: ["topicArn"]),
        Tampering(
            title: "A subscription is taken away or changed",
            source: "sns.amazonaws.com",
            names: ["Unsubscribe", "SetSubscriptionAttributes"],
            type: .snsSubscription, parameters: ["subscriptionArn"]),
    ]

    /// Changes to the key without which nothing can be published.
    static let keys = [
        Tampering(
            title: "A key is disabled, deleted, or given to others",
            source: "kms.amazonaws.com",
            names: [
                "DisableKey", "EnableKey", "ScheduleKeyDeletion", "CancelKeyDeletion",
                "PutKeyPolicy", "DisableKeyRotation", "EnableKeyRotation", "CreateGrant",
                "RevokeGrant", "RetireGrant", "ImportKeyMaterial", "DeleteImportedKeyMaterial",
                "UpdateKeyDescription", "UpdatePrimaryRegion", "ReplicateKey",
                "RotateKeyOnDemand", "DeleteKey", "DeleteExpiredKeyMaterial",
            ],
            type: .kmsKey, parameters: ["keyId"]),
        Tampering(
            title: "A key's alias is made, moved or deleted",
            source: "kms.amazonaws.com",
            names: ["CreateAlias", "UpdateAlias", "DeleteAlias"],
            type: .kmsKey, parameters: ["aliasName", "targetKeyId"]),
    ]

    /// Changes to the trail: without one, EventBridge sees nothing.
    static let trails = [
        Tampering(
            title: "A trail is stopped, changed or deleted",
            source: "cloudtrail.amazonaws.com",
            names: [
                "CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging",
                "PutEventSelectors", "PutInsightSelectors",
            ],
            type: .trail, parameters: ["name", "trailName"])
    ]

    /// Changes to the functions, and to what calls them and how often.
    static let functions = [
        Tampering(
            title: "A function's code, settings or callers are changed",
            source: "lambda.amazonaws.com",
            names: [
                "CreateFunction", "UpdateFunctionCode", "UpdateFunctionConfiguration",
                "DeleteFunction", "AddPermission", "RemovePermission", "PutFunctionConcurrency",
                "DeleteFunctionConcurrency", "PutFunctionEventInvokeConfig",
                "UpdateFunctionEventInvokeConfig", "DeleteFunctionEventInvokeConfig",
                "PublishVersion", "CreateAlias", "UpdateAlias", "DeleteAlias",
                "PutFunctionRecursionConfig", "PutRuntimeManagementConfig",
                "PutFunctionCodeSigningConfig", "DeleteFunctionCodeSigningConfig",
                "CreateFunctionUrlConfig", "UpdateFunctionUrlConfig", "DeleteFunctionUrlConfig",
                "CreateEventSourceMapping", "UpdateEventSourceMapping",
                "PutProvisionedConcurrencyConfig", "DeleteProvisionedConcurrencyConfig",
            ],
            type: .lambdaFunction, parameters: ["functionName"])
    ]

    /// Changes to queues, the table, logs and the bucket that holds the code.
    static let stores = [
        Tampering(
            title: "A queue is changed, emptied or deleted",
            source: "sqs.amazonaws.com",
            names: [
                "CreateQueue", "DeleteQueue", "PurgeQueue", "SetQueueAttributes", "AddPermission",
                "RemovePermission", "StartMessageMoveTask", "CancelMessageMoveTask",
            ],
            type: .sqsQueue, parameters: ["queueUrl", "queueName", "sourceArn"]),
        Tampering(
            title: "The table of state is changed or deleted",
            source: "dynamodb.amazonaws.com",
            names: [
                "CreateTable", "UpdateTable", "DeleteTable", "UpdateTimeToLive",
                "UpdateContinuousBackups", "PutResourcePolicy", "DeleteResourcePolicy",
                "RestoreTableToPointInTime", "RestoreTableFromBackup",
            ],
            type: .dynamoDBTable, parameters: ["tableName", "targetTableName", "resourceArn"]),
        Tampering(
            title: "A function's log is deleted or kept for less time",
            source: "logs.amazonaws.com",
            names: [
                "DeleteLogGroup", "DeleteLogStream", "PutRetentionPolicy",
                "DeleteRetentionPolicy", "AssociateKmsKey", "DisassociateKmsKey",
                "PutMetricFilter", "DeleteMetricFilter", "PutSubscriptionFilter",
                "DeleteSubscriptionFilter",
            ],
            type: .logGroup, parameters: ["logGroupName"]),
        Tampering(
            title: "The bucket that holds the code is changed",
            source: "s3.amazonaws.com",
            names: [
                "DeleteBucket", "PutBucketPolicy", "DeleteBucketPolicy", "PutBucketVersioning",
                "PutBucketEncryption", "DeleteBucketEncryption", "PutBucketPublicAccessBlock",
                "DeleteBucketPublicAccessBlock", "PutBucketAcl", "PutBucketLifecycle",
                "PutBucketLifecycleConfiguration",
            ],
            type: .s3Bucket, parameters: ["bucketName"]),
    ]

    /// Changes to what runs the checks, and to the alarms about missing runs.
    static let clocks = [
        Tampering(
            title: "A schedule is changed or deleted",
            source: "scheduler.amazonaws.com",
            names: ["CreateSchedule", "UpdateSchedule", "DeleteSchedule"],
            type: .schedule, parameters: ["name"]),
        Tampering(
            title: "A group of schedules is deleted",
            source: "scheduler.amazonaws.com",
            names: ["DeleteScheduleGroup"],
            type: .scheduleGroup, parameters: ["name"]),
        Tampering(
            title: "An alarm is changed, silenced or deleted",
            source: "monitoring.amazonaws.com",
            names: [
                "PutMetricAlarm", "PutCompositeAlarm", "DeleteAlarms", "DisableAlarmActions",
                "EnableAlarmActions", "SetAlarmState",
            ],
            type: .alarm, parameters: ["alarmName", "alarmNames"]),
    ]

    /// Changes to what deployed all of it.
    static let stacks = [
        Tampering(
            title: "One of our stacks is changed or deleted",
            source: "cloudformation.amazonaws.com",
            names: [
                "CreateStack", "UpdateStack", "DeleteStack", "ExecuteChangeSet",
                "SetStackPolicy", "UpdateTerminationProtection", "CancelUpdateStack",
                "ContinueUpdateRollback", "RollbackStack",
            ],
            type: .stack, parameters: ["stackName"]),
        Tampering(
            title: "One of our stack sets is changed or deleted",
            source: "cloudformation.amazonaws.com",
            names: [
                "CreateStackSet", "UpdateStackSet", "DeleteStackSet", "CreateStackInstances",
                "UpdateStackInstances", "DeleteStackInstances", "StopStackSetOperation",
            ],
            type: .stackSet, parameters: ["stackSetName"]),
    ]
}
