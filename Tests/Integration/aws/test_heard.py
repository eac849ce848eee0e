"""The operations by which a deployment listens for its canaries, through the proxy that checks each."""

import json

import pytest

from testkit.aws import canned
from testkit.programs import aws_probe


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_messages_are_taken_and_deleted(run, boto):
    sqs = boto("sqs")
    url = sqs.create_queue(QueueName="breakglass-canaries")["QueueUrl"]
    assert run("getQueueURL", name="breakglass-canaries") == f'Optional("{url}")'
    assert run("receiveMessages", url=url) == "[]"
    for text in ("one", "two"):
        sqs.send_message(QueueUrl=url, MessageBody=text)
    taken = run("receiveMessages", url=url)
    assert 'body: "one"' in taken and 'body: "two"' in taken and "sentAt: Optional(1" in taken
    # What was taken is hidden.
    assert run("receiveMessages", url=url) == "[]"
    receipts = [part.split('"')[1] for part in taken.split("receipt: ")[1:]]
    assert run("deleteMessages", url=url, receipts=",".join(receipts)) == "0"
    counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert counts["ApproximateNumberOfMessages"] == counts["ApproximateNumberOfMessagesNotVisible"] == "0"


def test_a_message_that_could_not_be_deleted_is_counted(run, boto):
    url = boto("sqs").create_queue(QueueName="breakglass-canaries")["QueueUrl"]
    assert run("deleteMessages", url=url, receipts="nobody-gave-this") in ("0", "1")


def test_a_queue_that_does_not_exist_is_an_answer_and_its_messages_are_not(run, aws):
    assert run("getQueueURL", name="breakglass-canaries") == "nil"
    gone = "https://sqs.eu-west-1.amazonaws.com/123456789012/gone"
    with pytest.raises(aws_probe.ProbeFailed, match="NonExistentQueue|QueueDoesNotExist"):
        run("receiveMessages", url=gone)
    aws.failures.clear()


def test_what_a_function_answers_is_passed_on():
    with canned.CannedAWS() as aws:
        aws.canned["lambda:Invoke"] = 200, '{"result":"canaries_sent"}'
        answer = aws_probe.run(aws.environment, "invoke", name="breakglass-drift-checker", task="canary")
        assert answer == {"payload": '{"result":"canaries_sent"}', "error": None}
        assert [json.loads(body) for _, body in aws.requests] == [{"task": "canary"}]
        aws.canned["lambda:Invoke"] = 404, '{"Message":"no such function"}'
        with pytest.raises(aws_probe.ProbeFailed, match="lambda Invoke"):
            aws_probe.run(aws.environment, "invoke", name="gone", task="canary")
    assert aws.failures == []
