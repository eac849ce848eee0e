"""Defects of the hub's event bus: its policy and its rules."""

import json

from testkit.drift.breaking import no_rule, refuse, region_of, rule, target
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME, STANDBY

BUS = "breakglass-hub"


def other_bus_policy(world, change, region=HOME):
    events = world.emergency.client("events", region)
    kept = events.describe_event_bus(Name=BUS)["Policy"]
    changed = json.loads(kept)
    change(changed["Statement"])
    events.remove_permission(EventBusName=BUS, RemoveAllPermissions=True)
    events.put_permission(EventBusName=BUS, Policy=json.dumps(changed))
    yield
    events.remove_permission(EventBusName=BUS, RemoveAllPermissions=True)
    events.put_permission(EventBusName=BUS, Policy=kept)


@defect("rules-reach-the-hub", "does not exist")
def the_hub_bus_is_gone(world, answers, okta):
    for operation in ("events:DescribeEventBus", "events:ListRules"):
        refuse(
            answers, operation, "ResourceNotFoundException",
            where=lambda r: region_of(r) == STANDBY and BUS in r.body.decode(),
        )  # fmt: skip
    yield


@defect("rules-reach-the-hub", "has no policy")
def the_bus_has_no_policy(world, answers, okta):
    events = world.emergency.client("events", STANDBY)
    kept = events.describe_event_bus(Name=BUS)["Policy"]
    events.remove_permission(EventBusName=BUS, RemoveAllPermissions=True)
    yield
    events.put_permission(EventBusName=BUS, Policy=kept)


@defect("rules-reach-the-hub", "does not keep out")
def the_bus_keeps_out_nobody(world, answers, okta):
    def change(statements):
        statements[:] = [one for one in statements if one["Effect"] != "Deny"]

    yield from other_bus_policy(world, change)


@defect("rules-reach-the-hub", "not from our rules")
def everybody_may_send_to_the_bus(world, answers, okta):
    allow = {"Sid": "all", "Effect": "Allow", "Principal": "*", "Action": "events:PutEvents"}
    resource = f"arn:aws:events:{HOME}:{EMERGENCY}:event-bus/{BUS}"
    yield from other_bus_policy(world, lambda statements: statements.append(allow | {"Resource": resource}))


@defect("rules-reach-the-hub", "denies events from our rules")
def the_bus_denies_everything(world, answers, okta):
    deny = {"Sid": "no", "Effect": "Deny", "Principal": "*", "Action": "events:*", "Resource": "*"}
    yield from other_bus_policy(world, lambda statements: statements.append(deny), STANDBY)


@defect("rules-reach-the-hub", "does not let in the rules of account")
def the_bus_lets_in_no_rules(world, answers, okta):
    def change(statements):
        statements[:] = [one for one in statements if one["Effect"] == "Deny"]

    yield from other_bus_policy(world, change)


@defect("rules-reach-the-hub", "DISABLED")
def the_hub_rule_is_disabled(world, answers, okta):
    with rule(world.emergency, STANDBY, BUS, BUS, State="DISABLED"):
        yield


@defect("rules-reach-the-hub", "has no rule breakglass-hub")
def the_hub_rule_is_gone(world, answers, okta):
    with no_rule(world.emergency, HOME, BUS, BUS):
        yield


@defect("rules-reach-the-hub", "has no rule breakglass-alarm")
def the_alarm_rule_is_gone(world, answers, okta):
    with no_rule(world.emergency, STANDBY, "breakglass-alarm", BUS):
        yield


@defect("rules-reach-the-hub", "does not wake the enricher")
def the_hub_rule_wakes_another_function(world, answers, okta):
    other = f"arn:aws:lambda:{HOME}:{EMERGENCY}:function:other"
    with target(world.emergency, HOME, BUS, lambda one: one.update(Arn=other), BUS):
        yield


@defect("rules-reach-the-hub", "no dead-letter queue")
def the_hub_rule_has_no_queue(world, answers, okta):
    with target(world.emergency, HOME, BUS, lambda one: one.pop("DeadLetterConfig"), BUS):
        yield


@defect("rule-patterns-match", "in the hub in eu-west-1 does not match")
def the_hub_rule_is_narrowed(world, answers, okta):
    narrow = json.dumps({"source": ["aws.s3"]})
    with rule(world.emergency, HOME, BUS, BUS, EventPattern=narrow):
        yield


@defect("rules-reach-the-hub", "has the rule ear")
def somebody_else_listens_on_the_bus(world, answers, okta):
    events = world.emergency.client("events", STANDBY)
    events.put_rule(Name="ear", EventBusName=BUS, EventPattern='{"source":[{"prefix":"aws."}]}')
    yield
    events.delete_rule(Name="ear", EventBusName=BUS)


@defect("rules-reach-the-hub", "which is not planned")
def a_rule_of_the_bus_tells_a_stranger(world, answers, okta):
    events = world.emergency.client("events", HOME)
    own = {"EventBusName": BUS, "Rule": BUS}
    stranger = {"Id": "stranger", "Arn": f"arn:aws:lambda:{HOME}:999988887777:function:ear"}
    events.put_targets(**own, Targets=[stranger])
    yield
    events.remove_targets(**own, Ids=["stranger"])
