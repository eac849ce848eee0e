"""A stack in each of CloudFormation's statuses: it is named, repaired or refused, and never overlooked."""

import pytest

from testkit.standin.cloud import EMERGENCY
from testkit.standin.inventory import differences, inventory
from testkit.standin.stack import ENDS, StandingStack

HOME = "us-east-1"
# Nothing is made of these yet, or nothing is left: they are deleted and made again.
AGAIN = ["REVIEW_IN_PROGRESS", "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"]
GOOD = [
    "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE",
]  # fmt: skip
# An update was to go on where it stopped, and what has failed is not undone.
FAILED = ["UPDATE_FAILED"]
REFUSED = ["IMPORT_ROLLBACK_FAILED"]
STUCK = ["UPDATE_ROLLBACK_FAILED"]


def stack(standin, name, region=HOME):
    return standin.world.stacks[EMERGENCY, region, name]


def test_the_statuses_are_those_of_botocore():
    from testkit.aws.service_models import model

    known = set(model("cloudformation").shape_for("StackStatus").enum)
    assert known == {*AGAIN, *GOOD, *FAILED, *REFUSED, *STUCK, *ENDS, "DELETE_COMPLETE"}


@pytest.mark.parametrize("status", AGAIN)
def test_what_was_never_made_is_made_again(standin, deploy, deployed, status):
    broken(standin, "breakglass-region", status)
    said = deploy("--plan-only")
    assert "breakglass-region" in said and status in said
    deploy("--yes")
    assert differences(deployed, inventory(standin.world)) == []


@pytest.mark.parametrize("status", GOOD)
def test_what_is_settled_is_left_alone(standin, deploy, deployed, status):
    stack(standin, "breakglass-region").status = status
    before = standin.world.called["cloudformation:UpdateStack"]
    deploy("--yes")
    assert standin.world.called["cloudformation:UpdateStack"] == before


@pytest.mark.parametrize("status", FAILED)
def test_what_an_update_left_half_done_is_updated(standin, deploy, deployed, status):
    stack(standin, "breakglass-region").status = status
    assert "breakglass-region" in deploy("--yes")
    assert standin.world.called["cloudformation:UpdateStack"] == 1


@pytest.mark.parametrize("status", sorted(set(ENDS) - {"DELETE_IN_PROGRESS"}))
def test_what_is_under_way_is_awaited(standin, deploy, deployed, status):
    found = stack(standin, "breakglass-region")
    found.begin(status)
    said = deploy("--yes")
    if status == "ROLLBACK_IN_PROGRESS":
        assert "ROLLBACK_COMPLETE" in said
    assert stack(standin, "breakglass-region").status in GOOD
    assert differences(deployed, inventory(standin.world)) == []


def test_what_is_being_deleted_is_awaited_and_made(standin, deploy, deployed):
    stack(standin, "breakglass-region").delete()
    deploy("--yes")
    assert differences(deployed, inventory(standin.world)) == []


def test_a_rollback_that_got_stuck_is_continued(standin, deploy, deployed):
    stack(standin, "breakglass-region").status = "UPDATE_ROLLBACK_FAILED"
    deploy("--yes")
    assert standin.world.called["cloudformation:ContinueUpdateRollback"] == 1
    assert stack(standin, "breakglass-region").status in GOOD


@pytest.mark.parametrize("status", REFUSED)
def test_what_only_people_can_fix_is_refused_before_anything_changes(standin, deploy, deployed, status):
    stack(standin, "breakglass-region").status = status
    said = deploy("--yes", status=2)
    assert f"account {EMERGENCY}, {HOME}, breakglass-region" in said and status in said and "hint: " in said
    assert differences(deployed, {**inventory(standin.world)})[0].count(status) <= 1


def broken(standin, name, status):
    """A stack without resources, as the failure of its creation leaves it."""
    old = stack(standin, name)
    old.delete()
    standin.world.stacks.pop(old.key, None)
    found = standin.world.stacks[old.key] = StandingStack(standin.world, *old.key)
    found.status, found.template = status, old.template


def test_a_creation_that_fails_is_named_with_aws_own_reason_and_the_next_run_makes_it(standin, deploy):
    standin.world.planned_failures.append(["breakglass-access", None, "Resource limit exceeded. (Service: Iam)", 1])
    said = deploy("--yes", status=2)
    assert f"account {EMERGENCY}, {HOME}, breakglass-access" in said
    assert "ROLLBACK_COMPLETE" in said and "Resource limit exceeded. (Service: Iam)" in said
    assert "Traceback" not in said
    deploy("--yes")


def test_what_fails_because_something_is_seconds_old_is_tried_once_more(standin, deploy):
    reason = "The role defined for the function cannot be assumed by Lambda."
    standin.world.planned_failures.append(["breakglass-hub", None, reason, 1])
    assert "tried once more" in deploy("--yes")
