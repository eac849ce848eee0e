"""An organization: stack sets bring rules and roles to every account; the management account, which they
do not reach, gets its own.
"""

import pytest

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, rules_of_template
from testkit.deployment.organization import Organization

PLAN = """\
organization: example
emergencyAccount: "{emergency}"
regions: {{ home: us-east-1, standby: us-east-2 }}
identityProvider: {{ kind: okta, domain: example.okta.com, app: 0oa1, samlProvider: Okta, metadata: metadata.xml }}
accounts:
  - {{ number: 1, id: "{workload}", name: production }}
  - {{ number: 2, id: "{emergency}", name: emergency }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
guard: [ "arn:aws:iam::{workload}:role/LegacyBreakGlass" ]
"""


@pytest.fixture
def organization(emergency, cloud):
    # The credentials of the environment are the management account's here.
    organization = Organization(emergency)
    organization.ready_for_trails()
    emergency.client("organizations").enable_aws_service_access(ServicePrincipal="account.amazonaws.com")
    return organization


@pytest.fixture
def organization_plan(plan, organization, tmp_path):
    # Longer than a parameter may be.
    people = "<!-- " + "x" * 60_000 + " -->"
    (tmp_path / "metadata.xml").write_text(
        f'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x">{people}</EntityDescriptor>'
    )
    emergency, workload = organization.ids
    return plan(PLAN.format(emergency=emergency, workload=workload))


def test_every_account_and_region_is_reached_and_taken_down(run, organization, organization_plan, cloud):
    emergency, workload = map(organization.member, organization.ids)
    options = ("--role", "OrganizationAccountAccessRole", "--yes", organization_plan)
    deploy = ("deploy", "--wait", "0", "--organizational-units", organization.unit, *options)
    cloud.outdated("breakglass-region", organization.ids[1], "eu-north-1")
    said = run(*deploy, status=2)
    assert f"stack set breakglass-region: {organization.ids[1]} eu-north-1 is OUTDATED: the test says so" in said

    said = run(*deploy)
    for account, number in ((emergency, organization.ids[0]), (workload, organization.ids[1])):
        for region in ENABLED:
            rules = set(account.inventory(region)["rules"])
            assert {name for name in rules if "guard" not in name} >= {"breakglass-sign-in", "breakglass-root"}
            assert any("guard" in name for name in rules), (number, region)
        assert {"BreakGlassRole", "BreakGlassAudit", "BreakGlassCanary"} <= set(account.identities()["roles"])
    assert {"EmergencyAccess_RO", "EmergencyAccess_Ops"} <= set(workload.identities()["roles"])
    roles = set(emergency.identities()["roles"])
    assert {"EmergencyAccess_Role1_RO", "EmergencyAccess_Role1_Ops", "breakglass-sns-publisher"} <= roles
    assert emergency.identities()["users"] == ["BreakglassUser1", "BreakglassUser2"]
    management = organization.management
    assert {"BreakGlassAudit", "EmergencyAccess_IdentityRepair"} <= set(management.identities()["roles"])
    for region in ENABLED:
        rules = {name for name in management.inventory(region)["rules"] if "guard" not in name}
        assert rules == rules_of_template(EMERGENCY.replace("1", "0"), region, "Okta"), region
    key = f"breakglass-code-{organization.ids[0]}-{HOME}"
    stored = emergency.client("s3").list_objects_v2(Bucket=key)["Contents"]
    assert any(item["Key"].endswith("-access-roles-1.json") for item in stored)

    changes = ["CreateStack", "UpdateStack", "CreateStackSet", "UpdateStackSet", "CreateStackInstances"]
    before = [cloud.count(f"cloudformation:{name}") for name in changes]
    run(*deploy)
    assert before == [cloud.count(f"cloudformation:{name}") for name in changes]

    run("destroy", "--with-evidence", "--account", organization.ids[0], *options)
    for account in (emergency, workload, management):
        for region in ENABLED:
            assert not any(account.inventory(region).values()), (account, region)
        assert not any(account.identities().values())


def test_whose_credentials_are_wrong_is_said_in_one_line(run, organization, organization_plan):
    said = run("deploy", "--yes", organization_plan, status=2)
    assert (
        f"error: emergency account: the credentials are of account {EMERGENCY}, and the plan's emergency access account is "
        f"{organization.ids[0]}\nhint: name that account's profile with --profile"
    ) in said
