"""The packaged drift-checker before moto: what was seen is reported, whatever could not be."""

import json
import subprocess
import time

import pytest

from testkit.aws import account_server
from testkit.repository import ROOT

EVENTS = ROOT / "lambda/drift-checker/events"
CHECK, CANARY = ((EVENTS / f"{name}.json").read_bytes() for name in ("check", "canary"))
EMERGENCY, PRODUCTION = "123456789012", "111122223333"
PLAN = f"""
organization: example
emergencyAccount: "{EMERGENCY}"
regions: {{ home: eu-west-1 }}
accounts: [{{ number: 1, id: "{PRODUCTION}", name: production }}]
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
"""


@pytest.fixture
def regions():
    with account_server.serving(["eu-west-1", "us-east-1"]) as server:
        yield server


@pytest.fixture
def cloud(boto):
    """The hub bus with a queue that hears everything, the state table, a bucket."""
    events, sqs = boto("events"), boto("sqs")
    bus = events.create_event_bus(Name="breakglass-hub")["EventBusArn"]
    url = sqs.create_queue(QueueName="heard")["QueueUrl"]
    queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    events.put_rule(
        Name="all", EventBusName="breakglass-hub",
        EventPattern='{"source": ["breakglass.drift-checker"]}',
    )  # fmt: skip
    events.put_targets(
        Rule="all", EventBusName="breakglass-hub",
        Targets=[{"Id": "1", "Arn": queue["Attributes"]["QueueArn"]}],
    )  # fmt: skip
    boto("dynamodb").create_table(
        TableName="breakglass-state",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    boto("s3").create_bucket(
        Bucket="example.reports", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )

    def heard():
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
        for message in messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return [json.loads(message["Body"]) for message in messages]

    return {"bus": bus, "heard": heard}


@pytest.fixture
def start(emulated, unpacked, aws_environment, cloud, regions, tmp_path):
    """start(NAME="value") is the function with the plan beside it, as deployment adds it."""
    bootstrap = unpacked("drift-checker")
    (tmp_path / "plan.yaml").write_text(PLAN)
    command = [ROOT / "dist/breakglass", "plan", "compile", tmp_path / "plan.yaml"]
    plan = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    (bootstrap.parent / "plan.json").write_bytes(plan)
    settings = aws_environment | {
        "EVENT_BUS_ARN": cloud["bus"],
        "TABLE_NAME": "breakglass-state",
        "REPORT_BUCKET": "example.reports",
        "AWS_ENDPOINT_URL_ACCOUNT": regions.url,
    }

    def start(timeout=60, **changed):
        environment = {name: value for name, value in (settings | changed).items() if value}
        return emulated(bootstrap, timeout=timeout, **environment)

    return start


@pytest.fixture(autouse=True)
def lenient(aws):
    """moto lacks some operations and answers 404 or 501: that is no fault of the request."""
    yield
    aws.failures[:] = [one for one in aws.failures if "not implemented" not in str(one).lower()]


def answer(function, event):
    given = function.invoke(event)
    assert given.error is None, function.logged()
    return json.loads(given.body)


def test_a_run_reports_to_the_bus_the_bucket_and_the_table(start, cloud, boto):
    given = answer(start(), CHECK)
    assert given["result"] == "reported" and given["told"] and given["undone"] == []
    (event,) = cloud["heard"]()
    assert event["source"] == "breakglass.drift-checker"
    assert event["detail-type"] == "Break Glass Drift Report"
    assert event["detail"]["told"]["headline"] == given["headline"]
    objects = boto("s3").list_objects_v2(Bucket="example.reports")["Contents"]
    assert sorted(one["Key"].rsplit(".")[-1] for one in objects) == ["html", "json"]
    stored = {}
    for one in objects:
        body = boto("s3").get_object(Bucket="example.reports", Key=one["Key"])["Body"].read()
        stored[one["Key"].rsplit(".")[-1]] = body
    report = json.loads(stored["json"])
    assert report["schema"] == "breakglass.report/1"
    assert stored["html"].startswith(b"<!DOCTYPE html>")
    item = boto("dynamodb").get_item(TableName="breakglass-state", Key={"id": {"S": "run#last"}})
    digest = json.loads(item["Item"]["digest"]["S"])
    assert digest["schema"] == "breakglass.digest/1" and digest["found"]
    # Nothing is set up in moto: nothing that was asked may be said to be in order.
    assert {one["answer"] for one in report["answers"]} <= {"no", "unknown"}


def test_the_second_run_compares_with_the_first(start, cloud):
    function = start()
    answer(function, CHECK)
    answer(function, CHECK)
    first, second = cloud["heard"]()
    assert first["detail"]["report"]["changes"]["isFirstRun"] is True
    assert second["detail"]["report"]["changes"]["isFirstRun"] is False
    assert first["detail"]["told"]["id"] != second["detail"]["told"]["id"]


def test_what_hangs_is_not_checked_and_the_report_still_goes_out(start, cloud):
    with account_server.serving([]) as silent:
        function = start(timeout=12, AWS_ENDPOINT_URL_ACCOUNT=silent.url)
        began = time.monotonic()
        given = answer(function, CHECK)
    assert time.monotonic() - began < 12
    assert given["result"] == "reported" and given["notChecked"] > 0
    (event,) = cloud["heard"]()
    checks = {one["id"]: one for one in event["detail"]["report"]["checks"]}
    assert checks["rules-exist-in-every-region"]["status"] == "notChecked"


def test_a_bucket_that_hangs_is_said_and_keeps_nobody_from_being_told(start, cloud):
    with account_server.serving([]) as silent:
        given = answer(start(timeout=20, AWS_ENDPOINT_URL_S3=silent.url), CHECK)
    assert given["result"] == "reported"
    assert "not stored in bucket example.reports" in given["undone"][0]
    (event,) = cloud["heard"]()
    assert "not stored in bucket" in json.dumps(event["detail"]["told"])


def test_the_canary_flies_to_every_region_of_every_account(start, aws):
    given = answer(start(), CANARY)
    assert given == {"result": "canaries_sent", "sent": 4, "failed": 0, "failures": []}


def test_canaries_that_all_stay_at_home_fail_the_run(start, aws):
    given = start(AWS_ENDPOINT_URL_ACCOUNT="http://127.0.0.1:9").invoke(CANARY)
    assert given.error is not None and "canaries could be sent" in given.error


@pytest.mark.parametrize("name, hint", [("EVENT_BUS_ARN", "deploy the hub template")])
def test_a_function_without_its_settings_does_not_start(start, name, hint):
    function = start(**{name: ""})
    given = function.invoke(CHECK)
    assert given.error is not None
    assert f"{name} is not set" in given.error + function.logged()
    assert hint in given.error + function.logged()


def test_a_function_without_its_plan_does_not_start(emulated, unpacked, aws_environment):
    bootstrap = unpacked("drift-checker")
    (bootstrap.parent / "plan.json").unlink(missing_ok=True)
    function = emulated(bootstrap, **aws_environment, EVENT_BUS_ARN="x")
    given = function.invoke(CHECK)
    assert given.error is not None
    assert "plan.json" in given.error + function.logged()


def test_a_bus_that_is_gone_fails_the_run_and_keeps_nothing(start, boto, aws):
    boto("events").delete_event_bus(Name="breakglass-hub")
    given = start().invoke(CHECK)
    assert given.error is not None and "did not reach" in given.error
    item = boto("dynamodb").get_item(TableName="breakglass-state", Key={"id": {"S": "run#last"}})
    assert "Item" not in item
    aws.failures.clear()


def test_a_task_that_is_not_known_is_refused(start):
    given = start().invoke(b'{"task": "repair"}')
    assert given.error is not None and "repair" in given.error


def test_no_credential_stands_in_log_or_answer(start, aws_environment):
    function = start()
    given = function.invoke(CHECK)
    for text in (given.body.decode(), function.logged()):
        assert aws_environment["AWS_SECRET_ACCESS_KEY"] not in text
