import AccessPlan

extension Call {
    /// Changes to the functions' logs: alerts do not depend on them, but what happened stands there.
    static let logs: [Call] =
        [
            log(
                "CreateLogGroup", "was created", "create", change: .settings(["kmsKeyId"]),
                undo: .deploy, .repairs),
            log(
                "DeleteLogGroup", "was deleted with what it held", "delete",
                change: .gone("log group", "logGroupName"), undo: .deploy, .alters),
            log(
                "DeleteLogStream", "lost a part", "delete a part of",
                change: .gone("log stream", "logStreamName"), undo: .byHand(lost), .alters),
            log(
                "PutRetentionPolicy", "is kept for another time", "change how long to keep",
                change: .value("days kept", "retentionInDays"), undo: .deploy, .alters),
            log(
                "DeleteRetentionPolicy", "is kept for ever", "keep for ever",
                change: .fact("days kept", now: "for ever"), undo: .deploy, .alters),
            log(
                "AssociateKmsKey", "got another key", "change the key of",
                change: .value("key", "kmsKeyId"),
                undo: .run("logs disassociate-kms-key --log-group-name {logGroupName}"), .alters),
            log(
                "DisassociateKmsKey", "lost its key", "take the key from",
                change: .fact("key", now: "none of its own"), undo: .deploy, .alters),
            log(
                "PutMetricFilter", "is counted by a metric filter", "put a metric filter on",
                change: .value("metric filter", "filterName"),
                undo: .remove(
                    "logs delete-metric-filter --log-group-name {logGroupName}"
                        + " --filter-name {filterName}"), .notes),
            log(
                "DeleteMetricFilter", "lost a metric filter", "delete a metric filter of",
                change: .gone("metric filter", "filterName"),
                undo: .byHand("Make the filter again, if anybody uses it: CloudWatch, Log groups"),
                .notes),
            log(
                "PutSubscriptionFilter", "is sent to somebody", "send to somebody",
                change: .value("sent to", "destinationArn").who("destinationArn"),
                undo: .remove(
                    "logs delete-subscription-filter --log-group-name {logGroupName}"
                        + " --filter-name {filterName}"), .alters),
            log(
                "DeleteSubscriptionFilter", "is no longer sent to somebody", "stop sending",
                change: .gone("subscription filter", "filterName"),
                undo: .byHand("Make the filter again, if anybody uses it: CloudWatch, Log groups"),
                .alters),
            log(
                "CreateExportTask", "is copied into a bucket", "copy",
                change: .value("copied to bucket", "destination").who("destination"),
                undo: .run("logs cancel-export-task --task-id {response.taskId}"), .alters),
        ] + identified + accountPolicies + legacyTags
        + tags(
            .logs, .named(.logGroup, "resourceArn"),
            undo: "logs untag-resource --resource-arn {arn} --tag-keys {tags keys}")

