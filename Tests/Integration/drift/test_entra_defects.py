"""One defect at a time in a tenant of Microsoft Entra ID: the right checks find it, and no others."""

import pytest
from entra_defects import DEFECTS


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
