import AccessPlan

extension Call {
    /// Changes to queues, the table, logs and the bucket that holds the code.
    static let stores: [Call] = [
        // A queue is changed, emptied or deleted.
        Call(
            .sqs, "CreateQueue", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "was changed by CreateQueue", "change", undo: .deploy, .silences),
        Call(
            .sqs, "DeleteQueue", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "was deleted", "delete", undo: .deploy, .silences),
        Call(
            .sqs, "PurgeQueue", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "was emptied", "empty", undo: .deploy, .silences),
        Call(
            .sqs, "SetQueueAttributes", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "had its settings changed", "change the settings of", undo: .deploy, .silences),
        Call(
            .sqs, "AddPermission", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "got a further permission", "give another permission on", undo: .deploy, .silences),
        Call(
            .sqs, "RemovePermission", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "lost a permission", "take a permission from", undo: .deploy, .silences),
        Call(
            .sqs, "StartMessageMoveTask", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "was changed by StartMessageMoveTask", "change", undo: .deploy, .silences),
        Call(
            .sqs, "CancelMessageMoveTask", .named(.sqsQueue, "queueUrl", "queueName", "sourceArn"),
            "was changed by CancelMessageMoveTask", "change", undo: .deploy, .silences),
        // The table of state is changed or deleted.
        Call(
            .dynamoDB, "CreateTable",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "was changed by CreateTable", "change", undo: .deploy, .silences),
        Call(
            .dynamoDB, "UpdateTable",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "had its settings changed", "change the settings of", undo: .deploy, .silences),
        Call(
            .dynamoDB, "DeleteTable",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"), "was deleted",
            "delete", undo: .deploy, .silences),
        Call(
            .dynamoDB, "UpdateTimeToLive",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "keeps its records for another time", "change the expiry of", undo: .deploy, .silences),
        Call(
            .dynamoDB, "UpdateContinuousBackups",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "was changed by UpdateContinuousBackups", "change", undo: .deploy, .silences),
        Call(
            .dynamoDB, "PutResourcePolicy",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "was changed by PutResourcePolicy", "change", undo: .deploy, .silences),
        Call(
            .dynamoDB, "DeleteResourcePolicy",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "was changed by DeleteResourcePolicy", "change", undo: .deploy, .silences),
        Call(
            .dynamoDB, "RestoreTableToPointInTime",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "was changed by RestoreTableToPointInTime", "change", undo: .deploy, .silences),
        Call(
            .dynamoDB, "RestoreTableFromBackup",
            .named(.dynamoDBTable, "tableName", "targetTableName", "resourceArn"),
            "was changed by RestoreTableFromBackup", "change", undo: .deploy, .silences),
        // A function's log is deleted or kept for less time.
        Call(
            .logs, "DeleteLogGroup", .named(.logGroup, "logGroupName"), "was deleted", "delete",
            undo: .deploy, .silences),
        Call(
            .logs, "DeleteLogStream", .named(.logGroup, "logGroupName"),
            "was changed by DeleteLogStream", "change", undo: .deploy, .silences),
        Call(
            .logs, "PutRetentionPolicy", .named(.logGroup, "logGroupName"),
            "was changed by PutRetentionPolicy", "change", undo: .deploy, .silences),
        Call(
            .logs, "DeleteRetentionPolicy", .named(.logGroup, "logGroupName"),
            "was changed by DeleteRetentionPolicy", "change", undo: .deploy, .silences),
        Call(
            .logs, "AssociateKmsKey", .named(.logGroup, "logGroupName"),
            "was changed by AssociateKmsKey", "change", undo: .deploy, .silences),
        Call(
            .logs, "DisassociateKmsKey", .named(.logGroup, "logGroupName"),
            "was changed by DisassociateKmsKey", "change", undo: .deploy, .silences),
        Call(
            .logs, "PutMetricFilter", .named(.logGroup, "logGroupName"),
            "was changed by PutMetricFilter", "change", undo: .deploy, .silences),
        Call(
            .logs, "DeleteMetricFilter", .named(.logGroup, "logGroupName"),
            "was changed by DeleteMetricFilter", "change", undo: .deploy, .silences),
        Call(
            .logs, "PutSubscriptionFilter", .named(.logGroup, "logGroupName"),
            "was changed by PutSubscriptionFilter", "change", undo: .deploy, .silences),
        Call(
            .logs, "DeleteSubscriptionFilter", .named(.logGroup, "logGroupName"),
            "was changed by DeleteSubscriptionFilter", "change", undo: .deploy, .silences),
        // The bucket that holds the code is changed.
        Call(
            .s3, "DeleteBucket", .named(.s3Bucket, "bucketName"), "was changed by DeleteBucket",
            "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketPolicy", .named(.s3Bucket, "bucketName"),
            "was changed by PutBucketPolicy", "change", undo: .deploy, .silences),
        Call(
            .s3, "DeleteBucketPolicy", .named(.s3Bucket, "bucketName"),
            "was changed by DeleteBucketPolicy", "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketVersioning", .named(.s3Bucket, "bucketName"),
            "was changed by PutBucketVersioning", "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketEncryption", .named(.s3Bucket, "bucketName"),
            "was changed by PutBucketEncryption", "change", undo: .deploy, .silences),
        Call(
            .s3, "DeleteBucketEncryption", .named(.s3Bucket, "bucketName"),
            "was changed by DeleteBucketEncryption", "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketPublicAccessBlock", .named(.s3Bucket, "bucketName"),
            "was changed by PutBucketPublicAccessBlock", "change", undo: .deploy, .silences),
        Call(
            .s3, "DeleteBucketPublicAccessBlock", .named(.s3Bucket, "bucketName"),
            "was changed by DeleteBucketPublicAccessBlock", "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketAcl", .named(.s3Bucket, "bucketName"), "was changed by PutBucketAcl",
            "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketLifecycle", .named(.s3Bucket, "bucketName"),
            "was changed by PutBucketLifecycle", "change", undo: .deploy, .silences),
        Call(
            .s3, "PutBucketLifecycleConfiguration", .named(.s3Bucket, "bucketName"),
            "was changed by PutBucketLifecycleConfiguration", "change", undo: .deploy, .silences),
    ]
}
