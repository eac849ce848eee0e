"""Defects of the hubs' functions."""

import json

from testkit.drift.breaking import refuse, region_of
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME, STANDBY

ENRICHER = "breakglass-event-enricher"


def functions(world, region=HOME):
    return world.emergency.client("lambda", region)


@defect("functions-are-live", "does not exist")
def the_publisher_is_gone(world, answers, okta):
    refuse(
        answers, "lambda:GetFunctionConfiguration", "ResourceNotFoundException", 404,
        where=lambda r: region_of(r) == HOME and "breakglass-sns-publisher" in r.target,
    )  # fmt: skip
    yield


@defect("functions-are-live", "has the code")
def the_enricher_has_other_code(world, answers, okta):
    key = f"deployed#{STANDBY}/{ENRICHER}"
    item = {"id": {"S": key}}
    table = world.emergency.client("dynamodb", HOME)
    kept = table.get_item(TableName="breakglass-state", Key=item)["Item"]
    world.put(kept | {"codeSHA256": {"S": "b3RoZXI="}})
    yield
    world.put(kept)


@defect("functions-are-live", "concurrency is 0")
def the_checker_may_not_run(world, answers, okta):
    own = {"FunctionName": "breakglass-drift-checker"}
    functions(world).put_function_concurrency(**own, ReservedConcurrentExecutions=0)
    yield
    functions(world).delete_function_concurrency(**own)


@defect("functions-are-live", "may not invoke")
def nobody_may_invoke_the_enricher(world, answers, okta):
    own = {"FunctionName": ENRICHER}
    [kept] = json.loads(functions(world).get_policy(**own)["Policy"])["Statement"]
    functions(world).remove_permission(**own, StatementId="s")
    yield
    functions(world).add_permission(
        **own, StatementId="s", Action="lambda:InvokeFunction", Principal="events.amazonaws.com",
        SourceArn=kept["Condition"]["ArnLike"]["AWS:SourceArn"],
    )  # fmt: skip


@defect("functions-are-live", "may be invoked by")
def anybody_may_invoke_the_enricher(world, answers, okta):
    own = {"FunctionName": ENRICHER, "StatementId": "more"}
    functions(world).add_permission(**own, Action="lambda:InvokeFunction", Principal="999988887777")
    yield
    functions(world).remove_permission(**own)


def other_destinations(world, change, region=HOME):
    own = {"FunctionName": ENRICHER}
    kept = functions(world, region).get_function_event_invoke_config(**own)["DestinationConfig"]
    changed = json.loads(json.dumps(kept))
    change(changed)
    functions(world, region).delete_function_event_invoke_config(**own)
    functions(world, region).put_function_event_invoke_config(**own, DestinationConfig=changed)
    yield
    functions(world, region).delete_function_event_invoke_config(**own)
    functions(world, region).put_function_event_invoke_config(**own, DestinationConfig=kept)


@defect("functions-are-live", "on success")
def what_is_made_goes_elsewhere(world, answers, okta):
    other = f"arn:aws:lambda:{HOME}:{EMERGENCY}:function:other"
    yield from other_destinations(world, lambda config: config["OnSuccess"].update(Destination=other))


@defect("functions-are-live", "on failure")
def what_fails_goes_nowhere(world, answers, okta):
    yield from other_destinations(world, lambda config: config.pop("OnFailure"), STANDBY)


@defect("functions-are-live", "on failure")
def nothing_is_handed_on(world, answers, okta):
    own = {"FunctionName": ENRICHER}
    kept = functions(world).get_function_event_invoke_config(**own)["DestinationConfig"]
    functions(world).delete_function_event_invoke_config(**own)
    yield
    functions(world).put_function_event_invoke_config(**own, DestinationConfig=kept)


NIGHTLY = {"Name": "breakglass-nightly-check", "GroupName": "breakglass-checker"}


def schedule(world):
    """The nightly schedule as it is written."""
    read = world.emergency.client("scheduler", HOME).get_schedule(**NIGHTLY)
    written = ["Name", "GroupName", "State", "ScheduleExpression", "FlexibleTimeWindow", "Target"]
    return {name: read[name] for name in written}


@defect("functions-are-live", "is DISABLED")
def nobody_starts_the_nightly_check(world, answers, okta):
    scheduler, kept = world.emergency.client("scheduler", HOME), schedule(world)
    scheduler.update_schedule(**kept | {"State": "DISABLED"})
    yield
    scheduler.update_schedule(**kept)


@defect("functions-are-live", "schedule breakglass-nightly-check does not exist")
def the_nightly_schedule_is_gone(world, answers, okta):
    scheduler, kept = world.emergency.client("scheduler", HOME), schedule(world)
    scheduler.delete_schedule(**NIGHTLY)
    yield
    scheduler.create_schedule(**kept)
