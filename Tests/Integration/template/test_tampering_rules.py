"""Every change that the enricher's catalog knows is heard, and the same to something else is not."""

import pytest

from testkit.events import coarse
from testkit.events.hearing import event, heard_by, where
from testkit.sources.swift_catalog import rows
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME


def ours(kind, parameter):
    """How a request names something of ours: name, ARN, id, alias or URL."""
    place = f"{HOME}:{EMERGENCY}"
    log = f"arn:aws:logs:{place}:log-group:/aws/lambda/breakglass-sns-publisher"
    names = {
        "iam_user": ["BreakglassUser1", "breakglassuser2"],
        "mfa_device": {
            "serialNumber": [
                f"arn:aws:iam::{EMERGENCY}:mfa/BreakglassUser1",
                f"arn:aws:iam::{EMERGENCY}:mfa/root-account-mfa-device",
            ],
            "virtualMFADeviceName": ["BreakglassUser1"],
        },
        "iam_role": [
            "EmergencyAccess_RO",
            "EmergencyAccess_Role1_Ops",
            "BreakGlassRole",
            "breakglassrole",
            "BreakGlassAudit",
            "BreakGlassCanary",
            "breakglass-sns-publisher",
            "breakglass-region-ForwardingRole-1A2B3C",
            "StackSet-breakglass-region-1a2b-ForwardingRole-3C4D",
        ],
        "iam_policy": {
            "policyArn": [f"arn:aws:iam::{EMERGENCY}:policy/breakglass-boundary"],
            "policyName": ["breakglass-boundary"],
        },
        "saml_provider": {
            "sAMLProviderArn": [f"arn:aws:iam::{EMERGENCY}:saml-provider/Okta"],
            "name": ["Okta"],
        },
        "event_rule": {
            "name": ["breakglass-sign-in"],
            "rule": ["breakglass-sign-in"],
            "resourceARN": [f"arn:aws:events:{place}:rule/breakglass-sign-in"],
        },
        "event_bus": {
            "eventSourceArn": [f"arn:aws:events:{place}:event-bus/breakglass-hub"],
            "resourceARN": [f"arn:aws:events:{place}:event-bus/breakglass-hub"],
        }.get(parameter, ["breakglass-hub", f"arn:aws:events:{place}:event-bus/breakglass-hub"]),
        "event_archive": {
            "archiveName": ["breakglass-hub"],
            "eventSourceArn": [f"arn:aws:events:{place}:archive/breakglass-hub"],
        },
        "sns_topic": {
            "topicArn": [f"arn:aws:sns:{place}:breakglass-alerts"],
            "resourceArn": [f"arn:aws:sns:{place}:breakglass-alerts-chat"],
            "name": ["breakglass-alarms"],
        },
        "sns_subscription": [f"arn:aws:sns:{place}:breakglass-alerts:0a1b2c3d"],
        "kms_key": {
            "keyId": [stacks.KEY, f"arn:aws:kms:{place}:key/{stacks.KEY}", "alias/breakglass"],
            "aliasName": ["alias/breakglass"],
            "targetKeyId": [stacks.KEY],
        },
        "trail": [f"arn:aws:cloudtrail:{place}:trail/breakglass-trail"]
        if parameter == "resourceId"
        else ["breakglass-trail", f"arn:aws:cloudtrail:{place}:trail/breakglass-trail"],
        "lambda_function": [f"arn:aws:lambda:{place}:function:breakglass-drift-checker"]
        if parameter.startswith("resource")
        else [
            "breakglass-sns-publisher",
            "breakglass-sns-publisher:$LATEST",
            f"{EMERGENCY}:function:breakglass-event-enricher",
            f"arn:aws:lambda:{place}:function:breakglass-drift-checker",
        ],
        "sqs_queue": {
            "queueUrl": [f"https://sqs.{HOME}.amazonaws.com/{EMERGENCY}/breakglass-publisher-dlq"],
            "queueName": ["breakglass-rules-dlq"],
            "sourceArn": [f"arn:aws:sqs:{place}:breakglass-publisher-dlq"],
            "destinationArn": [f"arn:aws:sqs:{place}:breakglass-publisher-dlq"],
        },
        "dynamodb_table": {
            "tableName": ["breakglass-state", f"arn:aws:dynamodb:{place}:table/breakglass-state"],
            "targetTableName": ["breakglass-state"],
            "sourceTableName": ["breakglass-state"],
            "globalTableName": ["breakglass-state"],
            "tableArn": [f"arn:aws:dynamodb:{place}:table/breakglass-state"],
            "backupArn": [f"arn:aws:dynamodb:{place}:table/breakglass-state/backup/01"],
            "resourceArn": [f"arn:aws:dynamodb:{place}:table/breakglass-state"],
        },
        "log_group": {
            "logGroupName": ["/aws/lambda/breakglass-sns-publisher"],
            "logGroupIdentifier": ["/aws/lambda/breakglass-sns-publisher", log],
            "logGroupIdentifiers": [["/other", "/aws/lambda/breakglass-sns-publisher"], [log]],
            "logGroupArnList": [[log]],
            "resourceArn": [log],
        },
        "s3_bucket": [f"breakglass-code-{EMERGENCY}-{HOME}"],
        "schedule": ["breakglass-nightly-check"],
        "schedule_group": {
            "name": ["breakglass-checker"],
            "resourceArn": [f"arn:aws:scheduler:{place}:schedule-group/breakglass-checker"],
        },
        "alarm": {
            "alarmName": ["breakglass-no-heartbeat"],
            "alarmNames": [["disk-0", "breakglass-no-heartbeat"]],
            "resourceARN": [f"arn:aws:cloudwatch:{place}:alarm:breakglass-no-heartbeat"],
        },
        "stack": ["breakglass-hub", "StackSet-breakglass-region-0a1b"],
        "stack_set": ["breakglass-region", "breakglass-region:0a1b2c3d"],
        # Nothing of ours is a group, and no policy has a fixed id; a plan may guard one.
        "iam_group": [],
        "scp": [],
    }[kind]
    return names[parameter] if isinstance(names, dict) else names


