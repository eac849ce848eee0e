"""Which events the rules pick up, where AWS records them, and which they leave alone."""

import json

import pytest

from testkit.events.hearing import event, heard_by, where
from testkit.patterns.matching import matches
from testkit.repository import ROOT
from testkit.sources.swift_catalog import names_of, rows
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, MANAGEMENT, PRODUCTION, STANDBY

FIXTURES = ROOT / "Tests/Fixtures"
EXPECTED = json.loads((FIXTURES / "expected.json").read_text())

# Not on a bus like that: CloudTrail does not write them, and EventBridge does not deliver them. They
# are there to show that the enricher survives anything.
NEVER_DELIVERED = {
    "odd-bare-record",
    "odd-old-record",
    "odd-types",
    "odd-request-is-text",
    "odd-name-is-object",
    "odd-no-detail",
    "odd-null",
}

# Changes in IAM Identity Center have no rule yet: its groups are compared by the nightly check alone.
UNHEARD = {"sso.amazonaws.com", "sso-directory.amazonaws.com", "identitystore.amazonaws.com"}

# In an account that nobody planned but that has the rules, as every account of the organization has:
# names that look like ours are sent to the hub, and the enricher drops them by the plan. A pattern
# cannot hold a thousand accounts.
LEFT_TO_THE_ENRICHER = {
    "sign-in-root-elsewhere",
    "switch-role-elsewhere",
    "assume-role-denied-elsewhere",
    "assume-role-elsewhere",
    "assume-root-elsewhere",
    "activity-same-role-elsewhere",
}


def read(name):
    try:
        event = json.loads((FIXTURES / "events" / f"{name}.json").read_text())
    except (ValueError, RecursionError):
        return None
    return event if isinstance(event, dict) else None


DELIVERED = sorted(
    name for name in EXPECTED if name not in NEVER_DELIVERED and read(name) is not None
)


@pytest.mark.parametrize(
    "name", DELIVERED, ids=[EXPECTED[name]["says"] for name in DELIVERED]
)
def test_what_is_due_is_heard_and_nothing_else(name):
    heard = heard_by(read(name))
    if EXPECTED[name]["due"]:
        assert heard, "no rule of the account and Region picks it up"
    elif name in LEFT_TO_THE_ENRICHER:
        assert read(name)["account"] == MANAGEMENT and heard
    else:
        assert [name for name in heard if not on_a_guard(name)] == []


def on_a_guard(rule):
    """Those rules are coarse, and an event that matches two is delivered twice: the alert is sent once."""
    return rule.startswith("breakglass-guard")


@pytest.mark.parametrize("name", DELIVERED, ids=[EXPECTED[name]["says"] for name in DELIVERED])
def test_one_event_is_sent_to_the_hub_once(name):
    assert len([rule for rule in heard_by(read(name)) if not on_a_guard(rule)]) <= 1


def test_every_other_kind_of_event_that_the_reader_knows_has_its_rule():
    # A row that names a resource by no parameter is about guarded resources, which have rules of their own.
    known = [(row.source, row.name) for row in rows()
             if not row.parameters and row.reach != "named" and row.source not in UNHEARD]  # fmt: skip
    known = [(source, name) for source, name in known if "okta" not in source]
    known += [(f"{word}.amazonaws.com", name) for word in ("sts", "signin")
              for name in names_of(f"{word}.amazonaws.com")]  # fmt: skip
    for source, name in known:
        if source == "aws.account":
            continue
        if source == "sts.amazonaws.com":
            request = {"roleArn": f"arn:aws:iam::{PRODUCTION}:role/EmergencyAccess_RO"}
        else:
            request = {"accountId": PRODUCTION, "regionName": "eu-south-2", "policyType": "X"}
        change = event(source, name, request, region=where(source))
        if name in ("SwitchRole", "ExitRole", "RenewRole", "GetSessionToken", "GetFederationToken"):
            change["detail"]["userIdentity"] |= {
                "arn": f"arn:aws:sts::{PRODUCTION}:assumed-role/EmergencyAccess_RO/dana",
                "sessionContext": {"sessionIssuer": {"userName": "EmergencyAccess_RO"}},
            }
        if name == "ChangePassword":
            # It is always the caller's own.
            change["detail"]["userIdentity"] = {
                "type": "IAMUser", "accountId": EMERGENCY, "userName": "BreakglassUser1"}  # fmt: skip
        assert heard_by(change), (source, name)


def test_both_spellings_of_the_sign_in_event_are_heard_in_every_region():
    for region in (HOME, STANDBY, GLOBAL, "us-east-2", "eu-north-1", "ap-southeast-2"):
        for spelling in ("Sign In", "Signin"):
            sign_in = event("signin.amazonaws.com", "ConsoleLogin", None, region=region)
            sign_in["detail-type"] = f"AWS Console {spelling} via CloudTrail"
            assert heard_by(sign_in) == ["breakglass-sign-in"]


def test_iam_and_organizations_are_heard_in_one_region_alone():
    change = event("iam.amazonaws.com", "DeleteUser", {"userName": "BreakglassUser1"}, region=HOME)
    assert heard_by(change) == []
    stack = stacks.region(region="us-gov-west-1")
    stack.partition = "aws-us-gov"
    assert stack.condition("IsGlobalRegion")


