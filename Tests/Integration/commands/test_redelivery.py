"""`breakglass redrive` and `breakglass replay` before moto: queues, outboxes and ledger are moto's, what a
function or a replay answers is said here. Every request is checked on its way by check_proxy."""

import json
import subprocess
import time

import pytest

from testkit.aws.answers import reply
from testkit.programs.build import program
from testkit.repository import ROOT

PLAN = ROOT / "Tests/BreakGlassCLITests/Fixtures/federation.yaml"
HOME, STANDBY = "eu-west-1", "us-west-2"
QUEUES = ["breakglass-rules-dlq", "breakglass-enricher-dlq", "breakglass-publisher-dlq"]
GROUP = "/aws/events/breakglass-ledger"


def event(number, account):
    return {
        "source": "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail",
        "detail": {
            "eventID": f"e-{number}", "eventName": "ConsoleLogin", "eventSource": "signin.amazonaws.com",
            "eventTime": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 7_200)),
            "recipientAccountId": account, "awsRegion": HOME,
            "userIdentity": {"type": "IAMUser", "userName": "BreakglassUser1", "accountId": account},
        },
    }  # fmt: skip


class Hubs:
    """Both hubs in moto. `publish(id)` is what the publisher does with an alert."""

    def __init__(self, aws, boto):
        self.boto, self.invoked = boto, []
        self.account = boto("sts").get_caller_identity()["Account"]
        for region in (HOME, STANDBY):
            for name in QUEUES:
                boto("sqs", region_name=region).create_queue(QueueName=name)
            boto("dynamodb", region_name=region).create_table(
                TableName="breakglass-state",
                KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
                BillingMode="PAY_PER_REQUEST",
            )
        self.publish = self.tell
        aws.answers = self.answer

    def tell(self, id, region=HOME):
        """The publisher's last write, as `Sources/State` makes it."""
        item = {"id": f"alert#{id}", "state": "sent", "reason": "alone"}
        values = {key: {"S": value} for key, value in item.items()}
        values["expires"] = {"N": str(int(time.time()) + 14 * 86_400)}
        self.boto("dynamodb", region_name=region).put_item(TableName="breakglass-state", Item=values)
        return {"result": "published", "topics": 2}

    def leave(self, queue, body, region=HOME):
        sqs = self.boto("sqs", region_name=region)
        url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
        sqs.send_message(QueueUrl=url, MessageBody=body if isinstance(body, str) else json.dumps(body))

    def left(self, queue, region=HOME):
        sqs = self.boto("sqs", region_name=region)
        url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return [int(counts[name]) for name in names]

    def answer(self, operation, request):
        if operation != "lambda:Invoke":
            return self.other(operation, request)
        function, body = request.path.split("/")[3], json.loads(request.body)
        self.invoked.append(function)
        if function == "breakglass-event-enricher":
            id = body["detail"]["eventID"]
            message = {"schema": "breakglass.message/1", "due": True, "id": id, "subject": f"Alert {id}"}
            return reply(message)
        answer = self.publish(body["responsePayload"]["id"])
        status, headers, content = reply(answer)
        return status, headers | ({"X-Amz-Function-Error": "Unhandled"} if "errorMessage" in answer else {}), content

    def other(self, operation, request):
        return None


@pytest.fixture
def hubs(aws, boto):
    return Hubs(aws, boto)


