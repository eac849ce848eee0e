"""Every operation, through the proxy that checks it, against moto."""

import base64
import json
import time

import pytest

from testkit.programs import aws_probe

ODD = "a+b c~d*e/f?g=h&i%20j é😀 'k' \"l\" \\m\r\n\tn;o,p:q@r!s$(t)[u]{v}|w<x>^y`z#"


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


@pytest.fixture
def inbox(boto):
    """A topic with a queue on it: (topic ARN, function that returns what arrived)."""
    topic = boto("sns").create_topic(Name="alerts")["TopicArn"]
    queue = boto("sqs").create_queue(QueueName="inbox")["QueueUrl"]
    arn = "arn:aws:sqs:eu-west-1:123456789012:inbox"
    boto("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)

    def receive():
        messages = boto("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        return [json.loads(message["Body"]) for message in messages.get("Messages", [])]

    return topic, receive


def test_publish_with_odd_characters(run, inbox):
    topic, receive = inbox
    message_id = run("publish", topic=topic, message=ODD, subject="a + b", attribute=ODD)
    (message,) = receive()
    assert message["MessageId"] == message_id
    assert message["Message"] == ODD
    assert message["Subject"] == "a + b"
    attributes = message["MessageAttributes"]
    assert attributes["text"] == {"Type": "String", "Value": ODD}
    assert attributes["n"] == {"Type": "Number", "Value": "-1.5"}
    assert json.loads(attributes["list"]["Value"]) == [ODD, "b"]


def test_publish_with_a_body_per_protocol(run, inbox):
    topic, receive = inbox
    run("publish", topic=topic, message=json.dumps({"default": "d", "sqs": ODD}), perProtocol="")
    assert [message["Message"] for message in receive()] == [ODD]


def test_publish_of_a_large_message(run, inbox):
    topic, receive = inbox
    # A program's argument ends at 128 KiB.
    run("publish", topic=topic, message="é" * 60_000)
    assert len(receive()[0]["Message"]) == 60_000


def test_publish_to_a_topic_that_is_gone(run):
    with pytest.raises(aws_probe.ProbeFailed) as failure:
        run("publish", topic="arn:aws:sns:eu-west-1:123456789012:gone", message="x")
    assert str(failure.value).startswith("sns Publish failed: NotFound")
    assert "request " in str(failure.value)


def test_kms(run, boto):
    key = boto("kms").create_key(KeyUsage="SIGN_VERIFY", KeySpec="RSA_2048")["KeyMetadata"]
    assert run("describeKey", key=key["KeyId"]) == {"arn": key["Arn"], "state": "Enabled"}
    boto("kms").disable_key(KeyId=key["KeyId"])
    assert run("describeKey", key=key["Arn"])["state"] == "Disabled"
    boto("kms").enable_key(KeyId=key["KeyId"])
    algorithm = "RSASSA_PKCS1_V1_5_SHA_256"
    signature = bytes(run("sign", key=key["KeyId"], message=ODD, algorithm=algorithm))
    verified = boto("kms").verify(
        KeyId=key["KeyId"],
        Message=ODD.encode(),
        Signature=signature,
        SigningAlgorithm=algorithm,
        MessageType="RAW",
    )
    assert verified["SignatureValid"], base64.b64encode(signature)
    with pytest.raises(aws_probe.ProbeFailed, match="^kms DescribeKey failed: NotFoundException: "):
        run("describeKey", key="alias/gone")


def test_sts(run):
    identity = run("getCallerIdentity")
    assert identity["account"] == "123456789012" and identity["arn"].startswith("arn:aws:")
    role = "arn:aws:iam::123456789012:role/EmergencyAccess_RO"
    session = run(
        "assumeRole", role=role, session="a+b=c,d.e@f-g", externalID="x y", sourceIdentity="me"
    )
    assert session["arn"].endswith(":assumed-role/EmergencyAccess_RO/a+b=c,d.e@f-g")
    assert abs(session["seconds"] - time.time() - 900) < 60
    assert "ecret" not in session["printed"].replace("secretAccessKey", "")


def test_session_credentials_sign_with_their_token(boto, aws_environment):
    role = "arn:aws:iam::123456789012:role/R"
    issued = boto("sts").assume_role(RoleArn=role, RoleSessionName="me")["Credentials"]
    environment = dict(
        aws_environment,
        AWS_ACCESS_KEY_ID=issued["AccessKeyId"],
        AWS_SECRET_ACCESS_KEY=issued["SecretAccessKey"],
        AWS_SESSION_TOKEN=issued["SessionToken"],
    )
    assert "assumed-role/R/me" in aws_probe.run(environment, "getCallerIdentity")["arn"]


@pytest.fixture
def table(boto):
    boto("dynamodb").create_table(
        TableName="state",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    return "state"


def test_dynamodb_first_write_wins(run, boto, table):
    assert run("getItem", table=table, id="1") == "none"
    assert run("putItem", table=table, id="1", text=ODD) == "written"
    second = run("putItem", table=table, id="1", text="other")
    assert second.startswith("conditionFailed(")
    assert run("getItem", table=table, id="1") == ODD
    stored = boto("dynamodb").get_item(TableName=table, Key={"id": {"S": "1"}})["Item"]
    assert stored == {
        "id": {"S": "1"},
        "text": {"S": ODD},
        "n": {"N": "-7"},
        "b": {"BOOL": True},
        "z": {"NULL": True},
        "s": {"SS": ["x", "y"]},
        "l": {"L": [{"N": "1"}, {"S": ""}]},
        "m": {"M": {"k": {"S": "v"}}},
    }


def test_dynamodb_update_and_delete(run, table):
    run("putItem", table=table, id="1", text="a")
    assert run("updateItem", table=table, id="1", old="x", text="b").startswith("conditionFailed")
    assert '"b"' in run("updateItem", table=table, id="1", old="a", text="b")
    assert run("getItem", table=table, id="1") == "b"
    assert run("deleteItem", table=table, id="1") == "written"
    assert run("deleteItem", table=table, id="1") == "written"
    assert run("getItem", table=table, id="1") == "none"


def test_put_events(run, boto):
    assert run("putEvents", source="break-glass", text=ODD).count("accepted") == 2
    bus = boto("events").create_event_bus(Name="hub")["EventBusArn"]
    assert run("putEvents", source="break-glass", text=ODD, bus=bus).count("accepted") == 2