    /// Calls that name a log group by its name or its ARN.
    private static let identified: [Call] = [
        identified(
            "PutDataProtectionPolicy", "has parts of it hidden", "hide parts of",
            change: .value("data protection policy", "policyDocument"),
            undo: .remove(
                "logs delete-data-protection-policy --log-group-identifier {logGroupIdentifier}"),
            .alters),
        identified(
            "DeleteDataProtectionPolicy", "no longer has parts of it hidden", "show all of",
            change: .fact("data protection policy", now: "deleted"),
            undo: .byHand("Nothing: the plan hides no part of a log"), .notes),
        identified(
            "PutLogGroupDeletionProtection", "had its deletion protection changed",
            "change the deletion protection of",
            change: .flag("deletion protection", "deletionProtectionEnabled", yes: .repairs),
            undo: .run(
                "logs put-log-group-deletion-protection --log-group-identifier {logGroupIdentifier}"
                    + " --deletion-protection-enabled"), .alters),
        identified(
            "PutTransformer", "has its lines rewritten", "rewrite the lines of",
            change: .settings(["transformerConfig"]),
            undo: .remove("logs delete-transformer --log-group-identifier {logGroupIdentifier}"),
            .alters),
        identified(
            "DeleteTransformer", "no longer has its lines rewritten", "delete the transformer of",
            change: .fact("transformer", now: "deleted"),
            undo: .byHand("Nothing: the plan rewrites no log"), .notes),
        identified(
            "PutIndexPolicy", "got an index", "index",
            change: .value("index policy", "policyDocument"),
            undo: .remove("logs delete-index-policy --log-group-identifier {logGroupIdentifier}"),
            .notes),
        identified(
            "DeleteIndexPolicy", "lost its index", "delete the index of",
            change: .fact("index policy", now: "deleted"),
            undo: .byHand("Nothing: the plan makes no index"), .notes),
        identified(
            "PutBearerTokenAuthentication", "takes lines from holders of a token",
            "let holders of a token write to",
            change: .flag("tokens accepted", "bearerTokenAuthenticationEnabled", no: .repairs),
            undo: .run(
                "logs put-bearer-token-authentication --log-group-identifier {logGroupIdentifier}"
                    + " --no-bearer-token-authentication-enabled"), .alters),
        identified(
            "PutSyslogConfiguration", "takes lines from an endpoint", "let an endpoint write to",
            change: .value("endpoint", "vpcEndpointId"),
            undo: .remove(
                "logs delete-syslog-configuration --log-group-identifier {logGroupIdentifier}"
                    + " --vpc-endpoint-id {vpcEndpointId}"), .alters),
        identified(
            "DeleteSyslogConfiguration", "no longer takes lines from an endpoint",
            "stop an endpoint that writes to", change: .removed("endpoint", "vpcEndpointId"),
            undo: .byHand("Nothing: nobody but our functions writes to it"), .repairs),
        Call(
            .logs, "PutResourcePolicy", .named(.logGroup, "resourceArn"),
            "got a new policy: who may write to it", "change the policy of",
            change: .resourcePolicy("policyDocument").gravity(.alters),
            undo: .remove(
                "logs delete-resource-policy --resource-arn {resourceArn}"),
            .alters),
        Call(
            .logs, "DeleteResourcePolicy", .named(.logGroup, "resourceArn"),
            "lost its policy: who may write to it", "delete the policy of",
            change: .fact("policy", now: "deleted"), undo: .deploy, .alters),
        Call(
            .logs, "CreateLogAnomalyDetector", .named(.logGroup, "logGroupArnList"),
            "is searched for anomalies", "search for anomalies",
            change: .value("detector", "detectorName"),
            undo: .run(
                "logs delete-log-anomaly-detector"
                    + " --anomaly-detector-arn {response.anomalyDetectorArn}"), .notes),
        Call(
            .logs, "CreateScheduledQuery", .named(.logGroup, "logGroupIdentifiers"),
            "is read by a query again and again", "read again and again",
            change: .value(
                "results go to", "destinationConfiguration.s3Configuration.destinationIdentifier"),
            undo: .run("logs delete-scheduled-query --identifier {response.scheduledQueryArn}"),
            .alters),
        Call(
            .logs, "UpdateScheduledQuery", .named(.logGroup, "logGroupIdentifiers"),
            "is read by another query again and again", "change the query that reads",
            change: .settings(["state", "scheduleExpression"]),
            undo: .run("logs delete-scheduled-query --identifier {identifier}"), .alters),
    ]

    /// What holds for every log group of the emergency access account.
    private static let accountPolicies: [Call] = [
        Call(
            .logs, "PutAccountPolicy", .reach(.emergencyAccount, .account),
            "got a policy for all of its logs", "set a policy for all logs of",
            change: .value("policy", "policyType"),
            undo: .remove(
                "logs delete-account-policy --policy-name {policyName} --policy-type {policyType}"),
            .alters),
        Call(
            .logs, "DeleteAccountPolicy", .reach(.emergencyAccount, .account),
            "lost a policy for all of its logs", "delete a policy for all logs of",
            change: .gone("policy", "policyName"),
            undo: .byHand("Set the policy again, if it was yours: CloudWatch, Settings, Logs"),
            .alters),
    ]

    private static let legacyTags = tags(
        .logs, .named(.logGroup, "logGroupName"), add: "TagLogGroup", remove: "UntagLogGroup",
        removed: "tags",
        undo: .run("logs untag-log-group --log-group-name {logGroupName} --tags {tags keys}"))

    private static let lost = "Nothing brings it back: the alert itself and CloudTrail remain"

    private static func log(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .logs, name, .named(.logGroup, "logGroupName"), done, attempt, change: change,
            undo: undo, gravity)
    }

    private static func identified(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .logs, name, .named(.logGroup, "logGroupIdentifier"), done, attempt, change: change,
            undo: undo, gravity)
    }
}
