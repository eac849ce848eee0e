"""One defect at a time in a tenant of Microsoft Entra ID: the right checks find it, and no others."""

import time

import pytest

from testkit.drift.defects import entra_readiness  # noqa: F401
from testkit.drift.defects.entra import DEFECTS, INACTIVE, MEMBERS, PRIVILEGED, UNTOUCHED, audit


@pytest.mark.parametrize("name", DEFECTS)
def test_the_right_checks_and_no_others_find(name, entra, answers):
    DEFECTS[name].planted(tenant=entra.tenant, server=entra.server, answers=answers)
    DEFECTS[name].found(entra.check(answers))


def test_what_is_as_it_should_be_is_no_drift(entra, answers):
    """Who is only eligible, an app that is disabled by its registration, a group of everyday work, and the
    policies that Microsoft itself proposes."""
    tenant = entra.tenant
    tenant.schedules = [tenant.schedule("gRO", "u1", "eligible")]
    tenant.app |= {"accountEnabled": True, "isDisabled": True}
    tenant.groups["g7"] = tenant.group("g7", "aws#ReadOnly#123456789012")
    legacy, codes = tenant.policy("no legacy clients", ["block"]), tenant.policy("no device codes", ["block"])
    legacy["conditions"]["clientAppTypes"] = ["exchangeActiveSync", "other"]
    codes["conditions"]["authenticationFlows"] = {"transferMethods": "deviceCodeFlow"}
    tenant.policies = [legacy, codes, *tenant.policies]
    report = entra.check(answers)
    assert {name: report.facts(name) for name in report.checks if report.facts(name)} == {}
    assert report.status == 0


def test_who_was_declared_may_be_let_in_and_nobody_else(world, entra, answers, monkeypatch):
    """Activating an assignment is how people are let in; Graph tells it by their ids."""
    now = int(time.time())
    declared = {
        "incident": {"S": "INC-1"}, "mode": {"S": "federation"}, "declaredBy": {"S": "ana"}, "approver": {"S": "ben"},
        "people": {"SS": ["u5@example.com"]}, "members": {"M": {"gRO": {"SS": ["u5@example.com"]}}},
        "declared": {"N": str(now - 600)}, "expires": {"N": str(now + 3_000)},
    }  # fmt: skip
    monkeypatch.setattr(entra, "memory", None)  # The state table says something else than before.
    world.put({"id": {"S": "emergency#current"}} | declared)
    try:
        entra.tenant.app["accountEnabled"] = True
        entra.tenant.schedules = [entra.tenant.schedule("gRO", "u5", "activated")]
        activity = "Add member to role completed (PIM activation)"
        entra.tenant.audits = [audit(5, activity, "u5@example.com", {"id": "gRO"})]
        report = entra.check(answers)
        assert report.having("drifted") == {}
        assert set(report.having("open")) == {INACTIVE, MEMBERS, PRIVILEGED, UNTOUCHED}
        entra.tenant.schedules.append(entra.tenant.schedule("gRO", "u6", "activated"))
        assert set(entra.check(answers).having("drifted")) == {MEMBERS, PRIVILEGED}
    finally:
        world.remove("emergency#current")