@pytest.fixture
def run(aws_environment, tmp_path, hubs):
    """run("redrive", ...) with a plan whose emergency access account is moto's."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN.read_text())

    def run(*words):
        command = [program("breakglass"), words[0], plan, *words[1:]]
        environment = {**aws_environment, "HOME": str(tmp_path)}
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    return run


def test_every_record_is_told_once_and_what_became_of_it_is_said(hubs, run):
    hubs.leave("breakglass-enricher-dlq", event(1, hubs.account))
    hubs.leave("breakglass-rules-dlq", event(2, hubs.account), STANDBY)
    hubs.tell("e-2")
    inner = {
        "requestContext": {"condition": "Success"}, "requestPayload": event(3, hubs.account),
        "responsePayload": {"schema": "breakglass.message/1", "due": True, "id": "e-3", "subject": "Alert e-3"},
    }  # fmt: skip
    arn = f"arn:aws:lambda:{HOME}:{hubs.account}:function:breakglass-sns-publisher:$LATEST"
    outer = {"requestContext": {"condition": "RetriesExhausted", "functionArn": arn}, "requestPayload": inner}
    hubs.leave("breakglass-publisher-dlq", outer)
    hubs.leave("breakglass-publisher-dlq", outer)
    done = run("redrive", "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout.splitlines()
    assert f"breakglass-enricher-dlq in {HOME}: about 1 record" in said
    assert f"breakglass-enricher-dlq in {HOME}: e-1, Alert e-1: told now" in said
    assert any(line.startswith(f"breakglass-rules-dlq in {STANDBY}: e-2, Alert e-2: told before at ") for line in said)
    about = [line for line in said if "e-3" in line]
    assert about[0].endswith("told now") and "told before at" in about[1]
    assert hubs.invoked.count("breakglass-sns-publisher") == 2
    assert all(hubs.left(name, region) == [0, 0] for name in QUEUES for region in (HOME, STANDBY))
    again = run("redrive", "--yes")
    assert again.returncode == 0 and f"breakglass-publisher-dlq in {HOME}: empty" in again.stdout


def test_what_fails_again_stays_and_can_be_seen_at_once(hubs, run):
    hubs.publish = lambda id: {"errorMessage": 'sns publish to "arn" failed: KMSDisabled\nhint: enable it'}
    hubs.leave("breakglass-enricher-dlq", event(1, hubs.account))
    hubs.leave("breakglass-enricher-dlq", "no event at all")
    done = run("redrive", "--queue", "breakglass-enricher-dlq", "--region", HOME, "--yes")
    assert done.returncode == 2
    assert "e-1, Alert e-1: still failing because breakglass-sns-publisher failed: sns publish" in done.stdout
    assert "a record: still failing because it is not JSON" in done.stdout
    assert "0 done, 2 left" in done.stderr
    assert hubs.left("breakglass-enricher-dlq") == [2, 0]


def test_nothing_is_taken_by_whoever_only_looks_or_is_nobody(hubs, run):
    hubs.leave("breakglass-enricher-dlq", event(1, hubs.account))
    shown = run("redrive", "--plan-only")
    assert shown.returncode == 0 and "about 1 record" in shown.stdout
    asked = run("redrive")
    assert asked.returncode == 2 and "nobody is there to ask" in asked.stderr
    assert hubs.left("breakglass-enricher-dlq") == [1, 0] and hubs.invoked == []


def test_a_hub_that_the_plan_does_not_have(run):
    done = run("redrive", "--region", "eu-central-1")
    assert done.returncode == 64
    assert 'Region "eu-central-1" has no hub' in done.stderr and "hint: " in done.stderr


@pytest.fixture
def replayed(hubs):
    """What StartReplay was asked. Its end tells the alerts of `told`."""
    asked = []

    def other(operation, request):
        if operation == "events:StartReplay":
            asked.append(json.loads(request.body))
            return reply({"State": "STARTING"})
        if operation == "events:DescribeReplay":
            hubs.tell("e-2")
            return reply({"State": "COMPLETED"})
        return None

    hubs.other = other
    return asked


def write(hubs, *numbers):
    logs = hubs.boto("logs", region_name=HOME)
    logs.create_log_group(logGroupName=GROUP)
    logs.create_log_stream(logGroupName=GROUP, logStreamName="rule")
    then = int(time.time() - 7_200) * 1_000
    lines = [{"timestamp": then, "message": json.dumps(event(n, hubs.account))} for n in numbers]
    logs.put_log_events(logGroupName=GROUP, logStreamName="rule", logEvents=lines)


def moment(hours):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - hours * 3_600))


def test_a_replay_tells_what_was_not_told(hubs, replayed, run):
    write(hubs, 1, 2)
    hubs.tell("e-1", STANDBY)
    done = run("replay", "--from", moment(3), "--to", moment(1), "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 due and not told, 1 told before, 0 not due" in done.stdout
    assert "1 told now, 1 told before, 0 not due, 0 not told" in done.stdout
    (asked,) = replayed
    hub = f"arn:aws:events:{HOME}:{hubs.account}"
    assert asked["EventSourceArn"] == f"{hub}:archive/breakglass-hub"
    assert asked["Destination"] == {
        "Arn": f"{hub}:event-bus/breakglass-hub", "FilterArns": [f"{hub}:rule/breakglass-hub/breakglass-hub"],
    }  # fmt: skip


def test_a_replay_is_shown_first_and_refuses_what_the_outbox_has_forgotten(hubs, replayed, run):
    write(hubs, 1)
    shown = run("replay", "--from", moment(3), "--to", moment(1), "--plan-only")
    assert shown.returncode == 0 and "1 due and not told" in shown.stdout
    old = run("replay", "--from", moment(15 * 24), "--to", moment(1), "--yes")
    assert old.returncode == 64 and "would be told again" in old.stderr
    assert replayed == []


def test_a_ledger_that_cannot_be_read_is_no_success(aws, hubs, replayed, run):
    done = run("replay", "--from", moment(3), "--to", moment(1), "--yes")
    assert done.returncode == 2
    assert "what is due and what was told is not known" in done.stderr
    assert len(replayed) == 1
    aws.failures.clear()
