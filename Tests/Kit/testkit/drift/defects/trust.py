"""Defects of the trust policies of the three kinds of roles."""

import json

from testkit.drift.breaking import iam, statement, trust
from testkit.drift.defects.catalog import defect
from testkit.drift.healthy import EMERGENCY, PRODUCTION

EMERGENCY_ROLE, WORK_ROLE, BREAK_GLASS = "EmergencyAccess_Role1_RO", "EmergencyAccess_RO", "BreakGlassRole"
STRANGER = "arn:aws:iam::999988887777:role/Stranger"


def principal(value):
    """A change that replaces the principal of the first statement."""
    return lambda document: document["Statement"][0].update(Principal=value)


def condition(test, key, value):
    """A change that adds a condition to the first statement."""
    return lambda document: document["Statement"][0].setdefault("Condition", {}).setdefault(test, {}).update({key: value})


WORK_TRUST = {
    "a_workload_role_trusts_everybody": principal("*"),
    "a_workload_role_trusts_every_account": principal({"AWS": "*"}),
    "a_workload_role_trusts_the_whole_account": lambda document: document["Statement"][0].pop("Condition"),
    "a_workload_role_trusts_its_own_account": principal({"AWS": PRODUCTION}),
    "a_workload_role_trusts_another_emergency_role": principal(
        {"AWS": f"arn:aws:iam::{EMERGENCY}:role/EmergencyAccess_Role1_Ops"}
    ),
    "a_workload_role_trusts_one_more": statement(Principal={"AWS": STRANGER}),
    "a_workload_role_trusts_a_service": statement(Principal={"Service": "ec2.amazonaws.com"}),
    "a_workload_role_trusts_a_provider": statement(
        Principal={"Federated": f"arn:aws:iam::{PRODUCTION}:saml-provider/Okta"}, Action="sts:AssumeRoleWithSAML"
    ),
    "a_workload_role_asks_for_mfa": condition("Bool", "aws:MultiFactorAuthPresent", "true"),
    "a_workload_role_asks_for_an_external_id": condition("StringEquals", "sts:ExternalId", "1"),
    "a_workload_role_refuses": statement(Effect="Deny", Principal={"AWS": "*"}),
}
for name, change in WORK_TRUST.items():

    def plant(world, answers, okta, change=change):
        with trust(iam(world, PRODUCTION), WORK_ROLE, change):
            yield

    plant.__name__ = name
    defect("workload-roles-trust-only-their-emergency-role")(plant)


def users(*arns):
    return lambda document: document["Statement"][0]["Condition"].update(ArnEquals={"aws:PrincipalArn": list(arns)})


def no_condition(document):
    document["Statement"][0].pop("Condition")


def weak_mfa(document):
    wanted = document["Statement"][0]["Condition"]
    del wanted["Bool"]
    wanted["BoolIfExists"] = {"aws:MultiFactorAuthPresent": "true"}


USER = f"arn:aws:iam::{EMERGENCY}:user/BreakglassUser"
BREAK_GLASS_TRUST = {
    "the_break_glass_role_trusts_the_whole_account": no_condition,
    "the_break_glass_role_believes_that_mfa_was_there": weak_mfa,
    "the_break_glass_role_asks_for_no_mfa_at_all": lambda document: document["Statement"][0]["Condition"].update(
        Bool={"aws:MultiFactorAuthPresent": "false"}
    ),
    "the_break_glass_role_trusts_everybody": principal({"AWS": "*"}),
    "the_break_glass_role_trusts_users_by_id": principal({"AWS": [f"{USER}1", f"{USER}2"]}),
    "the_break_glass_role_trusts_any_user": statement(
        Principal={"AWS": f"arn:aws:iam::{EMERGENCY}:root"},
        Condition={"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{EMERGENCY}:user/*"},
                   "Bool": {"aws:MultiFactorAuthPresent": "true"}},
    ),
    "the_break_glass_role_asks_for_mfa_of_this_second": condition(
        "NumericLessThan", "aws:MultiFactorAuthAge", "1"
    ),
    "the_break_glass_role_asks_for_an_address": condition("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
    "the_break_glass_role_trusts_another_account": statement(Principal={"AWS": "999988887777"}),
}
for name, change in BREAK_GLASS_TRUST.items():

    def plant(world, answers, okta, change=change):
        with trust(iam(world, PRODUCTION), BREAK_GLASS, change):
            yield

    plant.__name__ = name
    defect("break-glass-roles-trust-only-the-users-with-mfa")(plant)


@defect("break-glass-roles-trust-only-the-users-with-mfa", "BreakglassUser2")
def the_break_glass_role_forgot_a_user(world, answers, okta):
    def change(document):
        text = json.dumps(document).replace(f'"{USER}2"', f'"{USER}1"')
        document.update(json.loads(text))

    with trust(iam(world, PRODUCTION), BREAK_GLASS, change):
        yield


def audience(change):
    def changed(document):
        for one in document["Statement"]:
            if "Condition" in one:
                kept = one["Condition"]["StringEquals"]["SAML:aud"]
                one["Condition"]["StringEquals"]["SAML:aud"] = change(kept)

    return changed


def loose_audience(document):
    for one in document["Statement"]:
        if "Condition" in one:
            one["Condition"] = {"StringLike": {"SAML:aud": "https://*"}}


WHOLE = "https://signin.aws.amazon.com/saml"
SAML_TRUST = {
    "an_emergency_role_has_one_endpoint": audience(lambda kept: [WHOLE]),
    "an_emergency_role_has_one_region": audience(lambda kept: kept[:2]),
    "an_emergency_role_lacks_the_global_endpoint": audience(lambda kept: [one for one in kept if one != WHOLE]),
    "an_emergency_role_accepts_another_audience": audience(lambda kept: [*kept, "https://example.com/saml"]),
    "an_emergency_role_accepts_any_audience": loose_audience,
    "an_emergency_role_trusts_a_user_as_well": statement(Principal={"AWS": f"arn:aws:iam::{EMERGENCY}:user/mallory"}),
    "an_emergency_role_trusts_everybody": principal({"AWS": "*"}),
    "an_emergency_role_trusts_a_provider_elsewhere": principal(
        {"Federated": "arn:aws:iam::999988887777:saml-provider/Okta"}
    ),
    "an_emergency_role_trusts_an_oidc_provider": statement(
        Principal={"Federated": f"arn:aws:iam::{EMERGENCY}:oidc-provider/token.example.com"},
        Action="sts:AssumeRoleWithWebIdentity",
    ),
    "an_emergency_role_wants_a_certain_person": condition("StringEquals", "SAML:sub", "jane"),
    "an_emergency_role_refuses": statement(
        Effect="Deny", Principal={"AWS": "*"}, Action="sts:AssumeRoleWithSAML"
    ),
    "an_emergency_role_trusts_nobody": lambda document: document.update(
        Statement=[one | {"Action": "sts:TagSession"} for one in document["Statement"]]
    ),
}
for name, change in SAML_TRUST.items():

    def plant(world, answers, okta, change=change):
        with trust(iam(world), EMERGENCY_ROLE, change):
            yield

    plant.__name__ = name
    defect("emergency-roles-trust-the-provider")(plant)
