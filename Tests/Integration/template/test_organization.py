"""StackSets bring rules and roles to every account, and say truly what they bring."""

import pytest

from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, STANDBY

VALUES = {
    "OrganizationalUnitIds": "r-root",
    "Regions": "us-east-1,us-east-2,eu-north-1,ap-southeast-2,eu-west-1",
    "HomeRegion": HOME,
    "RegionTemplateURL": "https://example.s3.amazonaws.com/region.yaml",
    "WorkloadTemplateURL": "https://example.s3.amazonaws.com/workload.yaml",
    "WorkloadAccountIds": f"{EMERGENCY},{stacks.PRODUCTION}",
    "HomeBusArn": stacks.bus(HOME),
    "StandbyBusArn": stacks.bus(STANDBY),
    "EmergencyAccountId": EMERGENCY,
    "SAMLProviderName": "Okta",
} | stacks.USERS


def sets(**parameters):
    stack = Stack(stacks.template("organization"), VALUES | parameters, account=MANAGEMENT)
    return stack.resources("AWS::CloudFormation::StackSet")


EVERYTHING = sets(
    GuardTemplateURL="https://example.s3.amazonaws.com/guard.json",
    RolesTemplateURL="https://example.s3.amazonaws.com/workload-roles-1.json",
    RolesAccountIds=f"{stacks.PRODUCTION}",
)


def test_accounts_to_come_are_covered_and_nothing_is_taken_down_when_one_leaves():
    for name in ("RegionStackSet", "GuardStackSet"):
        about = EVERYTHING[name]
        assert about["PermissionModel"] == "SERVICE_MANAGED"
        assert about["AutoDeployment"] == {"Enabled": True, "RetainStacksOnAccountRemoval": True}


@pytest.mark.parametrize(
    "name, accounts",
    [("RolesStackSet", [stacks.PRODUCTION]), ("WorkloadStackSet", [EMERGENCY, stacks.PRODUCTION])],
)
def test_roles_wait_until_their_account_is_planned(name, accounts):
    about = EVERYTHING[name]
    assert about["AutoDeployment"] == {"Enabled": False}
    (group,) = about["StackInstancesGroup"]
    assert group["DeploymentTargets"]["AccountFilterType"] == "INTERSECTION"
    assert group["DeploymentTargets"]["Accounts"] == accounts


@pytest.mark.parametrize("planned", ["yes", "no"])
@pytest.mark.parametrize("account", [EMERGENCY, stacks.PRODUCTION, MANAGEMENT])
def test_the_break_glass_role_is_made_where_its_use_raises_an_alert(account, planned):
    made = stacks.workload(account, EmergencyAccountIsPlanned=planned)
    names = {role["RoleName"] for role in made.resources("AWS::IAM::Role").values()}
    assert ("BreakGlassRole" in names) == (account != EMERGENCY or planned == "yes")
    assert {"BreakGlassAudit", "BreakGlassCanary"} <= names


def test_rules_go_to_every_region_and_roles_once_to_every_account():
    regions = {
        name: group["Regions"]
        for name, about in EVERYTHING.items() for group in about["StackInstancesGroup"]
    }  # fmt: skip
    assert len(regions["RegionStackSet"]) == 5 == len(regions["GuardStackSet"])
    assert regions["WorkloadStackSet"] == regions["RolesStackSet"] == [HOME]


@pytest.mark.parametrize("name, template", [("RegionStackSet", "region"), ("WorkloadStackSet", "workload")])
def test_every_parameter_that_is_handed_on_is_one_and_fits(name, template):
    handed = {p["ParameterKey"]: p["ParameterValue"] for p in sets()[name]["Parameters"]}
    Stack(stacks.template(template), handed)
    # The emergency roles of a planned account come with the plan's own template.
    own = set(stacks.template(template)["Parameters"])
    assert own - set(handed) <= {"RoleNumber", "ReadOnlyPolicyArns", "OperationsPolicyArns"}


def test_without_them_there_is_neither_guard_nor_roles():
    assert set(sets()) == {"RegionStackSet", "WorkloadStackSet"}


def test_names_begin_so_that_their_stacks_are_ours():
    # Stacks of StackSets and their roles are called StackSet-NAME-…: rules and guardrail rely on it.
    assert all(about["StackSetName"].startswith("breakglass-") for about in EVERYTHING.values())
