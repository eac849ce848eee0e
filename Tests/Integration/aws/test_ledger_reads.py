"""The operations that read ledgers and uses and send again what failed, through the proxy that checks each."""

import json
import time

import pytest

from testkit.aws import canned
from testkit.programs import aws_probe

GROUP = "/aws/events/breakglass-ledger"


@pytest.fixture
def run(aws_environment):
    return lambda operation, **parameters: aws_probe.run(aws_environment, operation, **parameters)


def test_lines_of_a_log_are_read_by_their_time(run, boto):
    logs = boto("logs")
    logs.create_log_group(logGroupName=GROUP)
    logs.create_log_stream(logGroupName=GROUP, logStreamName="one")
    now = int(time.time())
    lines = [{"timestamp": (now - age) * 1000, "message": f"age {age}"} for age in (7200, 3600, 60)]
    logs.put_log_events(logGroupName=GROUP, logStreamName="one", logEvents=lines)
    page = run("filterLogEvents", name=GROUP, start=str(now - 7000), end=str(now - 600))
    assert 'message: "age 3600"' in page and f"time: {(now - 3600) * 1000}" in page
    assert "age 7200" not in page and "age 60" not in page.replace("3600", "")


def test_a_log_that_does_not_exist_is_an_error(run, aws):
    with pytest.raises(aws_probe.ProbeFailed, match="ResourceNotFoundException"):
        run("filterLogEvents", name=GROUP, start="1", end="2")
    aws.failures.clear()


def test_a_page_without_lines_may_have_a_token():
    with canned.CannedAWS() as aws:
        aws.canned["logs:FilterLogEvents"] = 200, json.dumps({"events": [], "nextToken": "n"})
        page = aws_probe.run(aws.environment, "filterLogEvents", name=GROUP, start="1", end="2", token="t")
        assert page == 'Page<Line>(items: [], next: Optional("n"))'
        ((_, body),) = aws.requests
        assert json.loads(body) == {
            "logGroupName": GROUP, "startTime": 1000, "endTime": 2000, "nextToken": "t",
        }
    assert aws.failures == []


def test_a_replay_is_started_and_watched():
    with canned.CannedAWS() as aws:
        aws.canned["events:StartReplay"] = 200, json.dumps({"State": "STARTING"})
        started = aws_probe.run(
            aws.environment, "startReplay", name="breakglass-1", start="1800000000", end="1800003600",
            archive="arn:aws:events:eu-west-1:123456789012:archive/breakglass-hub",
            bus="arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub",
            rule="arn:aws:events:eu-west-1:123456789012:rule/breakglass-hub/breakglass-hub",
        )
        assert started == "STARTING"
        body = json.loads(aws.requests[0][1])
        assert body["EventStartTime"] == 1800000000
        assert body["Destination"]["FilterArns"][0].endswith("rule/breakglass-hub/breakglass-hub")
        aws.canned["events:DescribeReplay"] = 200, json.dumps(
            {"State": "RUNNING", "EventLastReplayedTime": 1.8000018e9}
        )
        running = aws_probe.run(aws.environment, "describeReplay", name="breakglass-1")
        assert 'state: "RUNNING"' in running and "1800001800" in running
        aws.canned["events:DescribeReplay"] = 200, json.dumps(
            {"State": "FAILED", "StateReason": "the archive is gone"}
        )
        failed = aws_probe.run(aws.environment, "describeReplay", name="breakglass-1")
        assert 'reason: Optional("the archive is gone")' in failed and "lastReplayed: nil" in failed
    assert aws.failures == []


def test_messages_are_given_back(run, boto):
    sqs = boto("sqs")
    url = sqs.create_queue(QueueName="breakglass-publisher-dlq")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="one")
    taken = run("receiveMessages", url=url)
    receipt = taken.split("receipt: ")[1].split('"')[1]
    assert run("receiveMessages", url=url) == "[]"
    assert run("releaseMessages", url=url, receipts=receipt) == "0"
    assert 'body: "one"' in run("receiveMessages", url=url)


def test_when_an_access_key_was_last_used():
    answer = (
        '<GetAccessKeyLastUsedResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">'
        "<GetAccessKeyLastUsedResult><UserName>u</UserName><AccessKeyLastUsed>{}<ServiceName>s3</ServiceName>"
        "<Region>us-east-1</Region></AccessKeyLastUsed></GetAccessKeyLastUsedResult></GetAccessKeyLastUsedResponse>"
    )
    with canned.CannedAWS() as aws:
        aws.canned["iam:GetAccessKeyLastUsed"] = (
            200, answer.format("<LastUsedDate>2026-11-20T10:00:00Z</LastUsedDate>"),
        )
        used = aws_probe.run(aws.environment, "getAccessKeyLastUsed", name="AKIAIOSFODNN7EXAMPLE")
        assert "1795168800" in used
        aws.canned["iam:GetAccessKeyLastUsed"] = 200, answer.format("")
        assert aws_probe.run(aws.environment, "getAccessKeyLastUsed", name="AKIAIOSFODNN7EXAMPLE") == "nil"
    assert aws.failures == []


def test_event_history_of_a_resource():
    with canned.CannedAWS() as aws:
        aws.canned["cloudtrail:LookupEvents"] = 200, json.dumps({"Events": []})
        assert "items: []" in aws_probe.run(
            aws.environment, "lookupEventsAbout", name="BreakGlassRole", start="5"
        )
        assert json.loads(aws.requests[0][1])["LookupAttributes"] == [
            {"AttributeKey": "ResourceName", "AttributeValue": "BreakGlassRole"}
        ]
    assert aws.failures == []
