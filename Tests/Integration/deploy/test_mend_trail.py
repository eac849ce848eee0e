"""Our own trail is put right by the next deployment: CloudFormation does not see what others changed."""

import pytest

from testkit.deployment.account import EMERGENCY, HOME, PLAN
from testkit.deployment.made_trail import ALL_EVENTS, NAME

# What somebody did to it, and what is said.
CHANGES = {
    "stopped": (lambda trail: trail.stop_logging(Name=NAME), "is stopped"),
    "one Region": (lambda trail: trail.update_trail(Name=NAME, IsMultiRegionTrail=False), f"logs {HOME} alone"),
    "narrowed": (
        lambda trail: trail.put_event_selectors(TrailName=NAME, EventSelectors=[{"ReadWriteType": "WriteOnly"}]),
        "does not log all management events: read events are left out",
    ),
    "deleted": (lambda trail: trail.delete_trail(Name=NAME), "is gone"),
}


def test_ours_is_put_right(run, plan, emergency, cloud):
    path = plan(PLAN.replace(", standby: us-east-2", ""))
    deploy = "deploy", "--yes", "--wait", "0", path
    run(*deploy)
    trail = emergency.client("cloudtrail")
    for name, (change, said) in CHANGES.items():
        change(trail)
        assert f"{NAME} put right: it {said}" in run(*deploy), name
        (kept,) = trail.describe_trails()["trailList"]
        assert kept["S3BucketName"] == f"breakglass-trail-{EMERGENCY}" and kept["IsMultiRegionTrail"], name
        assert trail.get_trail_status(Name=NAME)["IsLogging"], name
        assert trail.get_event_selectors(TrailName=NAME)["EventSelectors"] == ALL_EVENTS, name
    # A sound one is left alone.
    changes = [cloud.count(f"cloudtrail:{name}") for name in ("UpdateTrail", "CreateTrail", "PutEventSelectors")]
    run(*deploy)
    assert changes == [cloud.count(f"cloudtrail:{name}") for name in ("UpdateTrail", "CreateTrail", "PutEventSelectors")]
    # What cannot be put right ends the run.
    trail.stop_logging(Name=NAME)
    cloud.fail("cloudtrail:StartLogging")
    assert f"error: account {EMERGENCY}, {HOME}, {NAME}: cloudtrail StartLogging failed: AccessDenied" in run(*deploy, status=2)
