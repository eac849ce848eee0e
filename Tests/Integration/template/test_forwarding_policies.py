"""What hands events and tasks on acts for our rules and schedules alone: roles, and the queues behind them."""

import pytest

from testkit.policies.evaluation import Request, is_allowed, role, service
from testkit.policies.world import World
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, PRODUCTION, STANDBY

hub = stacks.hub()


def arn(service, name):
    return f"arn:aws:{service}:{HOME}:{EMERGENCY}:{name}"


def takes(stack, name, principal, **context):
    trust = stack.resources("AWS::IAM::Role")[name]["AssumeRolePolicyDocument"]
    request = Request(service(principal), "sts:AssumeRole", "arn:aws:iam::1:role/x", context)
    return is_allowed(request, resource=trust, resource_decides=True)


def test_eventbridge_takes_the_forwarding_role_for_our_rules_here_alone():
    stack = stacks.region(PRODUCTION)
    ours = {"aws:SourceAccount": PRODUCTION,
            "aws:SourceArn": f"arn:aws:events:{HOME}:{PRODUCTION}:rule/breakglass-sign-in"}  # fmt: skip
    assert takes(stack, "ForwardingRole", "events.amazonaws.com", **ours)
    for change in (
        {"aws:SourceAccount": EMERGENCY},
        {"aws:SourceArn": f"arn:aws:events:{HOME}:{PRODUCTION}:rule/other"},
        {"aws:SourceArn": f"arn:aws:events:us-east-1:{PRODUCTION}:rule/breakglass-sign-in"},
        {"aws:SourceArn": f"arn:aws:events:{HOME}:{EMERGENCY}:rule/breakglass-sign-in"},
    ):
        assert not takes(stack, "ForwardingRole", "events.amazonaws.com", **ours | change)
    assert not takes(stack, "ForwardingRole", "lambda.amazonaws.com", **ours)


def test_the_forwarding_role_puts_events_on_the_hubs_and_nothing_else():
    placed = World(stacks.region(PRODUCTION))
    (forwarding,) = [role(PRODUCTION, arn.split("/")[1]) for arn in placed.identities]
    for region in (HOME, STANDBY):
        assert placed.may(forwarding, "events:PutEvents", stacks.bus(region))
    assert not placed.may(forwarding, "events:PutEvents", stacks.bus("us-east-1"))
    assert not placed.may(forwarding, "events:PutRule", stacks.bus(HOME))


def test_the_scheduler_starts_the_checker_for_our_schedules_alone():
    group = arn("scheduler", "schedule-group/breakglass-checker")
    ours = {"aws:SourceAccount": EMERGENCY, "aws:SourceArn": group}
    assert takes(hub, "SchedulerRole", "scheduler.amazonaws.com", **ours)
    other = arn("scheduler", "schedule-group/default")
    assert not takes(hub, "SchedulerRole", "scheduler.amazonaws.com", **ours | {"aws:SourceArn": other})


def queue(name, stack=hub):
    return stack.resources("AWS::SQS::QueuePolicy")[name]["PolicyDocument"]


@pytest.mark.parametrize(
    "policy, rule_, expected",
    [
        (queue("UndeliveredEventsPolicy"), "rule/breakglass-topic-change", True),
        (queue("UndeliveredEventsPolicy"), "rule/breakglass-hub/breakglass-hub", True),
        (queue("UndeliveredEventsPolicy"),
         "rule/aws.partner/okta.com/example/log/breakglass-idp", True),
        (queue("UndeliveredEventsPolicy"), "rule/other", False),
        (queue("HeartbeatPolicy"), "rule/breakglass-hub/breakglass-heartbeat", True),
        (queue("HeartbeatPolicy"), "rule/breakglass-heartbeat", False),
        (queue("UndeliveredEventsPolicy", stacks.region()), "rule/breakglass-sign-in", True),
        (queue("UndeliveredEventsPolicy", stacks.region()), "rule/other", False),
    ],
)  # fmt: skip
def test_queues_take_messages_of_our_rules_alone(policy, rule_, expected):
    def may(**context):
        (target,) = {s["Resource"] for s in policy["Statement"]}
        sent = {"aws:SourceArn": arn("events", rule_), "aws:SourceAccount": EMERGENCY}
        return is_allowed(
            Request(service("events.amazonaws.com"), "sqs:SendMessage", target, sent | context),
            resource=policy,
        )

    assert may() is expected
    assert not may(**{"aws:SecureTransport": "false"})


def test_the_queue_for_canaries_takes_messages_of_the_topic_alone():
    policy = queue("CanariesPolicy")
    (target,) = {s["Resource"] for s in policy["Statement"]}
    topic = arn("sns", "breakglass-alerts")

    def may(who, source=topic, **context):
        if source:
            context |= {"aws:SourceArn": source}
        return is_allowed(Request(who, "sqs:SendMessage", target, context), resource=policy)

    sns = service("sns.amazonaws.com")
    assert may(sns)
    assert not may(sns, arn("sns", "breakglass-alerts-chat")) and not may(sns, None)
    assert not may(sns, **{"aws:SecureTransport": "false"})
    # The account's own policies cannot allow it either.
    star = {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}
    for source in (None, arn("sns", "other")):
        sent = {"aws:SourceArn": source} if source else {}
        admin = Request(role(EMERGENCY, "Admin"), "sqs:SendMessage", target, sent)
        assert not is_allowed(admin, identity=[{"Statement": [star]}], resource=policy)


def test_the_queue_for_canaries_is_subscribed_in_both_hub_regions_if_there_is_a_checker():
    for stack in (hub, stacks.hub(STANDBY)):
        (about,) = stack.resources("AWS::SNS::Subscription").values()
        assert about["FilterPolicy"] == {"kind": ["canary"]} and about["RawMessageDelivery"] is True
        assert about["FilterPolicyScope"] == "MessageAttributes"
        assert about["Endpoint"] == f"arn:aws:sqs:{stack.region}:{EMERGENCY}:breakglass-canaries"
        assert about["TopicArn"] == f"arn:aws:sns:{stack.region}:{EMERGENCY}:breakglass-alerts"
    assert not stacks.hub(CheckerCode="").resources("AWS::SNS::Subscription")
