"""Defects of trails, canaries, drills and stacks."""

import json

from testkit.aws.answers import reply, xml
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, HOME, STANDBY


@defect("trail-is-logging", "has no trail")
def there_is_no_trail(world, answers, okta):
    trail = world.production.client("cloudtrail", HOME)
    [kept] = trail.describe_trails()["trailList"]
    selectors = trail.get_event_selectors(TrailName=kept["Name"])["EventSelectors"]
    trail.delete_trail(Name=kept["Name"])
    yield
    same = {key: kept[key] for key in ("Name", "S3BucketName", "IncludeGlobalServiceEvents", "IsMultiRegionTrail")}
    trail.create_trail(**same)
    trail.put_event_selectors(TrailName=kept["Name"], EventSelectors=selectors)
    trail.start_logging(Name=kept["Name"])


@defect("trail-is-logging", "logs eu-west-1 alone")
def the_trail_logs_one_region(world, answers, okta):
    trail = world.emergency.client("cloudtrail", HOME)
    trail.update_trail(Name="breakglass-trail", IsMultiRegionTrail=False)
    yield
    trail.update_trail(Name="breakglass-trail", IsMultiRegionTrail=True)


def other_selectors(world, selectors):
    trail, own = world.emergency.client("cloudtrail", HOME), {"TrailName": "breakglass-trail"}
    kept = trail.get_event_selectors(**own)["EventSelectors"]
    trail.put_event_selectors(**own, EventSelectors=selectors)
    yield
    trail.put_event_selectors(**own, EventSelectors=kept)


@defect("trail-is-logging", "all management events")
def the_trail_leaves_management_events_out(world, answers, okta):
    yield from other_selectors(world, [{"ReadWriteType": "All", "IncludeManagementEvents": False}])


@defect("trail-is-logging", "all management events")
def the_trail_leaves_kms_out(world, answers, okta):
    out = ["kms.amazonaws.com", "rdsdata.amazonaws.com"]
    yield from other_selectors(
        world, [{"ReadWriteType": "All", "IncludeManagementEvents": True, "ExcludeManagementEventSources": out}]
    )


@defect("trail-is-logging", "cannot deliver")
def the_trail_cannot_deliver(world, answers, okta):
    status = {"IsLogging": True, "LatestDeliveryError": "AccessDenied"}
    answers.replaced["cloudtrail:GetTrailStatus"] = lambda request: reply(status)
    yield


# Canaries, drills, stacks ----------------------------------------------------------------------------


def other_item(world, key, change):
    table = world.emergency.client("dynamodb", HOME)
    item = table.get_item(TableName="breakglass-state", Key={"id": {"S": key}})["Item"]
    changed = json.loads(json.dumps(item))
    change(changed)
    world.put(changed)
    yield
    world.put(item)


@defect("canary-was-heard", "no canary was ever heard")
def a_canary_was_never_heard(world, answers, okta):
    yield from other_item(world, f"canary#{EMERGENCY}", lambda item: item.pop(STANDBY))


@defect("drill-is-recent", "nobody came in through")
def nobody_practised_the_federation(world, answers, okta):
    yield from other_item(world, "drill#federation", lambda item: item.update(time={"N": "1500000000"}))


@defect("drill-is-recent", "nobody ever came in")
def nobody_ever_practised(world, answers, okta):
    key = {"id": {"S": "drill#user"}}
    table = world.emergency.client("dynamodb", HOME)
    item = table.get_item(TableName="breakglass-state", Key=key)["Item"]
    table.delete_item(TableName="breakglass-state", Key=key)
    yield
    world.put(item)


@defect("stack-matches-template", "ROLLBACK")
def a_stack_was_rolled_back(world, answers, okta):
    stack = {
        "StackName": "breakglass-hub", "StackStatus": "UPDATE_ROLLBACK_COMPLETE",
        "StackId": "arn:aws:cloudformation:eu-west-1:123456789012:stack/breakglass-hub/1",
        "CreationTime": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    answers.replaced["cloudformation:ListStacks"] = lambda request: xml(
        "ListStacks", StackSummaries=[stack]
    )
    yield


@defect("stack-matches-template", "no stack of ours")
def our_stacks_are_gone(world, answers, okta):
    # CloudFormation lists a deleted stack for 90 days.
    gone = {
        "StackName": "breakglass-hub", "StackStatus": "DELETE_COMPLETE",
        "CreationTime": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    answers.replaced["cloudformation:ListStacks"] = lambda request: xml(
        "ListStacks", StackSummaries=[gone]
    )
    yield