# Which parameters each API has: the reader looks for any of an entry's in any of its events.
ONLY_WITH = {
    ("iam.amazonaws.com", "newUserName"): {"UpdateUser"},
    ("iam.amazonaws.com", "virtualMFADeviceName"): {"CreateVirtualMFADevice"},
    ("iam.amazonaws.com", "policyName"): {"CreatePolicy"},
    ("iam.amazonaws.com", "policyArn"): {
        "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion", "DeletePolicy",
    },
    ("iam.amazonaws.com", "name"): {"CreateSAMLProvider"},
    ("monitoring.amazonaws.com", "alarmName"): {
        "PutMetricAlarm", "PutCompositeAlarm", "SetAlarmState",
    },
    ("monitoring.amazonaws.com", "alarmNames"): {
        "DeleteAlarms", "DisableAlarmActions", "EnableAlarmActions",
    },
}  # fmt: skip


def tampering():
    for row in rows():
        for parameter, kind in row.parameters:
            if row.name in ONLY_WITH.get((row.source, parameter), {row.name}):
                yield row.source, row.name, parameter, kind


CASES = sorted(set(tampering()))


def test_the_catalog_is_read():
    assert len({(source, name) for source, name, _, _ in CASES}) > 150
    assert {source for source, _, _, _ in CASES} >= {
        "iam.amazonaws.com", "sns.amazonaws.com", "kms.amazonaws.com", "events.amazonaws.com",
        "cloudtrail.amazonaws.com", "lambda.amazonaws.com", "s3.amazonaws.com",
    }  # fmt: skip


@pytest.mark.parametrize("source, name, parameter, kind", CASES)
def test_every_change_that_the_reader_knows_is_heard(source, name, parameter, kind):
    versions = [name, f"{name}20150331v2"] if source.startswith("lambda") else [name]
    for value in ours(kind, parameter):
        for version in versions:
            change = event(source, version, {parameter: value}, region=where(source))
            assert heard_by(change), value


@pytest.mark.parametrize("source, name, parameter, kind", CASES)
def test_the_same_change_to_something_else_is_not(source, name, parameter, kind):
    for value in [
        "somebody-else",
        f"arn:aws:iam::{EMERGENCY}:role/Emergency",
        f"arn:aws:sns:{HOME}:{EMERGENCY}:not-breakglass-alerts",
        f"https://sqs.{HOME}.amazonaws.com/{EMERGENCY}/orders",
        "alias/breakglass-of-somebody-else",
    ]:
        change = event(source, name, {parameter: value}, region=where(source))
        assert heard_by(change) == [] or coarse.why(change) in (coarse.SPELLED_AS_ARN, coarse.WHOLE)


READS = [
    ("iam.amazonaws.com", "GetRole", {"roleName": "BreakGlassRole"}),
    ("iam.amazonaws.com", "ListAttachedUserPolicies", {"userName": "BreakglassUser1"}),
    ("iam.amazonaws.com", "SimulatePrincipalPolicy", {"roleName": "EmergencyAccess_RO"}),
    ("sns.amazonaws.com", "GetTopicAttributes",
     {"topicArn": f"arn:aws:sns:{HOME}:{EMERGENCY}:breakglass-alerts"}),
    ("kms.amazonaws.com", "GenerateDataKey", {"keyId": stacks.KEY}),
    ("kms.amazonaws.com", "Decrypt", {"keyId": stacks.KEY}),
    ("lambda.amazonaws.com", "GetFunction20150331v2", {"functionName": "breakglass-sns-publisher"}),
    ("events.amazonaws.com", "DescribeRule", {"name": "breakglass-root"}),
    ("cloudformation.amazonaws.com", "DescribeStacks", {"stackName": "breakglass-hub"}),
    ("monitoring.amazonaws.com", "DescribeAlarms", {"alarmNames": ["breakglass-no-heartbeat"]}),
]  # fmt: skip
READING = {"readOnly": True}
DAILY = [
    ("lambda.amazonaws.com", "Invoke", {"functionName": "breakglass-sns-publisher"}),
    ("logs.amazonaws.com", "CreateLogStream", {"logGroupName": "/aws/lambda/breakglass-sns-publisher"}),
    ("dynamodb.amazonaws.com", "UpdateItem", {"tableName": "breakglass-state"}),
    ("sqs.amazonaws.com", "SendMessage",
     {"queueUrl": f"https://sqs.{HOME}.amazonaws.com/{EMERGENCY}/breakglass-publisher-dlq"}),
]  # fmt: skip


@pytest.mark.parametrize("source, name, request_", READS, ids=[name for _, name, _ in READS])
def test_reading_is_left_alone(source, name, request_):
    assert heard_by(event(source, name, request_, region=where(source), **READING)) == []


@pytest.mark.parametrize("source, name, request_", DAILY, ids=[name for _, name, _ in DAILY])
def test_daily_work_is_left_alone(source, name, request_):
    data = {} if source.startswith("logs") else {"eventCategory": "Data", "managementEvent": False}
    assert heard_by(event(source, name, request_, region=where(source), **data)) == []


@pytest.mark.parametrize("source, name, request_", READS, ids=[name for _, name, _ in READS])
def test_a_name_like_that_of_a_read_is_no_proof(source, name, request_):
    assert heard_by(event(source, name, request_, region=where(source)))