def test_a_region_that_is_switched_on_is_heard():
    for name, region in [("EnableRegion", GLOBAL), ("DisableRegion", GLOBAL)]:
        assert heard_by(event("account.amazonaws.com", name, {"RegionName": "eu-south-2"}, region=region))
    status = event("account.amazonaws.com", None, None)
    status |= {"detail-type": "Region Opt-In Status Change", "detail": {"status": "ENABLED"}}
    assert heard_by(status) == ["breakglass-ground-change"]


def test_the_canary_is_heard_in_both_accounts():
    role = f"arn:aws:iam::{PRODUCTION}:role/BreakGlassCanary"
    call = event("sts.amazonaws.com", "AssumeRole", {"roleArn": role}, readOnly=True)
    call["detail"]["userIdentity"]["arn"] = (
        f"arn:aws:sts::{EMERGENCY}:assumed-role/breakglass-drift-checker/breakglass-drift-checker"
    )
    assert heard_by(call) == ["breakglass-assume-role"]
    heartbeat = stacks.hub().resources("AWS::Events::Rule")["HeartbeatRule"]
    assert matches(heartbeat["EventPattern"], call)
    owner = event("sts.amazonaws.com", "AssumeRole", {"roleArn": role}, PRODUCTION, readOnly=True)
    owner["detail"]["userIdentity"] = {"type": "AWSAccount", "accountId": EMERGENCY}
    assert heard_by(owner) == ["breakglass-assume-role"]


def test_somebody_who_reaches_into_the_table_is_heard_and_the_functions_are_not():
    write = event(
        "dynamodb.amazonaws.com",
        "PutItem",
        {"tableName": "breakglass-state"},
        eventCategory="Data",
        managementEvent=False,
        resources=[{"type": "AWS::DynamoDB::Table",
                    "ARN": f"arn:aws:dynamodb:{HOME}:{EMERGENCY}:table/breakglass-state"}],
    )  # fmt: skip
    assert heard_by(write) == ["breakglass-data-change"]
    issuer = write["detail"]["userIdentity"]["sessionContext"]["sessionIssuer"]
    issuer["userName"] = "breakglass-event-enricher"
    assert heard_by(write) == []


def rules_of_templates():
    for stack in [
        stacks.region(region=GLOBAL),
        stacks.region(PRODUCTION, GLOBAL),
        stacks.hub(),
        stacks.hub(STANDBY),
    ]:
        for logical_id, rule in stack.resources("AWS::Events::Rule").items():
            if "EventPattern" not in rule:
                continue  # a schedule
            yield pytest.param(stack, rule, id=f"{stack.name}/{stack.region}/{logical_id}")


@pytest.mark.parametrize("stack, rule", list(rules_of_templates()))
def test_every_rule_sees_reading_events_too_and_hears_aws_alone(stack, rule):
    partner = rule["Name"] == "breakglass-idp"
    state = "ENABLED" if partner else "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
    assert rule["State"] == state
    # On the hub bus the bus policy says who may speak; the checker's reports are not AWS's.
    hears_reports = rule["Name"] in ("breakglass-hub", "breakglass-ledger")
    allowed = ["aws.", "breakglass"] if hears_reports else ["aws."]
    pattern = rule["EventPattern"]
    sources = [pattern] if "source" in pattern else pattern["$or"]
    for source in [source for part in sources for source in part["source"]]:
        text = source["prefix"] if isinstance(source, dict) else source
        assert text.startswith(tuple(allowed))
    assert rule["Name"].startswith("breakglass-")


@pytest.mark.parametrize("stack, rule", list(rules_of_templates()))
def test_every_rule_goes_straight_to_both_hubs_and_keeps_what_it_cannot_deliver(stack, rule):
    targets = {target["Id"]: target for target in rule["Targets"]}
    if rule.get("EventBusName") == "breakglass-hub":
        assert all(".amazonaws.com" not in t["Arn"] and "event-bus" not in t["Arn"] for t in targets.values())
        return
    assert {target["Arn"] for target in targets.values()} == {stacks.bus(HOME), stacks.bus(STANDBY)}
    for target in targets.values():
        assert ":role/" in target["RoleArn"]
        assert target["DeadLetterConfig"]["Arn"].endswith("-dlq")


@pytest.mark.parametrize(
    "holds",
    [
        test_every_rule_sees_reading_events_too_and_hears_aws_alone,
        test_every_rule_goes_straight_to_both_hubs_and_keeps_what_it_cannot_deliver,
    ],
)
def test_the_same_holds_of_the_rules_that_are_made_of_a_plan(holds):
    guard = stacks.guard()
    rules = guard.resources("AWS::Events::Rule").values()
    assert rules
    for rule in rules:
        holds(guard, rule)


def test_without_a_standby_there_is_one_target():
    for rule in stacks.region(StandbyBusArn="").resources("AWS::Events::Rule").values():
        assert [target["Arn"] for target in rule["Targets"]] == [stacks.bus(HOME)]


def test_user_rules_exist_in_the_emergency_account_alone():
    rules = stacks.region(PRODUCTION, GLOBAL).resources("AWS::Events::Rule")
    assert not {"UserChangeRule", "UserDenialRule", "ProviderChangeRule"} & set(rules)
    assert "UserRule" not in stacks.region(BreakGlassUser1="").resources("AWS::Events::Rule")
