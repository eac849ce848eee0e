"""Defects on the path of an alert: rules, hubs, queues, canaries."""

import json
import time

from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME, PRODUCTION


@defect("rules-see-read-only-events", "DISABLED")
def a_rule_is_disabled(world, answers, okta):
    events = world.production.client("events", "us-west-2")
    rule = events.describe_rule(Name="breakglass-sign-in")
    events.disable_rule(Name="breakglass-sign-in")
    yield
    events.put_rule(
        Name="breakglass-sign-in", EventPattern=rule["EventPattern"],
        State="ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    )  # fmt: skip


@defect("rule-patterns-match", "does not match")
def a_pattern_is_narrowed(world, answers, okta):
    events = world.emergency.client("events", "us-east-1")
    rule = events.describe_rule(Name="breakglass-root")
    about = {"Name": "breakglass-root", "State": rule["State"]}
    events.put_rule(EventPattern=json.dumps({"source": ["aws.nothing"]}), **about)
    yield
    events.put_rule(EventPattern=rule["EventPattern"], **about)


@defect("rules-reach-the-hub", "does not send to")
def a_rule_lost_a_target(world, answers, okta):
    events = world.production.client("events", HOME)
    target = events.list_targets_by_rule(Rule="breakglass-assume-role")["Targets"][0]
    events.remove_targets(Rule="breakglass-assume-role", Ids=[target["Id"]])
    yield
    events.put_targets(Rule="breakglass-assume-role", Targets=[target])


@defect("topic-has-confirmed-subscribers", "stranger@example.com")
def a_stranger_listens(world, answers, okta):
    sns, topic = world.emergency.client("sns", HOME), f"arn:aws:sns:{HOME}:{EMERGENCY}:breakglass-alerts"
    arn = sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="stranger@example.com", ReturnSubscriptionArn=True)
    yield
    sns.unsubscribe(SubscriptionArn=arn["SubscriptionArn"])


@defect("topic-key-works", "Disabled")
def the_key_is_disabled(world, answers, okta):
    kms = world.emergency.client("kms", HOME)
    key = kms.describe_key(KeyId="alias/breakglass")["KeyMetadata"]["KeyId"]
    kms.disable_key(KeyId=key)
    yield
    kms.enable_key(KeyId=key)


@defect("topic-key-works", "rotate")
def the_key_does_not_rotate(world, answers, okta):
    kms = world.emergency.client("kms", "us-west-2")
    key = kms.describe_key(KeyId="alias/breakglass")["KeyMetadata"]["KeyId"]
    kms.disable_key_rotation(KeyId=key)
    yield
    kms.enable_key_rotation(KeyId=key)


@defect("functions-are-live", "concurrency is 0")
def the_enricher_may_not_run(world, answers, okta):
    functions, name = world.emergency.client("lambda", HOME), {"FunctionName": "breakglass-event-enricher"}
    functions.put_function_concurrency(ReservedConcurrentExecutions=0, **name)
    yield
    functions.delete_function_concurrency(**name)


@defect("queues-are-empty-and-alarms-live", "holds 1")
def an_alert_was_not_published(world, answers, okta):
    sqs = world.emergency.client("sqs", HOME)
    queue = sqs.get_queue_url(QueueName="breakglass-publisher-dlq")["QueueUrl"]
    sqs.send_message(QueueUrl=queue, MessageBody="alert")
    yield
    for message in sqs.receive_message(QueueUrl=queue)["Messages"]:
        sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])


@defect("queues-are-empty-and-alarms-live", "no live action")
def an_alarm_is_mute(world, answers, okta):
    alarms = world.emergency.client("cloudwatch", HOME)
    name = "breakglass-publisher-dlq-not-empty"
    about = alarms.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]
    wanted = [
        "AlarmName", "MetricName", "Namespace", "Statistic", "Period", "EvaluationPeriods", "Threshold",
        "ComparisonOperator", "AlarmActions",
    ]  # fmt: skip
    same = {key: about[key] for key in wanted}
    alarms.put_metric_alarm(**same, ActionsEnabled=False)
    alarms.set_alarm_state(AlarmName=name, StateValue="OK", StateReason="planted")
    yield
    alarms.put_metric_alarm(**same, ActionsEnabled=True)
    alarms.set_alarm_state(AlarmName=name, StateValue="OK", StateReason="mended")


@defect("trail-is-logging", "stopped")
def the_trail_is_stopped(world, answers, okta):
    trail = world.production.client("cloudtrail", HOME)
    trail.stop_logging(Name="breakglass-trail")
    yield
    trail.start_logging(Name="breakglass-trail")


@defect("canary-was-heard", "us-west-2")
def a_canary_fell_silent(world, answers, okta):
    table, key = world.emergency.client("dynamodb", HOME), {"id": {"S": f"canary#{PRODUCTION}"}}
    item = table.get_item(TableName="breakglass-state", Key=key)["Item"]
    world.put(item | {"us-west-2": {"N": str(int(time.time()) - 200_000)}})
    yield
    world.put(item)


@defect("stack-matches-template")
def a_stack_drifted(world, answers, okta):
    answers.stack_drift = "DRIFTED"
    yield


@defect("drill-is-recent")
def nobody_practised(world, answers, okta):
    key = {"id": {"S": "drill#user"}}
    item = world.emergency.client("dynamodb", HOME).get_item(TableName="breakglass-state", Key=key)["Item"]
    world.put(item | {"time": {"N": str(int(time.time()) - 120 * 86_400)}})
    yield
    world.put(item)


@defect("security-contact-is-set")
def nobody_is_to_be_called(world, answers, okta):
    account = world.emergency.client("account")
    contact = account.get_alternate_contact(AlternateContactType="SECURITY")["AlternateContact"]
    account.delete_alternate_contact(AlternateContactType="SECURITY")
    yield
    account.put_alternate_contact(**contact)
