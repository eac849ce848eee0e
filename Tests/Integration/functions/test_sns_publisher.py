"""The packaged sns-publisher, handed what Lambda makes of the enricher's runs, before moto."""

import json
import urllib.request

import pytest

from testkit.repository import ROOT
from testkit.state_table import create

FAILED = (ROOT / "lambda/sns-publisher/events/enricher-failed.json").read_bytes()


@pytest.fixture
def topic(boto):
    """An encrypted topic with a queue on it."""
    key = boto("kms").create_key()["KeyMetadata"]["Arn"]
    sns, sqs = boto("sns"), boto("sqs")
    arn = sns.create_topic(Name="alerts", Attributes={"KmsMasterKeyId": key})["TopicArn"]
    url = sqs.create_queue(QueueName="inbox")["QueueUrl"]
    queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=queue["Attributes"]["QueueArn"])
    return arn


@pytest.fixture
def table(boto):
    return create(boto("dynamodb"), "state")


def notifications(moto):
    with urllib.request.urlopen(f"{moto}/moto-api/data.json", timeout=10) as answer:
        topics = json.load(answer)["sns"]["Topic"]
    return [note for topic in topics for note in topic["sent_notifications"]]


def email(note):
    """What an e-mail subscriber reads: the body of its own, or the one for everybody."""
    bodies = json.loads(note[1])
    return bodies.get("email", bodies["default"])


def test_a_failed_run_of_the_enricher_is_told_without_its_secrets(
    emulated, aws_environment, topic, moto
):
    publisher = emulated("sns-publisher", **aws_environment, TOPIC_ARN=topic)
    answer = publisher.invoke(FAILED)
    assert answer.error is None, publisher.logged()
    assert json.loads(answer.body)["result"] == "published"
    (note,) = notifications(moto)
    assert "BreakglassUser1" in email(note) and "RetriesExhausted" in email(note)


def test_a_record_delivered_twice_is_told_once(
    emulated, aws_environment, topic, table, moto
):
    publisher = emulated("sns-publisher", **aws_environment, TOPIC_ARN=topic, TABLE_NAME=table)
    results = [json.loads(publisher.invoke(FAILED).body)["result"] for _ in range(2)]
    assert results == ["published", "already_published"]
    assert len(notifications(moto)) == 1


def test_a_table_that_is_missing_costs_no_alert(emulated, aws_environment, topic, moto):
    publisher = emulated("sns-publisher", **aws_environment, TOPIC_ARN=topic, TABLE_NAME="gone")
    assert json.loads(publisher.invoke(FAILED).body)["result"] == "published"
    (note,) = notifications(moto)
    assert "may be a repeat" in email(note)


def test_a_topic_that_is_gone_fails_the_run_so_that_lambda_tries_again(
    emulated, aws_environment, boto, topic
):
    boto("sns").delete_topic(TopicArn=topic)
    publisher = emulated("sns-publisher", **aws_environment, TOPIC_ARN=topic)
    answer = publisher.invoke(FAILED)
    assert answer.error is not None
    assert topic in answer.error and "NotFound" in answer.error


def test_a_function_that_knows_no_topic_does_not_start(emulated, aws_environment):
    publisher = emulated("sns-publisher", **aws_environment)
    answer = publisher.invoke(FAILED)
    assert answer.error is not None
    assert "TOPIC_ARN is not set" in answer.error + publisher.logged()
