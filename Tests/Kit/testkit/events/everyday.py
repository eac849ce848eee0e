"""Everyday events of a busy account, none of which concerns emergency access.

How often each call occurs is an assumption: a mix of reads, services that assume roles, deployments, people,
and failures. The shapes are CloudTrail's.
"""

import random

from testkit.events.records import record, session, user
from testkit.templates.stacks import GLOBAL, PRODUCTION

_APP = f"arn:aws:iam::{PRODUCTION}:role/App"
_STACK = f"arn:aws:cloudformation:{GLOBAL}:{PRODUCTION}:stack/app/0a1b"
_SERVICE = {"type": "AWSService", "invokedBy": "lambda.amazonaws.com"}
_DEPLOY, _WORKER = session(PRODUCTION, "Deploy", "ci"), session(PRODUCTION, "App", "i-0a1b")
_PERSON = session(PRODUCTION, "AWSReservedSSO_Developer_0a1b", "dana@example.com")
_POD = {"type": "WebIdentityUser", "principalId": "x", "userName": "system:serviceaccount:app:app"}

# Per mille, source, event name, request, identity, error code; reads by their name.
_CALLS = [
    (270, "sts", "AssumeRole", {"roleArn": _APP}, _SERVICE, None),
    (50, "sts", "AssumeRole", {"roleArn": _APP}, _DEPLOY, None),
    (70, "sts", "AssumeRoleWithWebIdentity", {"roleArn": _APP}, _POD, None),
    (3, "sts", "AssumeRoleWithSAML", {"roleArn": _APP}, {"type": "SAMLUser"}, None),
    (25, "sts", "GetCallerIdentity", None, _WORKER, None),
    (1.5, "sts", "AssumeRole", None, _WORKER, "AccessDenied"),
    (1, "sts", "AssumeRoleWithWebIdentity", None, _POD, "AccessDenied"),
    (180, "ec2", "DescribeInstances", {}, _WORKER, None),
    (6, "ec2", "CreateNetworkInterface", {}, _DEPLOY, None),
    (3, "ec2", "RunInstances", None, _DEPLOY, "Client.UnauthorizedOperation"),
    (50, "monitoring", "DescribeAlarms", {}, _WORKER, None),
    (0.5, "monitoring", "PutMetricAlarm", {"alarmName": "app-errors"}, _DEPLOY, None),
    (85, "kms", "Decrypt", {"keyId": "x"}, _WORKER, None),
    (5, "kms", "CreateGrant", {"keyId": f"arn:aws:kms:{GLOBAL}:{PRODUCTION}:key/x"}, _WORKER, None),
    (0.5, "kms", "CreateGrant", None, _WORKER, "AccessDenied"),
    (60, "logs", "CreateLogStream", {"logGroupName": "/app"}, _WORKER, None),
    (4, "logs", "CreateLogGroup", {"logGroupName": "/app"}, _WORKER, "ResourceAlreadyExistsException"),
    (35, "s3", "GetBucketAcl", {"bucketName": "app"}, _WORKER, None),
    (1, "s3", "PutBucketPolicy", {"bucketName": "app"}, _DEPLOY, None),
    (25, "secretsmanager", "GetSecretValue", {"secretId": "app"}, _WORKER, None),
    (30, "ssm", "UpdateInstanceInformation", {"instanceId": "i-0a1b"}, _WORKER, None),
    (15, "ecr", "GetAuthorizationToken", {}, _WORKER, None),
    (8, "config", "PutEvaluations", {}, _WORKER, None),
    (10, "dynamodb", "DescribeTable", {"tableName": "orders"}, _WORKER, None),
    (8, "lambda", "GetFunction20150331v2", {"functionName": "app"}, _DEPLOY, None),
    (2, "lambda", "UpdateFunctionCode20150331v2", {"functionName": "app"}, _DEPLOY, None),
    (15, "cloudformation", "DescribeStacks", {"stackName": "app"}, _DEPLOY, None),
    (1, "cloudformation", "CreateChangeSet", {"stackName": "app"}, _DEPLOY, None),
    (1, "cloudformation", "ExecuteChangeSet", {"stackName": _STACK}, _DEPLOY, None),
    (0.5, "cloudformation", "UpdateStack", {"stackName": "app"}, _DEPLOY, "ValidationException"),
    (0.2, "cloudformation", "CreateStack", {"stackName": "app"}, _DEPLOY, "AlreadyExistsException"),
    (15, "iam", "GetRole", {"roleName": "App"}, _DEPLOY, None),
    (1, "iam", "CreateRole", {"roleName": "App-1A2B"}, _DEPLOY, None),
    (1, "iam", "AttachRolePolicy",
     {"roleName": "App-1A2B", "policyArn": f"arn:aws:iam::{PRODUCTION}:policy/app"}, _DEPLOY, None),
    (0.3, "iam", "CreateRole", {"roleName": "App"}, _DEPLOY, "EntityAlreadyExistsException"),
    (0.3, "iam", "CreateUser", None, _PERSON, "AccessDenied"),
    (4, "events", "DescribeRule", {"name": "app"}, _DEPLOY, None),
    (1, "events", "PutRule", {"name": "app"}, _DEPLOY, None),
    (0.3, "events", "TagResource",
     {"resourceARN": f"arn:aws:events:{GLOBAL}:{PRODUCTION}:rule/app"}, _DEPLOY, None),
    (0.2, "events", "DeleteRule", {"name": "app"}, _DEPLOY, "ResourceNotFoundException"),
    (0.5, "sns", "Subscribe", {"topicArn": f"arn:aws:sns:{GLOBAL}:{PRODUCTION}:app"}, _DEPLOY, None),
    (0.5, "sqs", "CreateQueue", {"queueName": "app"}, _DEPLOY, None),
    (0.3, "sqs", "CreateQueue", {"queueName": "app"}, _DEPLOY, "QueueAlreadyExists"),
    (3, "organizations", "DescribeOrganization", None, _WORKER, None),
    (1, "signin", "ConsoleLogin", None, _PERSON, None),
    (0.5, "signin", "ConsoleLogin", None, user(PRODUCTION, "dana"), None),
    (0.7, "signin", "SwitchRole", None, user(PRODUCTION, "dana"), None),
]  # fmt: skip


def events(count, seed=1):
    """That many events, the same for each seed."""
    choice = random.Random(seed)
    for _, source, name, request, identity, error in choice.choices(
        _CALLS, [call[0] for call in _CALLS], k=count
    ):
        failed = {}
        if error:
            said = f"User: {identity.get('arn', 'x')} is not authorized to perform: {source}:{name}"
            failed = {"errorCode": error, "errorMessage": f"{said} on resource: {_APP}"}
        if name == "SwitchRole":
            failed = {"additionalEventData": {"SwitchTo": _APP}}
        reads = name.startswith(("AssumeRole", "Get", "Describe", "Decrypt"))
        yield record(f"{source}.amazonaws.com", name, account=PRODUCTION, region=GLOBAL,
                     identity=identity, request=request, readOnly=reads, **failed)  # fmt: skip
