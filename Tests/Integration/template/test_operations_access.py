"""What SystemAdministrator, the default of Ops, could change of ours, and what the guardrail leaves of it."""

import functools
import re

import pytest

from testkit.policies.evaluation import Request, is_allowed, role
from testkit.policies.resource_types import resource_types
from testkit.policies.world import World, guardrails
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, PRODUCTION

# What the templates make, by ARN form of the Service Authorization Reference: the parts that say it is
# ours. We have no other types of resource.
OURS = {
    "cloudformation:stack/": {"StackName": "StackSet-breakglass-region-1", "Id": "0a1b"},
    "cloudtrail:trail/": {"TrailName": "breakglass-trail"},
    "cloudwatch:alarm:": {"AlarmName": "breakglass-rules-undelivered"},
    "dynamodb:table/${TableName}": {"TableName": "breakglass-state"},
    "events:archive/": {"ArchiveName": "breakglass-hub"},
    "events:event-bus/": {"EventBusName": "breakglass-hub"},
    "events:rule/": {"RuleName": "breakglass-sign-in", "EventBusName": "breakglass-hub"},
    "iam:policy/": {"PolicyNameWithPath": "breakglass-boundary"},
    "iam:role/": {"RoleNameWithPath": "breakglass-sns-publisher"},
    "iam:saml-provider/": {"SamlProviderName": "Okta"},
    "iam:user/": {"UserNameWithPath": "BreakglassUser1"},
    "lambda:function:": {"FunctionName": "breakglass-event-enricher", "Alias": "x", "Version": "1"},
    "logs:log-group:": {"LogGroupName": "/aws/lambda/breakglass-event-enricher", "LogStreamName": "x"},
    "s3:${BucketName}": {"BucketName": "breakglass-code-1", "ObjectName": "x.zip"},
    "scheduler:schedule": {"GroupName": "breakglass-checker", "ScheduleName": "breakglass-nightly-check"},
    "sns:${TopicName}": {"TopicName": "breakglass-alerts"},
    "sqs:${QueueName}": {"QueueName": "breakglass-heartbeat"},
}  # fmt: skip

# What the guardrail leaves to Ops on purpose.
LEFT = {
    "repairs what was broken": [
        "cloudtrail:StartLogging", "cloudwatch:EnableAlarmActions", "events:StartReplay",
        "lambda:DeleteFunctionConcurrency", "sqs:CancelMessageMoveTask", "sqs:StartMessageMoveTask",
    ],
    "the resource's own policy denies it": ["events:PutEvents", "sns:Publish"],
    "takes a token that only the subscriber has": ["sns:ConfirmSubscription"],
    "a tag decides nothing": [
        "cloudwatch:TagResource", "cloudwatch:UntagResource", "events:TagResource",
        "events:UntagResource", "logs:TagLogGroup", "logs:TagResource", "logs:UntagLogGroup",
        "logs:UntagResource", "sns:TagResource", "sns:UntagResource", "sqs:TagQueue", "sqs:UntagQueue",
    ],
    "takes away what the functions do not have": [
        "lambda:DeleteFunctionCodeSigningConfig", "lambda:DeleteFunctionUrlConfig",
        "lambda:DeleteProvisionedConcurrencyConfig",
    ],
    "handles what the runbook tells people to look at": [
        "sqs:ChangeMessageVisibility", "sqs:DeleteMessage",
    ],
    "alerts do not depend on the logs": [
        "logs:AssociateKmsKey", "logs:CreateExportTask", "logs:CreateLogAnomalyDetector",
        "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DeleteDataProtectionPolicy",
        "logs:DeleteMetricFilter", "logs:DeleteSubscriptionFilter", "logs:DeleteTransformer",
        "logs:DisassociateKmsKey", "logs:PutDataProtectionPolicy", "logs:PutLogEvents",
        "logs:PutMetricFilter", "logs:PutSubscriptionFilter", "logs:PutTransformer",
    ],
    "the code's hash is compared, and no object is overwritten": [
        "s3:AbortMultipartUpload", "s3:BypassGovernanceRetention", "s3:CreateBucket",
        "s3:InitiateReplication", "s3:ObjectOwnerOverrideToBucketOwner", "s3:PauseReplication",
        "s3:PutObjectAcl", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:PutObjectTagging",
        "s3:PutObjectVersionAcl", "s3:PutObjectVersionTagging", "s3:ReplicateDelete",
        "s3:ReplicateObject", "s3:ReplicateTags", "s3:RestoreObject",
    ],
}  # fmt: skip

ELSEWHERE = {
    "iam:UpdateSigningCertificate", "iam:UploadSSHPublicKey", "iam:UploadSigningCertificate",
    "lambda:InvokeFunction", "sqs:SendMessage",
}  # fmt: skip

world = World(
    stacks.access(), stacks.hub(), stacks.workload(), stacks.workload(account=EMERGENCY),
    scps=guardrails(stacks.guardrail()), management=MANAGEMENT,
)  # fmt: skip


def samples(forms, account):
    for form in forms:
        service, resource = form.split(":", 5)[2::3]
        for known, parts in OURS.items():
            if f"{service}:{resource}".startswith(known):
                values = parts | {"Partition": "aws", "Region": HOME, "Account": account}
                arn = re.sub(r"\$\{(\w+)\}", lambda m, v=values: v.get(m[1], "?"), form)
                if "?" not in arn:
                    yield arn


@functools.cache
def changes():
    """Every action that changes something, with the types of resources that it changes."""
    return resource_types({f"{known.split(':')[0]}:*" for known in OURS})


def allowed(account):
    """(action, resource) that Ops of that account may do by its own policies."""
    who = role(account, "EmergencyAccess_Ops")
    policies = world.identity(who).policies
    for action, forms in changes().items():
        for arn in samples(forms or [], account):
            if is_allowed(Request(who, action, arn), identity=policies):
                yield action, arn


def test_without_a_guardrail_ops_can_silence_the_alerts():
    deeds = {action for action, _ in allowed(EMERGENCY)}
    assert {
        "events:DeleteRule", "events:DisableRule", "events:RemoveTargets", "cloudtrail:StopLogging",
        "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:InvokeFunction",
        "sns:SetTopicAttributes", "cloudwatch:DisableAlarmActions", "sqs:SendMessage",
    } <= deeds  # fmt: skip


@pytest.mark.parametrize("account", [EMERGENCY, PRODUCTION])
def test_the_guardrail_leaves_ops_what_is_listed_and_nothing_else(account):
    who = role(account, "EmergencyAccess_Ops")
    deeds = list(allowed(account))
    assert len({action for action, _ in deeds}) > 100
    left = {action for action, arn in deeds if world.may(who, action, arn)}
    listed = {action for group in LEFT.values() for action in group}
    # What only the emergency access account has is guarded there alone.
    assert left == (listed | ELSEWHERE if account == PRODUCTION else listed)
