"""Each administrator may do their own work under the guardrail, and nobody does it in their place."""

import pytest

from testkit.policies.evaluation import Request, is_allowed, role, user
from testkit.policies.guardrail_world import (
    ADMIN,
    CUSTODIAN,
    EVERYBODY,
    REVOKER,
    ROLLOUT,
    STACK_SETS,
    THERE,
    at,
    deeds,
    iam,
    world,
)  # fmt: skip
from testkit.policies.world import MFA, NO_MFA, guardrails
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, PRODUCTION

CREDENTIALS = [
    *deeds(iam("user/BreakglassUser1"), "iam:CreateLoginProfile", "iam:UpdateLoginProfile",
           "iam:DeactivateMFADevice", "iam:EnableMFADevice", "iam:ResyncMFADevice"),
    *deeds(iam("mfa/BreakglassUser1"), "iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice"),
]  # fmt: skip


@pytest.mark.parametrize("action, resource", CREDENTIALS)
def test_custodians_set_passwords_and_mfa_and_nobody_else_does(action, resource):
    assert world.may(CUSTODIAN, action, resource)
    for somebody in (*EVERYBODY, ROLLOUT, REVOKER, STACK_SETS):
        assert not world.may(somebody, action, resource), somebody.arn


def test_a_break_glass_user_still_keeps_its_own_password_and_mfa():
    one = user(EMERGENCY, "BreakglassUser1")
    for action, resource in (
        ("iam:ChangePassword", one.arn),
        ("iam:EnableMFADevice", one.arn),
        ("iam:CreateVirtualMFADevice", iam("mfa/BreakglassUser1")),
    ):
        assert world.may(one, action, resource, **NO_MFA)
        assert not world.may(user(EMERGENCY, "admin"), action, resource)
    assert world.may_assume(one, iam("role/BreakGlassRole", PRODUCTION), **MFA)


DENY_ALL = {"iam:PolicyARN": "arn:aws:iam::aws:policy/AWSDenyAll"}


def test_the_revoker_ends_sessions_and_locks_users_and_gives_nothing():
    user_, role_ = iam("user/BreakglassUser1"), iam("role/EmergencyAccess_RO")
    assert world.may(REVOKER, "iam:PutRolePolicy", role_)
    assert world.may(role(PRODUCTION, "Revoker"), "iam:PutRolePolicy", iam("role/BreakGlassRole", PRODUCTION))
    assert world.may(REVOKER, "iam:PutUserPolicy", user_)
    assert world.may(REVOKER, "iam:DeleteLoginProfile", user_)
    assert world.may(REVOKER, "iam:AttachUserPolicy", user_, **DENY_ALL)
    admin = {"iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess"}
    assert not world.may(REVOKER, "iam:AttachUserPolicy", user_, **admin)
    assert not world.may(REVOKER, "iam:AttachUserPolicy", user_)
    assert not world.may(REVOKER, "iam:AttachRolePolicy", role_, **admin)
    assert not world.may(REVOKER, "iam:UpdateAssumeRolePolicy", role_)
    for somebody in (*EVERYBODY, CUSTODIAN):
        assert not world.may(somebody, "iam:PutRolePolicy", role_)
        assert not world.may(somebody, "iam:PutUserPolicy", user_)
        assert not world.may(somebody, "iam:AttachUserPolicy", user_, **DENY_ALL)
    for somebody in (*EVERYBODY, ROLLOUT):
        assert not world.may(somebody, "iam:DeleteLoginProfile", user_)


def test_administrators_declare_emergencies_and_nobody_else_does():
    table = at("dynamodb", "table/breakglass-state")
    for action in ("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"):
        for somebody in (ROLLOUT, CUSTODIAN, REVOKER):
            assert world.may(somebody, action, table)
        for somebody in (*EVERYBODY, STACK_SETS):
            assert not world.may(somebody, action, table), somebody.arn
    assert world.may(ADMIN, "dynamodb:GetItem", table)


def test_an_administrator_who_is_a_user_cannot_be_made_up_either():
    custodian = user(PRODUCTION, "Carol")
    stack = stacks.guardrail(CustodianArns=custodian.arn)
    for action in ("iam:CreateUser", "iam:UpdateUser"):
        request = Request(THERE, action, custodian.arn)
        everything = [{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}]
        levels = guardrails(stack)(PRODUCTION)
        assert not is_allowed(request, identity=everything, scps=levels)
        assert is_allowed(request, identity=everything)
