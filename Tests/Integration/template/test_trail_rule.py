"""The trail that the plan names is heard wherever it lives, by name and by ARN, and the reader agrees with the rule."""

import json

import pytest

from testkit.events.records import record
from testkit.patterns.matching import matcher
from testkit.programs.preview import alerts
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, PRODUCTION, STANDBY

# Its home is neither hub Region, nor the Region that records IAM.
REGION = "eu-central-1"
TRAIL = f"arn:aws:cloudtrail:{REGION}:{MANAGEMENT}:trail/org-trail"
OTHER = f"arn:aws:cloudtrail:{REGION}:{MANAGEMENT}:trail/other-org-trail"


def deeds(trail):
    """Every way to stop, narrow, redirect or delete a trail, as the management account records it."""
    name = trail.rpartition("/")[2]
    for named in (name, trail):
        yield "StopLogging", {"name": named}
        yield "StartLogging", {"name": named}
        yield "DeleteTrail", {"name": named}
        yield "UpdateTrail", {"name": named, "s3BucketName": "elsewhere"}
        yield "UpdateTrail", {"name": named, "isMultiRegionTrail": False}
        yield "UpdateTrail", {"name": named, "isOrganizationTrail": False}
        yield "PutEventSelectors", {"trailName": named, "eventSelectors": [{"readWriteType": "WriteOnly"}]}
        yield "PutInsightSelectors", {"trailName": named, "insightSelectors": []}
    yield "AddTags", {"resourceId": trail}
    yield "RemoveTags", {"resourceId": trail}


def events(trail):
    for name, request in deeds(trail):
        yield record("cloudtrail.amazonaws.com", name, account=MANAGEMENT, region=REGION, request=request)
    # A member, who names it by ARN, is refused; a delegated administrator of CloudTrail is not.
    for account in (PRODUCTION, EMERGENCY):
        for region in (REGION, HOME):
            yield record(
                "cloudtrail.amazonaws.com", "StopLogging", account=account, region=region, request={"name": trail}
            )
        who = f"User: arn:aws:sts::{account}:assumed-role/Admin/dana"
        for end in ("", " with an explicit deny in a service control policy", ": because"):
            yield record(
                "cloudtrail.amazonaws.com", "StopLogging", account=account, region=REGION, errorCode="AccessDenied",
                errorMessage=f"{who} is not authorized to perform: cloudtrail:StopLogging on resource: {trail}{end}",
            )  # fmt: skip


def rule(account, region, **parameters):
    made = stacks.region(account, region, TrailArn=TRAIL, **parameters)
    (found,) = [r for r in made.resources("AWS::Events::Rule").values() if r["Name"] == "breakglass-trail-change"]
    return found


def delivered(event):
    return matcher(rule(event["account"], event["region"])["EventPattern"])(event)


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    path.write_text(stacks.PLAN.read_text() + f"trail: {TRAIL}\n")
    return path


def read(plan, found, folder):
    paths = []
    for index, event in enumerate(found):
        paths.append(folder / f"{index:03}.json")
        paths[-1].write_text(json.dumps(event))
    return alerts(plan, paths)


def test_every_change_of_the_trail_is_due_and_delivered(plan, tmp_path):
    found = list(events(TRAIL))
    for event, alert in zip(found, read(plan, found, tmp_path), strict=True):
        said = event["detail"]["eventName"], event["account"], event["detail"].get("requestParameters")
        assert alert["due"] and alert["kind"] == "tamper", said
        assert alert["resource"]["type"] == "trail" and alert["resource"]["arn"] == TRAIL, said
        assert delivered(event), said


def test_a_change_of_another_trail_is_not_due_and_delivered_only_where_it_fails(plan, tmp_path):
    found = list(events(OTHER))
    for event, alert in zip(found, read(plan, found, tmp_path), strict=True):
        assert not alert["due"]
        assert delivered(event) == ("errorMessage" in event["detail"])


def test_without_the_line_in_the_plan_nobody_would_hear_it(tmp_path):
    found = [event for event in events(TRAIL) if "errorMessage" not in event["detail"]]
    assert not any(alert["due"] for alert in read(stacks.PLAN, found, tmp_path))
    for event in found:
        pattern = rule(event["account"], event["region"])["EventPattern"]
        bare = stacks.region(event["account"], event["region"]).resources("AWS::Events::Rule")
        (before,) = [r["EventPattern"] for r in bare.values() if r["Name"] == "breakglass-trail-change"]
        assert before != pattern and not matcher(before)(event)


def test_both_hubs_hear_it_in_the_management_account():
    targets = {target["Arn"] for target in rule(MANAGEMENT, REGION)["Targets"]}
    assert targets == {stacks.bus(HOME), stacks.bus(STANDBY)}


def test_the_pattern_has_no_wildcard():
    for trail in ("", TRAIL):
        made = stacks.region(MANAGEMENT, REGION, TrailArn=trail).resources("AWS::Events::Rule").values()
        (pattern,) = [r["EventPattern"] for r in made if r["Name"] == "breakglass-trail-change"]
        text = json.dumps(pattern, separators=(",", ":"))
        assert "wildcard" not in text and '""' not in text and len(text) <= 2_048
