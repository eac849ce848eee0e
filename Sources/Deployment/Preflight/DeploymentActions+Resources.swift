extension DeploymentActions {
    /// What CloudFormation does with the caller's permissions to create and update a type of resource,
    /// and to delete one that a later plan does not have any more.
    static let made: [String: [Row]] = [
        "AWS::CloudTrail::Trail": [
            Row(
                "arn:{p}:cloudtrail:{r}:{a}:trail/breakglass-trail", "cloudtrail",
                "CreateTrail UpdateTrail StartLogging PutEventSelectors GetTrail GetTrailStatus "
                    + "GetEventSelectors"),
            Row("*", "cloudtrail", "DescribeTrails"),
        ],
        "AWS::CloudWatch::Alarm": [
            Row(
                "arn:{p}:cloudwatch:{r}:{a}:alarm:breakglass-rules-undelivered", "cloudwatch",
                "PutMetricAlarm DeleteAlarms"),
            Row("*", "cloudwatch", "DescribeAlarms"),
        ],
        "AWS::CloudWatch::Dashboard": [
            Row(
                "arn:{p}:cloudwatch::{a}:dashboard/breakglass", "cloudwatch",
                "PutDashboard GetDashboard")
        ],
        "AWS::DynamoDB::Table": [
            Row(
                table, "dynamodb",
                "CreateTable DescribeTable UpdateTable DescribeTimeToLive UpdateTimeToLive "
                    + "DescribeContinuousBackups UpdateContinuousBackups")
        ],
        "AWS::Events::Archive": [
            Row(
                "arn:{p}:events:{r}:{a}:archive/breakglass-hub", "events",
                "CreateArchive DescribeArchive UpdateArchive"),
            Row(bus, "events", "CreateArchive"),
        ],
        "AWS::Events::EventBus": [
            Row(bus, "events", "CreateEventBus DescribeEventBus UpdateEventBus")
        ],
        "AWS::Events::EventBusPolicy": [
            Row(bus, "events", "PutPermission RemovePermission DescribeEventBus")
        ],
        "AWS::Events::Rule": [
            Row(
                "arn:{p}:events:{r}:{a}:rule/breakglass-sign-in", "events",
                "PutRule DescribeRule PutTargets RemoveTargets DeleteRule ListTargetsByRule"),
            Row(role, "iam", "PassRole"),
        ],
        "AWS::IAM::ManagedPolicy": [
            Row(
                "arn:{p}:iam::{a}:policy/breakglass-user", "iam",
                "CreatePolicy CreatePolicyVersion DeletePolicyVersion GetPolicy GetPolicyVersion "
                    + "ListPolicyVersions ListEntitiesForPolicy")
        ],
        "AWS::IAM::Role": [
            Row(
                role, "iam",
                "CreateRole GetRole UpdateRole UpdateAssumeRolePolicy DeleteRole PutRolePolicy "
                    + "GetRolePolicy DeleteRolePolicy AttachRolePolicy DetachRolePolicy "
                    + "ListRolePolicies ListAttachedRolePolicies")
        ],
        "AWS::IAM::RolePolicy": [
            Row(role, "iam", "PutRolePolicy GetRolePolicy DeleteRolePolicy")
        ],
        "AWS::IAM::SAMLProvider": [
            Row(
                "arn:{p}:iam::{a}:saml-provider/Provider", "iam",
                "CreateSAMLProvider GetSAMLProvider UpdateSAMLProvider")
        ],
        "AWS::IAM::User": [
            Row(
                "arn:{p}:iam::{a}:user/BreakglassUser1", "iam",
                "CreateUser GetUser UpdateUser AttachUserPolicy DetachUserPolicy DeleteUser "
                    + "ListAttachedUserPolicies ListUserPolicies ListGroupsForUser")
        ],
        "AWS::KMS::Alias": [
            Row("arn:{p}:kms:{r}:{a}:alias/breakglass", "kms", "CreateAlias UpdateAlias"),
            Row("*", "kms", "ListAliases"),
        ],
        "AWS::KMS::Key": [
            Row("*", "kms", "CreateKey"),
            Row(
                "arn:{p}:kms:{r}:{a}:key/00000000-0000-0000-0000-000000000000", "kms",
                "DescribeKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus PutKeyPolicy "
                    + "UpdateKeyDescription"),
        ],
        "AWS::Lambda::EventInvokeConfig": [
            Row(
                function, "lambda",
                "PutFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig "
                    + "GetFunctionEventInvokeConfig")
        ],
        "AWS::Lambda::EventSourceMapping": [
            Row("*", "lambda", "CreateEventSourceMapping"),
            Row(
                mapping, "lambda",
                "GetEventSourceMapping UpdateEventSourceMapping DeleteEventSourceMapping"),
        ],
        "AWS::Lambda::Function": [
            Row(
                function, "lambda",
                "CreateFunction GetFunction UpdateFunctionCode UpdateFunctionConfiguration "
                    + "PutFunctionConcurrency DeleteFunctionConcurrency"),
            Row(role, "iam", "PassRole"),
        ],
        "AWS::Lambda::Permission": [
            Row(function, "lambda", "AddPermission RemovePermission GetPolicy")
        ],
        "AWS::Logs::LogGroup": [
            Row(
                "arn:{p}:logs:{r}:{a}:log-group:/aws/lambda/breakglass-event-enricher", "logs",
                "CreateLogGroup PutRetentionPolicy DescribeLogGroups"),
            Row(
                "arn:{p}:logs:{r}:{a}:log-group:/aws/events/breakglass-ledger", "logs",
                "PutResourcePolicy DescribeResourcePolicies DeleteResourcePolicy"),
        ],
        "AWS::Organizations::Policy": [
            Row(
                "*", "organizations",
                "CreatePolicy UpdatePolicy AttachPolicy DetachPolicy DescribePolicy "
                    + "ListTargetsForPolicy")
        ],
        "AWS::S3::Bucket": [
            Row(
                bucket, "s3",
                "CreateBucket ListBucket PutEncryptionConfiguration PutBucketPublicAccessBlock "
                    + "PutBucketVersioning PutLifecycleConfiguration PutBucketOwnershipControls")
        ],
        "AWS::S3::BucketPolicy": [Row(bucket, "s3", "PutBucketPolicy GetBucketPolicy")],
        "AWS::SNS::Subscription": [
            Row(topic, "sns", "Subscribe SetSubscriptionAttributes Unsubscribe"),
            Row("*", "sns", "GetSubscriptionAttributes"),
        ],
        "AWS::SNS::Topic": [Row(topic, "sns", "CreateTopic GetTopicAttributes SetTopicAttributes")],
        "AWS::SNS::TopicPolicy": [Row(topic, "sns", "SetTopicAttributes")],
        "AWS::SQS::Queue": [
            Row(queue, "sqs", "CreateQueue GetQueueAttributes SetQueueAttributes GetQueueUrl")
        ],
        "AWS::SQS::QueuePolicy": [Row(queue, "sqs", "SetQueueAttributes")],
        "AWS::Scheduler::Schedule": [
            Row(
                "arn:{p}:scheduler:{r}:{a}:schedule/breakglass-checker/breakglass-hourly-canary",
                "scheduler", "CreateSchedule GetSchedule UpdateSchedule"),
            Row(role, "iam", "PassRole"),
        ],
        "AWS::Scheduler::ScheduleGroup": [
            Row(
                "arn:{p}:scheduler:{r}:{a}:schedule-group/breakglass-checker", "scheduler",
                "CreateScheduleGroup GetScheduleGroup")
        ],
    ]

    private static let mapping =
        "arn:{p}:lambda:{r}:{a}:event-source-mapping:00000000-0000-0000-0000-000000000000"
    private static let bus = "arn:{p}:events:{r}:{a}:event-bus/breakglass-hub"
    private static let bucket = "arn:{p}:s3:::breakglass-code-{a}-{r}"
    private static let queue = "arn:{p}:sqs:{r}:{a}:breakglass-rules-dlq"
}
