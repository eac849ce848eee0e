"""Calls that the policy of the topic, queue, bus or key denies; what it allows passes."""

import json

import botocore.exceptions
import pytest

from testkit.refusals.front import Front
from testkit.refusals.resource_policies import service_may
from testkit.refusals.rows import ACCOUNT, HUB, OTHER
from testkit.refusals.state import Standing

TOPIC = f"arn:aws:sns:eu-west-1:{ACCOUNT}:t"
QUEUE = f"arn:aws:sqs:eu-west-1:{ACCOUNT}:q"


@pytest.fixture
def front(aws):
    front = Front(aws)
    aws.answers = front.answer
    return front


def deny(action, arn):
    return {"Statement": [{
        "Effect": "Deny", "Principal": "*", "Action": action, "Resource": arn,
        "Condition": {"ArnNotEquals": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:role/publisher"}},
    }]}  # fmt: skip


def standing(kind, **values):
    return Standing({"P": (kind, values)})


def refused(call, **given):
    with pytest.raises(botocore.exceptions.ClientError, match="explicit deny in a resource-based policy"):
        call(**given)


def publisher(boto):
    """Credentials of the role that the policies let through."""
    boto("iam").create_role(RoleName="publisher", AssumeRolePolicyDocument="{}")
    role = boto("sts").assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/publisher", RoleSessionName="test")
    keys = role["Credentials"]
    return {
        "aws_access_key_id": keys["AccessKeyId"], "aws_secret_access_key": keys["SecretAccessKey"],
        "aws_session_token": keys["SessionToken"],
    }  # fmt: skip


def test_a_topic_a_queue_and_a_bus_that_deny(front, boto):
    boto("sns").create_topic(Name="t")
    url = boto("sqs").create_queue(QueueName="q")["QueueUrl"]
    boto("events").create_event_bus(Name="hub")
    entry = {"Source": "s", "DetailType": "t", "Detail": "{}", "EventBusName": "hub"}
    calls = [
        ("sns", "publish", {"TopicArn": TOPIC, "Message": "m"}),
        ("sqs", "send_message", {"QueueUrl": url, "MessageBody": "m"}),
        ("events", "put_events", {"Entries": [entry]}),
    ]
    for service, call, given in calls:
        getattr(boto(service), call)(**given)
    front.state.stacks[ACCOUNT, "eu-west-1", "s"] = Standing({
        "T": ("AWS::SNS::TopicPolicy", {"Topics": [TOPIC], "PolicyDocument": deny("sns:Publish", TOPIC)}),
        "Q": ("AWS::SQS::QueuePolicy", {"Queues": [f"https://sqs/{ACCOUNT}/q"], "PolicyDocument": deny("sqs:*", QUEUE)}),
        "B": ("AWS::Events::EventBusPolicy", {
            "EventBusName": "hub", "StatementId": "A", "Statement": deny("events:PutEvents", HUB)["Statement"][0]}),
    })  # fmt: skip
    keys = publisher(boto)
    for service, call, given in calls:
        refused(getattr(boto(service), call), **given)
        getattr(boto(service, **keys), call)(**given)


def test_a_bus_of_another_account_must_allow(front, boto):
    bus = HUB.replace(ACCOUNT, OTHER)
    entry = {"Source": "s", "DetailType": "t", "Detail": "{}", "EventBusName": bus}
    refused(boto("events").put_events, Entries=[entry])
    front.state.direct[bus] = {
        "A": {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "events:PutEvents", "Resource": bus}
    }
    with pytest.raises(botocore.exceptions.ClientError) as error:
        boto("events").put_events(Entries=[entry])
    # It passed, and moto has no such bus.
    assert error.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_a_key_must_allow(front, boto):
    kms = boto("kms")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    sealed = kms.encrypt(KeyId=key, Plaintext=b"x")["CiphertextBlob"]
    only = {"Statement": [{
        "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/publisher"}, "Action": "kms:GenerateDataKey*",
        "Resource": "*",
    }]}  # fmt: skip
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(only))
    refused(kms.encrypt, KeyId=key, Plaintext=b"x")
    refused(kms.generate_data_key, KeyId=key, KeySpec="AES_256")
    with_role = boto("kms", **publisher(boto))
    with_role.generate_data_key(KeyId=key, KeySpec="AES_256")
    refused(with_role.encrypt, KeyId=key, Plaintext=b"x")
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"x"  # it names no key


def test_services_act_by_the_policy_alone():
    rule = f"arn:aws:events:eu-west-1:{ACCOUNT}:rule/breakglass-root"
    policy = {"Statement": [{
        "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage",
        "Resource": QUEUE, "Condition": {"ArnLike": {"aws:SourceArn": rule.replace("root", "*")}},
    }]}  # fmt: skip
    assert service_may(policy, "events.amazonaws.com", "sqs:SendMessage", QUEUE, **{"aws:SourceArn": rule})
    assert not service_may(policy, "events.amazonaws.com", "sqs:SendMessage", QUEUE, **{"aws:SourceArn": "arn:aws:events:eu-west-1:1:rule/x"})
    assert not service_may(policy, "sns.amazonaws.com", "sqs:SendMessage", QUEUE, **{"aws:SourceArn": rule})
