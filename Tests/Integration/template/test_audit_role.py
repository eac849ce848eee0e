"""The role with which checks read: who may assume it, and what it sees of an account."""

import pytest

from testkit.policies.evaluation import Principal, role, root, user
from testkit.policies.world import MFA, World
from testkit.templates import stacks
from testkit.templates.stacks import AUDIT, AUDITORS, EMERGENCY, HOME, MANAGEMENT, PRODUCTION, SSO

CHECKER = role(EMERGENCY, "breakglass-drift-checker")


def principal(account, path):
    return Principal(path.split("/")[0], f"arn:aws:iam::{account}:{path}")


PLANNED = [
    principal(AUDIT, "role/ci/Pipeline"),
    principal(AUDIT, f"{SSO}/eu-west-1/AWSReservedSSO_Security_0123456789abcdef"),
    user(EMERGENCY, "olga"),
]
STRANGERS = [
    principal(AUDIT, "role/Pipeline"),
    principal(AUDIT, "role/ci/Pipeline2"),
    principal(AUDIT, f"{SSO}/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef"),
    principal(AUDIT, "role/AWSReservedSSO_Security_0123456789abcdef"),
    principal(PRODUCTION, "role/ci/Pipeline"),
    user(AUDIT, "olga"), user(EMERGENCY, "admin"), role(EMERGENCY, "Admin"), role(PRODUCTION, "Admin"),
    role(EMERGENCY, "breakglass-event-enricher"), role(EMERGENCY, "EmergencyAccess_Role1_RO"),
    user(EMERGENCY, "BreakglassUser1"), role("999988887777", "Pipeline"),
    root(EMERGENCY), root(AUDIT), root(PRODUCTION),
]  # fmt: skip
ACCOUNTS = [EMERGENCY, PRODUCTION, MANAGEMENT]


def world(**parameters):
    made = World(
        stacks.hub(), stacks.workload(account=EMERGENCY, **parameters), stacks.workload(**parameters),
        stacks.management(**parameters),
    )  # fmt: skip
    made.administrator(*(p for p in PLANNED + STRANGERS if p.arn not in made.identities))
    return made


WITH, WITHOUT = world(**AUDITORS), world()


def audit(account):
    return f"arn:aws:iam::{account}:role/BreakGlassAudit"


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_checker_and_planned_auditors_assume_it(account):
    for made in (WITH, WITHOUT):
        assert made.may_assume(CHECKER, audit(account), **made.code(CHECKER))
        assert not made.may_assume(CHECKER, audit(account))
    for auditor in PLANNED:
        assert WITH.may_assume(auditor, audit(account), known_by_name=True, tagged=True), auditor.arn
        assert not WITHOUT.may_assume(auditor, audit(account)), auditor.arn


@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda who: who.arn)
def test_nobody_else_does_with_any_permission_of_their_own(stranger):
    for account in ACCOUNTS:
        for made in (WITH, WITHOUT):
            assert not made.may_assume(stranger, audit(account), **MFA)


@pytest.mark.parametrize("auditor", PLANNED, ids=lambda who: who.arn)
def test_an_auditor_gets_nothing_else(auditor):
    for name in ("BreakGlassRole", "BreakGlassCanary", "EmergencyAccess_RO", "EmergencyAccess_Ops"):
        assert not WITH.may_assume(auditor, f"arn:aws:iam::{PRODUCTION}:role/{name}", **MFA)


def test_without_a_permission_of_its_own_an_auditor_of_another_account_reads_nothing():
    bare = World(stacks.workload(**AUDITORS))
    assert not bare.may_assume(PLANNED[0], audit(PRODUCTION))


def at(service, name, account):
    return f"arn:aws:{service}:{HOME}:{account}:{name}"


OURS_AND_OTHERS = [
    ("lambda:GetFunctionConfiguration", "lambda", "function:breakglass-event-enricher", "function:payroll"),
    ("lambda:GetPolicy", "lambda", "function:breakglass-drift-checker", "function:payroll"),
    ("lambda:GetFunctionEventInvokeConfig", "lambda", "function:breakglass-sns-publisher", "function:x"),
    ("cloudformation:DetectStackDrift", "cloudformation", "stack/breakglass-hub/0a1b", "stack/payroll/0a1b"),
    ("cloudformation:DetectStackDrift", "cloudformation", "stack/StackSet-breakglass-region-1/2", "stack/x/1"),
    ("sns:GetTopicAttributes", "sns", "breakglass-alerts", "orders"),
    ("sqs:GetQueueAttributes", "sqs", "breakglass-rules-dlq", "orders"),
    ("events:ListTargetsByRule", "events", "rule/breakglass-sign-in", "rule/orders"),
    ("events:ListTargetsByRule", "events", "rule/breakglass-hub/anything", "rule/orders-bus/breakglass-x"),
    ("events:DescribeEventBus", "events", "event-bus/breakglass-hub", "event-bus/orders"),
    ("dynamodb:DescribeTable", "dynamodb", "table/breakglass-state", "table/orders"),
    ("scheduler:GetSchedule", "scheduler", "schedule/breakglass-checker/breakglass-nightly-check",
     "schedule/default/orders"),
]  # fmt: skip


@pytest.mark.parametrize("account", ACCOUNTS)
def test_it_reads_our_functions_and_stacks_alone(account):
    who = role(account, "BreakGlassAudit")
    for action, service, ours, others in OURS_AND_OTHERS:
        assert WITH.may(who, action, at(service, ours, account)), (action, ours)
        assert not WITH.may(who, action, at(service, others, account)), (action, others)
    for action in ("iam:GetRole", "iam:GetRolePolicy", "iam:SimulatePrincipalPolicy"):
        for name in ("BreakGlassRole", "EmergencyAccess_RO", "breakglass-sns-publisher"):
            assert WITH.may(who, action, f"arn:aws:iam::{account}:role/{name}")
        assert not WITH.may(who, action, f"arn:aws:iam::{account}:role/Payroll")
    for name, expected in (("BreakglassUser1", True), ("BreakglassUser2", True), ("olga", False)):
        assert WITH.may(who, "iam:ListAccessKeys", f"arn:aws:iam::{account}:user/{name}") is expected
    for action in ("cloudformation:DescribeStacks", "cloudformation:GetTemplate", "lambda:GetFunction"):
        for resource in (at("cloudformation", "stack/breakglass-hub/1", account),
                         at("lambda", "function:breakglass-drift-checker", account)):
            assert not WITH.may(who, action, resource)


@pytest.mark.parametrize("action", ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus"])
def test_it_reads_the_key_that_bears_our_name(action):
    who, key = role(EMERGENCY, "BreakGlassAudit"), at("kms", "key/0a1b", EMERGENCY)
    assert WITH.may(who, action, key, **{"kms:ResourceAliases": ["alias/breakglass"]})
    assert not WITH.may(who, action, key, **{"kms:ResourceAliases": ["alias/payroll"]})
    assert not WITH.may(who, action, key)
