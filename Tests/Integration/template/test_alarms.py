"""Every way in which an alert could die has an alarm, and the alarms have a channel of their own."""

import json

import pytest

from testkit.events.hearing import event
from testkit.patterns.matching import matches
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, STANDBY

hub, standby = stacks.hub(), stacks.hub(STANDBY)
FUNCTIONS = (
    "breakglass-event-enricher", "breakglass-sns-publisher", "breakglass-sns-publisher-critical",
    "breakglass-drift-checker",
)  # fmt: skip
ALARM_TOPIC = f"arn:aws:sns:{HOME}:{EMERGENCY}:breakglass-alarms"


def alarms(stack=hub):
    return {a["AlarmName"]: a for a in stack.resources("AWS::CloudWatch::Alarm").values()}


def watched(stack=hub):
    """(namespace, metric, what of) of every alarm."""
    return {
        (a["Namespace"], a["MetricName"], d["Value"])
        for a in alarms(stack).values()
        for d in a["Dimensions"]
    }


WAYS_TO_DIE = [
    ("AWS/Events", "FailedInvocations", "breakglass-hub"),
    ("AWS/Events", "InvocationsFailedToBeSentToDlq", "breakglass-hub"),
    ("AWS/Events", "FailedInvocations", "breakglass-ledger"),
    *(("AWS/Lambda", metric, name) for name in FUNCTIONS for metric in (
        "Errors", "Throttles", "DestinationDeliveryFailures", "AsyncEventsDropped")),
    ("AWS/Lambda", "AsyncEventAge", "breakglass-event-enricher"),
    ("AWS/Lambda", "AsyncEventAge", "breakglass-sns-publisher"),
    ("AWS/Lambda", "AsyncEventAge", "breakglass-sns-publisher-critical"),
    ("AWS/Lambda", "Invocations", "breakglass-sns-publisher"),
    ("AWS/Lambda", "Invocations", "breakglass-sns-publisher-critical"),
    *(("AWS/SQS", "ApproximateNumberOfMessagesVisible", f"breakglass-{name}-dlq") for name in (
        "enricher", "publisher", "checker")),
    ("AWS/SQS", "ApproximateAgeOfOldestMessage", "breakglass-waiting"),
    ("AWS/SQS", "NumberOfMessagesSent", "breakglass-heartbeat"),
    ("AWS/SNS", "NumberOfNotificationsFailed", "breakglass-alerts"),
    ("AWS/SNS", "NumberOfNotificationsFailed", "breakglass-alerts-chat"),
    ("AWS/Scheduler", "TargetErrorCount", "breakglass-checker"),
    ("AWS/Scheduler", "InvocationDroppedCount", "breakglass-checker"),
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS_TO_DIE, ids=lambda way: " ".join(way))
def test_every_way_to_die_has_its_alarm(way):
    assert way in watched()


def test_alarms_speak_on_a_channel_that_does_not_need_the_key_and_say_when_it_is_over():
    topics = {t["TopicName"]: t for t in hub.resources("AWS::SNS::Topic").values()}
    assert "KmsMasterKeyId" not in topics["breakglass-alarms"]
    assert all("KmsMasterKeyId" in t for n, t in topics.items() if n != "breakglass-alarms")
    for name, alarm in alarms().items():
        assert name.startswith("breakglass-")
        assert alarm["AlarmActions"] == alarm["OKActions"] == [ALARM_TOPIC]
        assert alarm.get("ActionsEnabled", True)
        assert len(alarm["AlarmDescription"]) > 10
        # A silence is the fault only where something is due every hour or every minute.
        silence = alarm["MetricName"] in ("NumberOfMessagesSent", "Invocations")
        assert alarm["TreatMissingData"] == ("breaching" if silence else "notBreaching")


def test_the_standby_notices_when_home_is_silent():
    beat = alarms(standby)["breakglass-no-heartbeat"]
    assert beat["ComparisonOperator"] == "LessThanThreshold" and beat["TreatMissingData"] == "breaching"
    assert beat["Period"] * beat["EvaluationPeriods"] == 7_200
    rules = {r["Name"]: r for r in standby.resources("AWS::Events::Rule").values()}
    for name in ("breakglass-hub", "breakglass-heartbeat", "breakglass-alarm"):
        assert rules[name]["State"] == "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
    assert not standby.resources("AWS::Scheduler::Schedule")
    assert "breakglass-publisher-silent" in alarms(standby)
    # Without a checker there is no canary to wait for.
    assert "breakglass-no-heartbeat" not in alarms(stacks.hub(CheckerCode=""))


def test_each_hub_hears_everything_and_knows_its_own_key():
    for stack in (hub, standby):
        rules = {r["Name"]: r for r in stack.resources("AWS::Events::Rule").values()}
        change = event("kms.amazonaws.com", "DisableKey", {"keyId": stacks.KEY}, region=stack.region)
        assert matches(rules["breakglass-hub"]["EventPattern"], change)
        report = change | {"source": "breakglass.drift-checker"}
        assert matches(rules["breakglass-hub"]["EventPattern"], report)
        assert not matches(rules["breakglass-hub"]["EventPattern"], report | {"account": "999988887777"})
        functions = {f["FunctionName"]: f for f in stack.resources("AWS::Lambda::Function").values()}
        variables = functions["breakglass-event-enricher"]["Environment"]["Variables"]
        assert variables["WATCHED_ARNS"] == stack.attributes["Key", "Arn"]
        # The standby's publisher asks home's table before it speaks.
        variables = functions["breakglass-sns-publisher"]["Environment"]["Variables"]
        assert variables.get("HOME_REGION") == (HOME if stack is standby else None)


