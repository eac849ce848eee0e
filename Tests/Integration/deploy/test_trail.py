"""template/steps/trail: a fit trail is named in the plan, an unfit one is refused or made good, and no run ends
with 0 while nobody hears anything.
"""

import json

import pytest

from testkit.deployment.account import EMERGENCY, HOME, PLAN
from testkit.deployment.trail_step import ALL

AUDIT = f"arn:aws:cloudtrail:{HOME}:{EMERGENCY}:trail/audit"


def management(*fields):
    category = {"Field": "eventCategory", "Equals": ["Management"]}
    return {"AdvancedEventSelectors": [{"FieldSelectors": [category, *fields]}]}


# What is done to a fit trail, and what is said of it.
UNFIT = {
    "stopped": (lambda trail: trail.stop_logging(Name="audit"), "is stopped"),
    "one Region": (
        lambda trail: trail.update_trail(Name="audit", IsMultiRegionTrail=False), f"logs {HOME} alone",
    ),
    "deleted": (lambda trail: trail.delete_trail(Name="audit"), None),
} | {
    name: (lambda trail, selectors=selectors: trail.put_event_selectors(TrailName="audit", **selectors), left + " are left out")
    for name, selectors, left in [
        ("readOnly=false", management({"Field": "readOnly", "Equals": ["false"]}), "read events"),
        ("WriteOnly", {"EventSelectors": [{"ReadWriteType": "WriteOnly"}]}, "read events"),
        (
            "NotEquals sts", management({"Field": "eventSource", "NotEquals": ["sts.amazonaws.com"]}),
            "events of sts.amazonaws.com",
        ),
        (
            "ExcludeManagementEventSources",
            {"EventSelectors": [ALL[0] | {"ExcludeManagementEventSources": ["kms.amazonaws.com"]}]},
            "events of kms.amazonaws.com",
        ),
        (
            "data events alone",
            {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": False}]},
            "management events",
        ),
    ]
}  # fmt: skip


def test_a_fit_trail_is_named_in_the_plan_and_in_what_is_made_of_it(step, plan, audit):
    path = plan()
    done = step(path)
    assert done.status == 0, done.said
    assert f"trail {AUDIT} is fit\n" in done.said
    assert f"note: {path}: the line trail: {AUDIT} was added" in done.said
    assert path.read_text() == f"{PLAN}\n# The trail through which EventBridge receives events.\ntrail: {AUDIT}\n"
    assert done.slot is None and done.parameters["TrailArn"] == AUDIT
    # Once named, nothing changes; and whoever does not go ahead gets the plan back as it was.
    again = step(path)
    assert (again.status, again.slot, again.parameters["TrailArn"]) == (0, None, AUDIT)
    assert path.read_text().count("\ntrail: ") == 1


def test_who_does_not_go_ahead_gets_the_plan_back(step, plan, audit):
    path = plan()
    assert step(path).status == 0 and path.read_text() != PLAN
    assert step(path, "--undo").status == 0
    assert path.read_text() == PLAN


@pytest.mark.parametrize("form", UNFIT)
def test_beside_an_unfit_trail_one_is_made(step, plan, audit, form):
    change, reason = UNFIT[form]
    change(audit)
    done = step(plan())
    assert (done.status, done.slot) == (0, "emergency"), done.said
    assert plan().read_text() == PLAN
    if reason:
        assert f"trail {AUDIT} is unfit: " in done.said and reason in done.said


@pytest.mark.parametrize("form", UNFIT)
def test_the_plans_trail_is_refused_once_it_is_unfit(step, plan, audit, form):
    change, reason = UNFIT[form]
    change(audit)
    done = step(plan(f"{PLAN}trail: {AUDIT}\n"))
    assert (done.status, done.slot) == (2, None), done.said
    assert f"error: trail {AUDIT}, which the plan names, " in done.said
    assert (reason or "does not log this account") in done.said
    assert f"deploy: step trail failed: account {EMERGENCY}: the trail of the plan is not fit" in done.said
    assert "remove the line trail: in the plan" in done.said


def test_reads_and_writes_apart_are_complete(step, plan, audit):
    selectors = [
        management({"Field": "readOnly", "Equals": [value]})["AdvancedEventSelectors"][0] for value in ("true", "false")
    ]
    audit.put_event_selectors(TrailName="audit", AdvancedEventSelectors=selectors)
    assert f"trail {AUDIT} is fit" in step(plan()).said


def test_a_plan_without_room_for_a_line_is_not_deployed(step, plan, audit):
    path = plan(json.dumps({"organization": "x", "emergencyAccount": EMERGENCY, "regions": {"home": HOME}}))
    before = path.read_text()
    done = step(path)
    assert done.status == 2
    assert f"hint: name the trail in the plan yourself: trail: {AUDIT}" in done.said
    assert path.read_text() == before


def test_ours_is_put_right_where_somebody_changed_it(step, plan, emergency):
    emergency.client("s3").create_bucket(Bucket="ours")
    trail = emergency.client("cloudtrail")
    trail.create_trail(Name="breakglass-trail", S3BucketName="ours", IsMultiRegionTrail=True)
    trail.put_event_selectors(TrailName="breakglass-trail", EventSelectors=[{"ReadWriteType": "WriteOnly"}])
    done = step(plan())
    assert (done.status, done.slot) == (0, "emergency"), done.said
    assert done.repair == "is stopped, and does not log all management events: read events are left out"
    # Another one that is fit is not asked for: ours is kept up.
    trail.put_event_selectors(TrailName="breakglass-trail", EventSelectors=ALL)
    trail.start_logging(Name="breakglass-trail")
    done = step(plan())
    assert (done.status, done.slot, done.repair) == (0, "emergency", None)
    assert plan().read_text() == PLAN
