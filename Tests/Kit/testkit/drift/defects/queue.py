"""Defects of queues and alarms."""

from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import HOME, STANDBY


def no_queue(world, name, region, planter=None):
    sqs = (planter or world.emergency).client("sqs", region)
    sqs.delete_queue(QueueUrl=sqs.get_queue_url(QueueName=name)["QueueUrl"])
    yield
    sqs.create_queue(QueueName=name)


@defect("queues-are-empty-and-alarms-live", "does not exist")
def a_queue_is_gone(world, answers, okta):
    yield from no_queue(world, "breakglass-enricher-dlq", STANDBY)


@defect("queues-are-empty-and-alarms-live", "breakglass-rules-dlq")
def the_queue_of_the_rules_is_gone(world, answers, okta):
    yield from no_queue(world, "breakglass-rules-dlq", "us-east-1", world.production)


@defect("queues-are-empty-and-alarms-live", "not delivered")
def an_event_did_not_reach_the_hub(world, answers, okta):
    sqs = world.production.client("sqs", STANDBY)
    queue = sqs.get_queue_url(QueueName="breakglass-rules-dlq")["QueueUrl"]
    sqs.send_message(QueueUrl=queue, MessageBody="event")
    yield
    for message in sqs.receive_message(QueueUrl=queue)["Messages"]:
        sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])


KEPT = [
    "AlarmName", "ActionsEnabled", "AlarmActions", "OKActions", "MetricName", "Namespace", "Statistic",
    "Dimensions", "Period", "EvaluationPeriods", "Threshold", "ComparisonOperator", "TreatMissingData",
]  # fmt: skip


def other_alarm(world, name, change, region=HOME):
    alarms = world.emergency.client("cloudwatch", region)
    about = alarms.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]
    kept = {key: about[key] for key in KEPT if key in about}
    alarms.delete_alarms(AlarmNames=[name])
    if change:
        alarms.put_metric_alarm(**kept | change)
        alarms.set_alarm_state(AlarmName=name, StateValue=change.get("StateValue", "OK"), StateReason="planted")
    yield
    alarms.put_metric_alarm(**kept)
    alarms.set_alarm_state(AlarmName=name, StateValue="OK", StateReason="mended")


@defect("queues-are-empty-and-alarms-live", "breakglass-publisher-silent")
def an_alarm_is_gone(world, answers, okta):
    yield from other_alarm(world, "breakglass-publisher-silent", None)


@defect("queues-are-empty-and-alarms-live", "no live action")
def an_alarm_has_no_action(world, answers, okta):
    yield from other_alarm(world, "breakglass-enricher-errors", {"AlarmActions": []}, STANDBY)


@defect("queues-are-empty-and-alarms-live", "elsewhere")
def an_alarm_tells_somebody_else(world, answers, okta):
    other = f"arn:aws:sns:{HOME}:999988887777:elsewhere"
    yield from other_alarm(world, "breakglass-enricher-errors", {"AlarmActions": [other]})


@defect("queues-are-empty-and-alarms-live", "ringing")
def an_alarm_rings(world, answers, okta):
    alarms = world.emergency.client("cloudwatch", HOME)
    alarms.set_alarm_state(AlarmName="breakglass-enricher-late", StateValue="ALARM", StateReason="planted")
    yield
    alarms.set_alarm_state(AlarmName="breakglass-enricher-late", StateValue="OK", StateReason="mended")
