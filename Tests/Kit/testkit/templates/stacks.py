"""The stacks of the fixtures' plan, with the parameters that a deployment gives them."""

import functools
import pathlib
import subprocess
import tempfile

from testkit.programs.build import program
from testkit.repository import ROOT, TEMPLATES
from testkit.templates.reading import load
from testkit.templates.stack import Stack

EMERGENCY, PRODUCTION, MANAGEMENT = "123456789012", "111122223333", "444455556666"
ORGANIZATION = "o-exampleorg1"
USERS = {"BreakGlassUser1": "BreakglassUser1", "BreakGlassUser2": "BreakglassUser2"}
ROLLOUT = "arn:aws:iam::*:role/Rollout"
CUSTODIAN = f"arn:aws:iam::{EMERGENCY}:role/Custodian"
REVOKER = "arn:aws:iam::*:role/Revoker"
# Whom the plan lets look: a pipeline's role, a permission set of Identity Center, a user.
AUDIT = "222233334444"
SSO = "role/aws-reserved/sso.amazonaws.com"
AUDITORS = {
    "AuditorArns": ",".join([
        f"arn:aws:iam::{AUDIT}:role/ci/Pipeline", f"arn:aws:iam::{AUDIT}:{SSO}/*/AWSReservedSSO_Security_*",
        f"arn:aws:iam::{EMERGENCY}:user/olga",
    ]),
    "AuditorAccountArns": f"arn:aws:iam::{AUDIT}:root,arn:aws:iam::{EMERGENCY}:root",
}  # fmt: skip
HOME, STANDBY, GLOBAL = "eu-west-1", "us-west-2", "us-east-1"
KEY = "5f0c7d1e-0000-4000-8000-00000000000a"

_templates = {}


def template(name):
    if name not in _templates:
        _templates[name] = load(TEMPLATES / f"{name}.yaml")
    return _templates[name]


def bus(region):
    return f"arn:aws:events:{region}:{EMERGENCY}:event-bus/breakglass-hub"


def region(account=EMERGENCY, region=HOME, **parameters):
    values = {
        "HomeBusArn": bus(HOME),
        "StandbyBusArn": bus(STANDBY),
        "EmergencyAccountId": EMERGENCY,
        "BreakGlassUser1": "BreakglassUser1",
        "BreakGlassUser2": "BreakglassUser2",
        "SAMLProviderName": "Okta",
    }
    return Stack(
        template("region"),
        values | parameters,
        account=account,
        region=region,
        name="breakglass-region",
    )


def evidence(region=HOME, **parameters):
    """The bus, and who may put events on it."""
    attributes = {("Bus", "Ref"): "breakglass-hub", ("Bus", "Arn"): bus(region)}
    return Stack(
        template("evidence"), {"ReportingAccountIds": f"{EMERGENCY},{PRODUCTION}"} | parameters,
        region=region, name="breakglass-evidence", attributes=attributes,
    )  # fmt: skip


def hub(region=HOME, **parameters):
    values = {
        "HomeRegion": HOME,
        "StandbyRegion": STANDBY,
        "EnricherCode": "event-enricher/0a1b.zip",
        "PublisherCode": "sns-publisher/0a1b.zip",
        "CheckerCode": "drift-checker/0a1b.zip",
        "PartnerEventSource": "aws.partner/okta.com/example/log",
        "FederationAppId": "0oaFederation",
        "EmergencyGroupIds": "00gEmergencyRO,00gEmergencyOps",
    }
    attributes = {
        ("Key", "Ref"): KEY,
        ("Key", "Arn"): f"arn:aws:kms:{region}:{EMERGENCY}:key/{KEY}",
    }
    return Stack(
        template("hub"), values | parameters, region=region, name="breakglass-hub",
        attributes=attributes,
    )


def access(account=EMERGENCY, **parameters):
    values = USERS | {
        "BreakGlassRoleArns": f"arn:aws:iam::{PRODUCTION}:role/BreakGlassRole",
        "SAMLProviderName": "Okta",
        "SAMLMetadata": "<EntityDescriptor/>",
        "RoleNumber": "1",
        "ReadOnlyRoleArns": f"arn:aws:iam::{PRODUCTION}:role/EmergencyAccess_RO",
        "OperationsRoleArns": f"arn:aws:iam::{PRODUCTION}:role/EmergencyAccess_Ops",
    }
    return Stack(
        template("access"), values | parameters, account=account, name="breakglass-access"
    )


def workload(account=PRODUCTION, **parameters):
    values = USERS | {"EmergencyAccountId": EMERGENCY, "RoleNumber": "1"}
    return Stack(
        template("workload"), values | parameters, account=account, name="breakglass-workload"
    )


def management(account=MANAGEMENT, **parameters):
    values = USERS | {"EmergencyAccountId": EMERGENCY}
    return Stack(
        template("management"), values | parameters, account=account, name="breakglass-management"
    )


def guardrail(**parameters):
    values = USERS | {
        "TargetIds": "r-root",
        "EmergencyAccountId": EMERGENCY,
        "SAMLProviderName": "Okta",
        "RolloutArns": ROLLOUT,
        "CustodianArns": CUSTODIAN,
        "RevokerArns": REVOKER,
    }
    return Stack(
        template("guardrail"), values | parameters, account=MANAGEMENT, name="breakglass-guardrail"
    )


PLAN = ROOT / "Tests/Fixtures/plan.yaml"


def run_plan_templates(plan, folder):
    return subprocess.run(
        [program("breakglass"), "plan", "templates", str(plan), str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
    )


def plan_templates(plan, folder):
    """Runs `breakglass plan templates`; returns standard error."""
    result = run_plan_templates(plan, folder)
    assert result.returncode == 0, result.stderr
    return result.stderr


@functools.cache
def rendered(plan=PLAN):
    """The documents that `breakglass plan templates` writes for a plan, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        plan_templates(plan, folder)
        return {path.name: load(path) for path in pathlib.Path(folder).glob("*.json")}


def guard(account=EMERGENCY, region=HOME, plan=PLAN):
    template = rendered(plan).get("guard.json", {"Resources": {}})
    return Stack(template, account=account, region=region, name="breakglass-guard")


def rules(account, in_region):
    """The event pattern of each rule in that account and Region, by rule name."""
    stacks = [region(account, in_region), guard(account, in_region)]
    if account == EMERGENCY and in_region in (HOME, STANDBY):
        stacks.append(hub(in_region))
    return {
        rule["Name"]: rule["EventPattern"]
        for stack in stacks
        for rule in stack.resources("AWS::Events::Rule").values()
        # A rule by the clock has no pattern.
        if rule.get("EventBusName") != "breakglass-hub" and "EventPattern" in rule
    }
