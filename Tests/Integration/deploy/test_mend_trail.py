"""template/steps/mend-trail: our own trail is put right where its stack is, and no run goes on unheard."""

import pytest

from testkit.deployment.account import EMERGENCY, HOME
from testkit.deployment.trail_step import ALL
from testkit.repository import TEMPLATES

NAME = "breakglass-trail"

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


@pytest.fixture
def trail(cloud, emergency):
    """CloudTrail's client, where the stack has made breakglass-trail."""
    body = (TEMPLATES / "trail.yaml").read_text()
    emergency.client("cloudformation").create_stack(StackName=NAME, TemplateBody=body)
    trail = emergency.client("cloudtrail")
    assert [found["Name"] for found in trail.describe_trails()["trailList"]] == [NAME]
    return trail


@pytest.mark.parametrize("change", CHANGES)
def test_ours_is_put_right(step, mend, plan, trail, change):
    do, said = CHANGES[change]
    do(trail)
    path = plan()
    found = step(path)
    assert (found.status, found.slot) == (0, "emergency"), found.said
    status, text = mend("--check", path)
    assert status == 2 and f"deploy: step mend-trail failed: account {EMERGENCY}, {HOME}: {NAME} was made, and is not fit" in text
    assert mend() == (0, f"{EMERGENCY}  {HOME}  {NAME} put right: it {said}\n")
    assert mend("--check", path) == (0, "")
    (kept,) = trail.describe_trails()["trailList"]
    assert kept["S3BucketName"] == f"breakglass-trail-{EMERGENCY}" and kept["IsMultiRegionTrail"]
    assert trail.get_trail_status(Name=NAME)["IsLogging"]
    assert trail.get_event_selectors(TrailName=NAME)["EventSelectors"] == ALL


def test_a_sound_one_is_left_alone(step, mend, plan, trail, cloud):
    assert step(plan()).slot == "emergency"
    assert mend() == (0, "")
    assert not cloud.count("cloudtrail:UpdateTrail") + cloud.count("cloudtrail:CreateTrail")


def test_before_the_first_stack_there_is_nothing_to_put_right(step, mend, plan, emergency):
    path = plan()
    assert step(path).slot == "emergency"
    assert mend() == (0, "")
    assert mend("--check", path)[0] == 2


def test_what_cannot_be_put_right_ends_the_run(step, mend, plan, trail, cloud):
    trail.stop_logging(Name=NAME)
    assert step(plan()).repair == "is stopped"
    cloud.fail("cloudtrail:StartLogging")
    status, text = mend()
    assert status == 2 and f"{NAME} cannot be put right" in text
