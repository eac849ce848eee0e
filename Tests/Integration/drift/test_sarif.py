"""A report as SARIF, of every state that a check can be in, by the standard's own schema."""

import json
import time

import pytest

from testkit.aws.answers import refusal
from testkit.drift.healthy import HOME
from testkit.drift.sarif_form import violations
from testkit.programs import check_command


@pytest.fixture
def results(check):
    """results() is what one run writes, after the form of all of it was seen to be right."""

    def run(**options):
        log = json.loads(check("--format", "sarif", by=check_command.ended, **options).stdout)
        assert violations(log) == []
        [only] = log["runs"]
        assert len({rule["id"] for rule in only["tool"]["driver"]["rules"]}) > 40
        return only["results"]

    return run


@pytest.fixture
def declared(world):
    """An emergency in which the app may be active."""
    now = int(time.time())
    texts = {
        "id": "emergency#current", "incident": "INC-1", "mode": "federation", "declaredBy": "jane",
        "approver": "john",
    }  # fmt: skip
    times = {"declared": now - 60, "expires": now + 3_600}
    world.put({k: {"S": v} for k, v in texts.items()} | {k: {"N": str(v)} for k, v in times.items()})
    yield
    world.emergency.client("dynamodb", HOME).delete_item(
        TableName="breakglass-state", Key={"id": {"S": texts["id"]}}
    )


def about(results, check):
    return [result for result in results if result["ruleId"] == check]


def test_what_holds_passes(results):
    assert {result["kind"] for result in results()} == {"pass"}


def test_drift_fails_by_its_severity(results, okta):
    okta.app["status"] = "ACTIVE"
    [result] = about(results(), "federation-app-is-inactive")
    assert (result["kind"], result["level"]) == ("fail", "error")


def test_what_could_not_be_seen_is_open(results, answers):
    answers.replaced["iam:GetSAMLProvider"] = lambda request: refusal(request, "AccessDenied")
    [result] = about(results(), "saml-provider-exists")
    assert (result["kind"], result["properties"]["reason"]) == ("open", "denied")


def test_what_is_waived_is_suppressed(results, okta, world, tmp_path):
    okta.app["status"] = "ACTIVE"
    plan = tmp_path / "plan.yaml"
    waiver = "{ check: federation-app-is-inactive, reason: being moved, until: 2999-01-01 }"
    plan.write_text(f"{world.plan.read_text()}waivers:\n  - {waiver}\n")
    [result] = about(results(plan=plan), "federation-app-is-inactive")
    [suppression] = result["suppressions"]
    assert suppression["justification"].startswith("being moved")
    assert suppression["status"] == "accepted"


def test_what_was_approved_informs(results, okta, declared):
    okta.app["status"] = "ACTIVE"
    [result] = about(results(), "federation-app-is-inactive")
    assert (result["kind"], result["level"]) == ("informational", "none")
