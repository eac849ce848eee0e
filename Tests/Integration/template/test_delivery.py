"""The delivery of alerts: the lane of critical ones, the sweep, what waits, what is due, and the ledger."""

import re

import pytest

from testkit.repository import ROOT
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, STANDBY

hub, standby = stacks.hub(), stacks.hub(STANDBY)
EACH = pytest.mark.parametrize("stack", [hub, standby], ids=[HOME, STANDBY])


@EACH
def test_what_waits_comes_to_the_publisher_ten_times_and_is_lost_to_nobody(stack):
    (queue,) = [q for q in stack.resources("AWS::SQS::Queue").values() if q["QueueName"] == "breakglass-waiting"]
    place = f"arn:aws:sqs:{stack.region}:{EMERGENCY}"
    assert queue["DelaySeconds"] == 60
    assert queue["RedrivePolicy"] == {"deadLetterTargetArn": f"{place}:breakglass-publisher-dlq", "maxReceiveCount": 10}
    functions = {f["FunctionName"]: f for f in stack.resources("AWS::Lambda::Function").values()}
    publisher = functions["breakglass-sns-publisher"]
    # Lambda refuses a queue whose messages come again while the function may still run.
    assert publisher["Timeout"] < queue["VisibilityTimeout"] == 60
    assert publisher["Environment"]["Variables"]["WAITING_QUEUE_URL"] == "breakglass-waiting"
    (mapping,) = stack.resources("AWS::Lambda::EventSourceMapping").values()
    assert mapping == {
        "FunctionName": "breakglass-sns-publisher", "EventSourceArn": f"{place}:breakglass-waiting", "BatchSize": 1,
        "FunctionResponseTypes": ["ReportBatchItemFailures"], "ScalingConfig": {"MaximumConcurrency": 2},
    }  # fmt: skip


@EACH
def test_the_publisher_sends_in_any_case_before_the_queue_gives_up(stack):
    source = (ROOT / "Sources/AlertPath/Publisher+Waiting.swift").read_text()
    wait, most = (int(re.search(rf"static let {name} = (\d+)", source)[1]) for name in ("wait", "mostReceives"))
    (queue,) = [q for q in stack.resources("AWS::SQS::Queue").values() if q["QueueName"] == "breakglass-waiting"]
    assert queue["DelaySeconds"] == wait
    # Receives of an invocation that was throttled count, too.
    assert most * 2 <= queue["RedrivePolicy"]["maxReceiveCount"]


@EACH
def test_the_lane_of_critical_alerts_is_the_same_code_and_sweeps_every_minute(stack):
    functions = stack.resources("AWS::Lambda::Function")
    publisher, critical = dict(functions["Publisher"]), dict(functions["CriticalPublisher"])
    assert publisher.pop("FunctionName") == critical.pop("FunctionName").removesuffix("-critical")
    assert (int(publisher.pop("ReservedConcurrentExecutions")), int(critical.pop("ReservedConcurrentExecutions"))) == (2, 3)
    del publisher["Description"], critical["Description"]
    variables = publisher.pop("Environment")["Variables"]
    assert critical.pop("Environment")["Variables"] == variables | {"LANE": "critical"}
    assert publisher == critical
    sweep = stack.resources("AWS::Events::Rule")["SweepRule"]
    function = f"arn:aws:lambda:{stack.region}:{EMERGENCY}:function:breakglass-sns-publisher-critical"
    assert (sweep["ScheduleExpression"], sweep["State"], sweep.get("EventBusName")) == ("rate(1 minute)", "ENABLED", None)
    assert sweep["Targets"] == [{"Id": "sweep", "Arn": function, "Input": '{"sweep":true}'}]
    permission = stack.resources("AWS::Lambda::Permission")["SweepPermission"]
    assert permission["FunctionName"] == function.rpartition(":")[2]
    assert permission["SourceArn"] == f"arn:aws:events:{stack.region}:{EMERGENCY}:rule/breakglass-sweep"
    handed_on = functions["Enricher"]["Environment"]["Variables"].get("CRITICAL_PUBLISHER")
    assert handed_on == (function.rpartition(":")[2] if stack is hub else None)


def test_the_table_finds_what_is_due_by_its_lane():
    (table,) = hub.resources("AWS::DynamoDB::Table").values()
    (index,) = table["GlobalSecondaryIndexes"]
    assert index["IndexName"] == "due" and index["Projection"] == {"ProjectionType": "KEYS_ONLY"}
    keys = [(key["AttributeName"], key["KeyType"]) for key in index["KeySchema"]]
    assert keys == [("lane", "HASH"), ("due", "RANGE")]
    assert {a["AttributeName"]: a["AttributeType"] for a in table["AttributeDefinitions"]} == {
        "id": "S", "lane": "S", "due": "N",
    }  # fmt: skip


def test_the_ledger_takes_what_the_enricher_gets_and_no_replay():
    rules = hub.resources("AWS::Events::Rule")
    ledger = rules["LedgerRule"]
    pattern = dict(ledger["EventPattern"])
    assert pattern.pop("replay-name") == [{"exists": False}]
    assert pattern == rules["HubRule"]["EventPattern"]
    (target,) = ledger["Targets"]
    group = stacks.evidence().resources("AWS::Logs::LogGroup")["LedgerLog"]
    assert target["Arn"].endswith(f":log-group:{group['LogGroupName']}")
    (statement,) = group["ResourcePolicyDocument"]["Statement"]
    assert statement["Resource"] == target["Arn"] + ":*"
    assert statement["Condition"]["ArnEquals"]["aws:SourceArn"].endswith(":rule/breakglass-hub/breakglass-ledger")
