"""What the checker's roles may do is what the checker does: no more, and nothing less."""

import json

import pytest

from testkit.repository import ROOT
from testkit.sources import checker_operations
from testkit.templates import stacks

LISTED = json.loads((ROOT / "lambda/drift-checker/operations.json").read_text())


def actions(role):
    """Every action that a role's own policies allow, by the statement's Sid."""
    found = {}
    for policy in role["Policies"]:
        for statement in policy["PolicyDocument"]["Statement"]:
            if statement["Effect"] == "Deny":
                continue
            named = statement["Action"]
            found[statement["Sid"]] = [named] if isinstance(named, str) else named
    return found


def role(stack, name):
    (about,) = [r for r in stack.resources("AWS::IAM::Role").values() if r.get("RoleName") == name]
    return about


@pytest.mark.parametrize("who", ["auditRole", "managementAuditRole", "function"])
def test_the_list_is_what_the_sources_call(who):
    assert LISTED[who] == checker_operations.by_role()[who]


@pytest.mark.parametrize("stack", [stacks.workload(), stacks.management()], ids=lambda s: s.name)
def test_the_audit_role_may_do_what_is_listed_and_no_more(stack):
    # Either account may be the one that the organization is administered from.
    assert actions(role(stack, "BreakGlassAudit")) == {
        "ReadsHowAccessAndAlertPathAreSetUp": LISTED["auditRole"],
        "LetsCloudFormationCompareStacks": LISTED["stackDriftDetection"],
        "ReadsTheOrganizationAndIdentityCenter": LISTED["managementAuditRole"],
    }


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
    allowed = {a for named in actions(role(hub, "breakglass-drift-checker")).values() for a in named}
    for policy in hub.resources("AWS::IAM::RolePolicy").values():
        if policy["RoleName"] == "breakglass-drift-checker":
            for statement in policy["PolicyDocument"]["Statement"]:
                named = statement["Action"]
                allowed |= {named} if isinstance(named, str) else set(named)
    # Lambda writes the log and leaves failed invocations in the function's name.
    lambda_itself = {"logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage"}
    assert allowed - lambda_itself == set(LISTED["function"])
