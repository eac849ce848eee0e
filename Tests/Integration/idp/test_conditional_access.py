"""Which Conditional Access policies ask everybody who signs in to the app for two factors."""

import pytest


def changed(policy, **conditions):
    policy["conditions"] |= conditions
    return policy


# How a policy is made, and whether nobody gets past it.
POLICIES = {
    "browsers and apps": (lambda t: changed(
        t.policy("p", ["mfa"]), clientAppTypes=["browser", "mobileAppsAndDesktopClients"]), True),
    "everywhere": (lambda t: changed(
        t.policy("p", ["mfa"]), locations={"includeLocations": ["All"], "excludeLocations": []}), True),
    "one group each": (lambda t: t.policy("p", ["mfa"], includeUsers=[], includeGroups=["g1"]), True),
    "browsers only": (lambda t: changed(t.policy("p", ["mfa"]), clientAppTypes=["browser"]), False),
    "not at work": (lambda t: changed(
        t.policy("p", ["mfa"]),
        locations={"includeLocations": ["All"], "excludeLocations": ["AllTrusted"]}), False),
    "at a risk nobody knows yet": (lambda t: changed(
        t.policy("p", ["mfa"]), agentIdRiskLevels="high"), False),
    "another group": (lambda t: t.policy("p", ["mfa"], includeUsers=[], includeGroups=["g7"]), False),
    "not our group": (lambda t: t.policy("p", ["mfa"], excludeGroups=["g1"]), False),
    "a strength or a device": (lambda t: t.policy("p", ["compliantDevice"]) | {"grantControls": {
        "operator": "OR", "builtInControls": ["compliantDevice"],
        "authenticationStrength": {"id": "00000000-0000-0000-0000-000000000004"}}}, False),
    "a strength": (lambda t: t.policy("p", []) | {"grantControls": {
        "operator": "OR", "builtInControls": [],
        "authenticationStrength": {"id": "00000000-0000-0000-0000-000000000004"}}}, True),
}  # fmt: skip


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_counts_when_nobody_gets_past_it(name, entra, read_entra):
    make, holds = POLICIES[name]
    entra.tenant.policies = [make(entra.tenant)]
    if holds:
        read_entra().found()
    else:
        (line,) = read_entra().found("sign-on-policy-demands-mfa")
        assert line == "drift: rule Conditional Access lets people in without MFA"
