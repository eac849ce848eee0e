"""A fit trail is named in the plan, an unfit one is refused or another one made, and no run goes on unheard."""

import json

import pytest

from testkit.deployment.account import EMERGENCY, HOME, PLAN
from testkit.deployment.made_trail import ALL_EVENTS

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
            {"EventSelectors": [ALL_EVENTS[0] | {"ExcludeManagementEventSources": ["kms.amazonaws.com"]}]},
            "events of kms.amazonaws.com",
        ),
        (
            "data events alone",
            {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": False}]},
            "management events",
        ),
    ]
}  # fmt: skip


@pytest.fixture
def look(run):
    """look(plan): what a deployment would do."""
    return lambda path, status=0: run("deploy", "--plan-only", path, status=status)


def test_a_fit_trail_serves_and_the_plan_stays_until_somebody_agrees(look, plan, audit):
    path = plan()
    said = look(path)
    assert f"trail {AUDIT} is fit\n" in said and "breakglass-trail" not in said
    assert path.read_text() == PLAN


@pytest.mark.parametrize("form", UNFIT)
def test_beside_an_unfit_trail_one_is_made(look, plan, audit, form):
    change, reason = UNFIT[form]
    change(audit)
    said = look(plan())
    assert "breakglass-trail     create  us-east-1" in said
    if reason:
        assert f"trail {AUDIT} is unfit: " in said and reason in said


@pytest.mark.parametrize("form", UNFIT)
def test_the_plans_trail_is_refused_once_it_is_unfit(look, plan, audit, form):
    change, reason = UNFIT[form]
    change(audit)
    said = look(plan(f"{PLAN}trail: {AUDIT}\n"), status=2)
    assert f"trail {AUDIT}, which the plan names, " in said
    assert (reason or "does not log this account") in said
    assert "remove the line trail: in the plan" in said


def test_reads_and_writes_apart_are_complete(look, plan, audit):
    selectors = [
        management({"Field": "readOnly", "Equals": [value]})["AdvancedEventSelectors"][0] for value in ("true", "false")
    ]
    audit.put_event_selectors(TrailName="audit", AdvancedEventSelectors=selectors)
    assert f"trail {AUDIT} is fit" in look(plan())


def test_a_plan_without_room_for_a_line_is_not_deployed(run, plan, audit, cloud):
    path = plan(json.dumps({"organization": "x", "emergencyAccount": EMERGENCY, "regions": {"home": HOME}}))
    before = path.read_text()
    said = run("deploy", "--yes", path, status=2)
    assert f"hint: name the trail in the plan yourself: trail: {AUDIT}" in said
    assert path.read_text() == before and cloud.count("cloudformation:CreateStack") == 0
