"""One account alone, without an organization: the same templates, everything in one place."""

import json
import subprocess

import pytest

from testkit.events.records import record, root, session, user
from testkit.patterns.matching import matches
from testkit.policies.evaluation import Principal, Request, is_allowed, role
from testkit.policies.world import MFA, NO_MFA, World, provider
from testkit.programs.build import program
from testkit.templates import stacks
from testkit.templates.reading import load
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME

PLAN = f"""
organization: example
emergencyAccount: "{EMERGENCY}"
regions: {{ home: {HOME} }}
identityProvider: {{ kind: okta, app: 0oaFederation }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
accounts:
  - {{ number: 1, id: "{EMERGENCY}", name: only, roles: [RO, Ops] }}
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("single")
    (folder / "plan.yaml").write_text(PLAN)
    stacks.plan_templates(folder / "plan.yaml", folder / "out")
    return folder


def made(written, name, **more):
    """A template with the parameters that the CLI wrote for it."""
    given = json.loads((written / f"out/{name}.parameters.json").read_text())
    values = {p["ParameterKey"]: p["ParameterValue"] for p in given}
    return Stack(stacks.template(name), values | more, account=EMERGENCY, name=f"breakglass-{name}")


def rendered(written, name):
    return Stack(load(written / f"out/{name}-1.json"), account=EMERGENCY, name=f"breakglass-{name}")


@pytest.fixture(scope="module")
def world(written):
    code = {"EnricherCode": "x", "PublisherCode": "x", "CheckerCode": "x"}
    return World(
        made(written, "access"), rendered(written, "access-roles"), made(written, "workload"),
        rendered(written, "workload-roles"), made(written, "hub", **code),
    )  # fmt: skip


def here(name):
    return f"arn:aws:iam::{EMERGENCY}:role/{name}"


def test_both_ways_in_lead_to_their_roles(world):
    one = Principal("user", f"arn:aws:iam::{EMERGENCY}:user/BreakglassUser1")
    okta = provider(EMERGENCY, "Okta")
    assert world.may_assume(one, here("BreakGlassRole"), **MFA)
    assert not world.may_assume(one, here("BreakGlassRole"), **NO_MFA)
    audience = {"SAML:aud": "https://signin.aws.amazon.com/saml"}
    assert world.may_assume(okta, here("EmergencyAccess_Role1_RO"), known_by_name=True, **audience)
    assert world.may_assume(
        okta, here("EmergencyAccess_Role1_RO"),
        **{"SAML:aud": f"https://{HOME}.signin.aws.amazon.com/saml"},
    )  # fmt: skip
    assert not world.may_assume(okta, here("EmergencyAccess_Role1_RO"))
    emergency = role(EMERGENCY, "EmergencyAccess_Role1_RO")
    assert world.may_assume(emergency, here("EmergencyAccess_RO"), known_by_name=True, tagged=True)
    assert not world.may_assume(emergency, here("EmergencyAccess_Ops"))
    assert not world.may_assume(one, here("EmergencyAccess_Ops"), **MFA)


def test_an_administrator_of_the_same_account_takes_none_of_them(world):
    admin = role(EMERGENCY, "Admin")
    world.administrator(admin)
    for name in (
        "BreakGlassRole", "EmergencyAccess_RO", "EmergencyAccess_Role1_RO", "BreakGlassAudit",
        "BreakGlassCanary", "breakglass-sns-publisher",
    ):  # fmt: skip
        assert not world.may_assume(admin, here(name), **MFA)
    checker = role(EMERGENCY, "breakglass-drift-checker")
    assert world.may_assume(checker, here("BreakGlassAudit"), **world.code(checker))


def test_its_own_rules_reach_the_bus(written):
    evidence = made(written, "evidence")
    policies = [p["Statement"] for p in evidence.resources("AWS::Events::EventBusPolicy").values()]
    everything = [{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}]

    def may(source):
        request = Request(role(EMERGENCY, "x"), "events:PutEvents", stacks.bus(HOME), source)
        return is_allowed(request, identity=everything, resource={"Statement": policies})

    assert may({"aws:SourceArn": f"arn:aws:events:{GLOBAL}:{EMERGENCY}:rule/breakglass-root"})
    assert not may({})


EVENTS = [
    record("signin.amazonaws.com", "ConsoleLogin", identity=user(EMERGENCY, "BreakglassUser1")),
    record("signin.amazonaws.com", "ConsoleLogin", identity=root(EMERGENCY), region=GLOBAL),
    record("sts.amazonaws.com", "AssumeRole", identity=user(EMERGENCY, "BreakglassUser1"),
           request={"roleArn": here("BreakGlassRole")}, readOnly=True),
    record("sts.amazonaws.com", "AssumeRole", readOnly=True,
           identity=session(EMERGENCY, "EmergencyAccess_Role1_RO"),
           request={"roleArn": here("EmergencyAccess_RO")}),
    record("s3.amazonaws.com", "CreateBucket", identity=session(EMERGENCY, "BreakGlassRole")),
    record("s3.amazonaws.com", "CreateBucket", identity=session(EMERGENCY, "EmergencyAccess_Ops")),
    record("iam.amazonaws.com", "DeleteRole", region=GLOBAL, request={"roleName": "BreakGlassRole"}),
    record("events.amazonaws.com", "DisableRule", request={"name": "breakglass-root"}),
    # And what does not concern us.
    record("s3.amazonaws.com", "CreateBucket"),
    record("sts.amazonaws.com", "AssumeRole", request={"roleArn": here("Admin")}, readOnly=True),
    record("iam.amazonaws.com", "DeleteRole", region=GLOBAL, request={"roleName": "App"}),
]  # fmt: skip


def test_rules_and_enricher_agree_there_too(written):
    result = subprocess.run(
        [program("breakglass"), "preview", "--plan", written / "plan.yaml", "--format", "json", "-"],
        input="\n".join(map(json.dumps, EVENTS)), capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    due = [json.loads(line)["due"] for line in result.stdout.splitlines()]
    heard = []
    for event in EVENTS:
        stack = made(written, "region")
        stack.region = event["region"]
        rules = stack.resources("AWS::Events::Rule").values()
        patterns = [r["EventPattern"] for r in rules if "EventPattern" in r]
        heard.append(sum(matches(pattern, event) for pattern in patterns))
    assert due == [True] * 8 + [False] * 3
    assert heard == [1] * 8 + [0] * 3


def test_there_is_one_hub_and_nothing_waits_for_another(written):
    code = {"EnricherCode": "x", "PublisherCode": "x", "CheckerCode": "x"}
    hub = made(written, "hub", **code)
    assert "STANDBY_TOPIC_ARN" not in json.dumps(hub.resources("AWS::Lambda::Function"))
    for stack in (hub, made(written, "region")):
        for rule in stack.resources("AWS::Events::Rule").values():
            # The clock starts a function.
            if rule.get("EventBusName") != "breakglass-hub" and "EventPattern" in rule:
                assert [t["Arn"] for t in rule["Targets"]] == [stacks.bus(HOME)]
    assert "us-west-2" not in json.dumps(hub.resources())
