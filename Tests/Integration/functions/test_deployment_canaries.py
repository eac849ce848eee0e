"""A deployment's canary through the packaged functions and moto's SNS: the queue gets it, and no person."""

import json
import re
import subprocess

import pytest

from testkit.aws import account_server
from testkit.repository import ROOT

EMERGENCY, PRODUCTION, RUN = "123456789012", "111122223333", "0123456789abcdef"
PLAN = f"""
organization: example
emergencyAccount: "{EMERGENCY}"
regions: {{ home: eu-west-1 }}
accounts: [{{ number: 1, id: "{PRODUCTION}", name: production }}]
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
"""
NAMES = (ROOT / "Sources/AccessPlan/Plan/AlertPathNames.swift").read_text()
PEOPLE, CANARIES = (
    re.search(rf'{name} =\s*#"(.+)"#', NAMES)[1] for name in ("subscriptionFilter", "canaryFilter")
)


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "plan.yaml").write_text(PLAN)
    command = [ROOT / "dist/breakglass", "plan", "compile", tmp_path / "plan.yaml"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


@pytest.fixture
def topic(boto):
    """The topic, with a subscriber as the plan has them and with the queue for canaries."""
    sns, sqs = boto("sns"), boto("sqs")
    arn = sns.create_topic(Name="breakglass-alerts")["TopicArn"]
    for name, policy, raw in (("person", PEOPLE, "false"), ("breakglass-canaries", CANARIES, "true")):
        url = sqs.create_queue(QueueName=name)["QueueUrl"]
        queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        attributes = {"FilterPolicy": policy, "RawMessageDelivery": raw}
        sns.subscribe(
            TopicArn=arn, Protocol="sqs", Endpoint=queue["Attributes"]["QueueArn"], Attributes=attributes
        )
    boto("dynamodb").create_table(
        TableName="breakglass-state",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return arn


@pytest.fixture
def pass_on(emulated, unpacked, aws_environment, plan, topic):
    """pass_on(event) is the publisher's result, after the enricher read the event."""
    bootstrap = unpacked("event-enricher")
    (bootstrap.parent / "plan.json").write_bytes(plan)
    settings = {**aws_environment, "TABLE_NAME": "breakglass-state"}
    enricher = emulated(bootstrap, **settings)
    publisher = emulated("sns-publisher", 40, TOPIC_ARN=topic, **settings)

    def pass_on(event):
        answer = enricher.invoke(json.dumps(event).encode())
        assert answer.error is None, enricher.logged()
        record = {
            "requestContext": {"condition": "Success", "requestId": "r"}, "requestPayload": event,
            "responsePayload": json.loads(answer.body),
        }  # fmt: skip
        answer = publisher.invoke(json.dumps(record).encode())
        assert answer.error is None, publisher.logged()
        return json.loads(answer.body)["result"]

    return pass_on


@pytest.fixture
def inbox(boto):
    """inbox(name) takes everything out of a queue."""
    sqs = boto("sqs")

    def inbox(name):
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
        for message in messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return [json.loads(message["Body"]) for message in messages]

    return inbox


def canary(session=f"break-glass-canary-{RUN}", account=PRODUCTION):
    """The record of the account that owns the role, as EventBridge delivers it."""
    return {
        "source": "aws.sts", "detail-type": "AWS API Call via CloudTrail", "account": account,
        "region": "eu-west-1", "id": "d-1",
        "detail": {
            "eventName": "AssumeRole", "eventSource": "sts.amazonaws.com", "eventID": "e-1",
            "eventType": "AwsApiCall", "eventTime": "2026-07-01T12:00:00Z", "awsRegion": "eu-west-1",
            "recipientAccountId": account, "readOnly": True,
            "userIdentity": {"type": "AWSAccount", "principalId": "AROA1:x", "accountId": EMERGENCY},
            "requestParameters": {
                "roleArn": f"arn:aws:iam::{account}:role/BreakGlassCanary", "roleSessionName": session,
            },
        },
    }  # fmt: skip


SIGN_IN = {
    "source": "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail", "account": EMERGENCY,
    "region": "us-east-1", "id": "d-2",
    "detail": {
        "eventName": "ConsoleLogin", "eventSource": "signin.amazonaws.com", "eventID": "e-2",
        "eventType": "AwsConsoleSignIn", "eventTime": "2026-07-01T12:00:00Z", "awsRegion": "us-east-1",
        "recipientAccountId": EMERGENCY, "responseElements": {"ConsoleLogin": "Success"},
        "userIdentity": {
            "type": "IAMUser", "accountId": EMERGENCY, "userName": "BreakglassUser1",
            "principalId": "AIDA1", "arn": f"arn:aws:iam::{EMERGENCY}:user/BreakglassUser1",
        },
    },
}  # fmt: skip


def items(boto):
    return {item["id"]["S"] for item in boto("dynamodb").scan(TableName="breakglass-state")["Items"]}


def test_the_queue_gets_a_deployments_canary_and_no_person_does(pass_on, inbox, boto):
    assert pass_on(canary()) == "canary_published"
    (alert,) = inbox("breakglass-canaries")
    assert alert["kind"] == "canary" and alert["severity"] == "low"
    assert alert["role"]["sessionName"] == f"break-glass-canary-{RUN}"
    assert (alert["account"]["target"], alert["awsRegion"]) == (PRODUCTION, "eu-west-1")
    assert inbox("person") == []
    # Nothing of it is counted, joined or recorded as published.
    assert items(boto) == {f"canary#{PRODUCTION}"}


def test_an_alert_reaches_the_person_and_not_the_queue(pass_on, inbox):
    assert pass_on(SIGN_IN) == "published"
    (note,) = inbox("person")
    assert note["MessageAttributes"]["kind"]["Value"] == "console_sign_in"
    assert inbox("breakglass-canaries") == []


def test_a_message_without_a_kind_reaches_the_person(emulated, aws_environment, topic, inbox):
    """SNS: a filter for what is missing matches no message without attributes."""
    publisher = emulated("sns-publisher", 40, TOPIC_ARN=topic, **aws_environment)
    message = {"schema": "breakglass.message/1", "due": True, "default": "something happened"}
    record = {"requestContext": {"condition": "Success"}, "responsePayload": message}
    assert json.loads(publisher.invoke(json.dumps(record).encode()).body)["result"] == "published"
    (note,) = inbox("person")
    assert note["MessageAttributes"]["kind"]["Value"] == "other" and inbox("breakglass-canaries") == []


@pytest.mark.parametrize(
    "event", [canary("break-glass-canary"), canary(account="444455556666")], ids=["hourly", "not planned"]
)
def test_no_other_canary_is_published(pass_on, inbox, event):
    assert pass_on(event) == "not_due"
    assert inbox("person") == inbox("breakglass-canaries") == []


def test_a_run_of_somebody_elses_is_an_alert(pass_on, inbox):
    event = canary(account=EMERGENCY)
    arn = f"arn:aws:sts::{EMERGENCY}:assumed-role/Admin/dana"
    event["detail"]["userIdentity"] = {"type": "AssumedRole", "accountId": EMERGENCY, "arn": arn}
    assert pass_on(event) == "published"
    assert len(inbox("person")) == 1 and inbox("breakglass-canaries") == []


def test_alerts_are_published_among_canaries(pass_on, inbox):
    results = [pass_on(canary()) for _ in range(6)] + [pass_on(SIGN_IN)]
    assert results == ["canary_published"] * 6 + ["published"]
    assert len(inbox("person")) == 1 and len(inbox("breakglass-canaries")) == 6


def test_the_checker_sends_what_was_ordered_and_names_the_rest(
    emulated, unpacked, aws_environment, plan, boto
):
    bootstrap = unpacked("drift-checker")
    (bootstrap.parent / "plan.json").write_bytes(plan)
    with account_server.serving(["eu-west-1", "us-east-1"]) as regions:
        function = emulated(
            bootstrap, timeout=60, **aws_environment, EVENT_BUS_ARN="x", AWS_ENDPOINT_URL_ACCOUNT=regions.url
        )
        places = [f"{PRODUCTION}/eu-west-1", f"{PRODUCTION}/us-east-1", "444455556666/eu-west-1"]
        order = {"task": "canary", "run": RUN, "places": places}
        assert json.loads(function.invoke(json.dumps(order).encode()).body) == {
            "result": "canaries_sent", "run": RUN, "sent": 2,
            "notSent": {"444455556666/eu-west-1": "the plan has no such account"},
        }  # fmt: skip
        del order["places"]
        everywhere = json.loads(function.invoke(json.dumps(order).encode()).body)
        assert (everywhere["sent"], everywhere["notSent"]) == (4, {})
        wrong = function.invoke(json.dumps(order | {"run": "x"}).encode())
        assert wrong.error is not None and "cannot be read" in wrong.error