def test_what_a_region_could_not_deliver_is_told_by_the_hub():
    stack = stacks.region(region=GLOBAL)
    (alarm,) = alarms(stack).values()
    assert alarm["AlarmName"] == "breakglass-rules-undelivered"
    rules = {r["Name"]: r for r in stack.resources("AWS::Events::Rule").values()}
    assert rules["breakglass-undelivered"]["EventPattern"]["detail"] == {
        "alarmName": ["breakglass-rules-undelivered"]
    }
    (target,) = hub.resources("AWS::Events::Rule")["AlarmRule"]["Targets"]
    assert target["Arn"] == ALARM_TOPIC and target["InputTransformer"]


def test_success_and_failure_of_the_enricher_both_go_to_the_publisher_at_once():
    publisher = f"arn:aws:lambda:{HOME}:{EMERGENCY}:function:breakglass-sns-publisher"
    # In the standby Region after a minute: home may have told it by then.
    waiting = f"arn:aws:sqs:{STANDBY}:{EMERGENCY}:breakglass-waiting"
    for stack, receiver in ((hub, publisher), (standby, waiting)):
        outcome = stack.resources("AWS::Lambda::EventInvokeConfig")["EnricherOutcome"]
        to = {kind: d["Destination"] for kind, d in outcome["DestinationConfig"].items()}
        assert to == {"OnSuccess": receiver, "OnFailure": receiver}
        # Trying again helps nobody, and takes three minutes.
        assert outcome["MaximumRetryAttempts"] == 0
    configs = hub.resources("AWS::Lambda::EventInvokeConfig")
    for name, queue in (
        ("PublisherOutcome", "publisher"), ("CriticalPublisherOutcome", "publisher"), ("CheckerOutcome", "checker"),
    ):  # fmt: skip
        failure = configs[name]["DestinationConfig"]["OnFailure"]["Destination"]
        assert failure == f"arn:aws:sqs:{HOME}:{EMERGENCY}:breakglass-{queue}-dlq"
    assert {c["FunctionName"] for c in configs.values()} == set(FUNCTIONS)


def test_queues_keep_what_failed_for_as_long_as_sqs_can():
    for stack in (hub, stacks.region()):
        for queue in stack.resources("AWS::SQS::Queue").values():
            assert queue["SqsManagedSseEnabled"] is True
            if queue["QueueName"] not in ("breakglass-heartbeat", "breakglass-canaries"):
                assert queue["MessageRetentionPeriod"] == 14 * 86_400


def test_the_checker_runs_every_night_and_sends_a_canary_every_hour():
    schedules = hub.resources("AWS::Scheduler::Schedule")
    asked = {json.loads(s["Target"]["Input"])["task"]: s["ScheduleExpression"] for s in schedules.values()}
    assert asked["canary"] == "rate(1 hour)" and asked["check"].startswith("cron(")
    for schedule in schedules.values():
        assert schedule["Target"]["DeadLetterConfig"]["Arn"].endswith(":breakglass-checker-dlq")
        assert schedule["FlexibleTimeWindow"] == {"Mode": "OFF"}


def test_the_dashboard_shows_what_there_is():
    (about,) = hub.resources("AWS::CloudWatch::Dashboard").values()
    body = json.loads(about["DashboardBody"])
    assert len(body["widgets"]) >= 4
    functions = {f["FunctionName"] for f in hub.resources("AWS::Lambda::Function").values()}
    queues = {q["QueueName"] for q in hub.resources("AWS::SQS::Queue").values()}
    topics = {t["TopicName"] for t in hub.resources("AWS::SNS::Topic").values()}
    for widget in body["widgets"]:
        assert widget["properties"]["region"] == HOME
        for metric in widget["properties"]["metrics"]:
            if len(metric) == 4:
                assert metric[3] in functions | queues | topics


def test_logs_and_archive_are_kept_and_end_one_day():
    evidence = stacks.evidence()
    groups = evidence.resources("AWS::Logs::LogGroup").values()
    ledger = "/aws/events/breakglass-ledger"
    # Both publishers write one log.
    logs = {f"/aws/lambda/{name}" for name in FUNCTIONS if not name.endswith("-critical")}
    days = {g["LogGroupName"]: int(g["RetentionInDays"]) for g in groups}
    assert days == dict.fromkeys(logs, 365) | {ledger: 400}
    written_to = {f["LoggingConfig"]["LogGroup"] for f in hub.resources("AWS::Lambda::Function").values()}
    assert written_to == logs
    for resource in stacks.template("evidence")["Resources"].values():
        if resource["Type"] == "AWS::Events::EventBusPolicy":
            continue  # who may put events is no evidence
        assert resource["DeletionPolicy"] in ("Retain", "RetainExceptOnCreate")
        assert resource["UpdateReplacePolicy"] == "Retain"


def test_the_identity_providers_event_source_gets_its_bus():
    (bus,) = hub.resources("AWS::Events::EventBus").values()
    assert bus["Name"] == bus["EventSourceName"] == "aws.partner/okta.com/example/log"
    for other in (stacks.hub(PartnerEventSource=""), standby):
        assert not other.resources("AWS::Events::EventBus")
        assert "IdPRule" not in other.resources("AWS::Events::Rule")
