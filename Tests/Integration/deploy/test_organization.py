"""An organization of forty accounts, with everything that AWS refuses: opt-in Regions that differ, a Region that a
policy denies and the plan waives, a delegated administrator of stack sets, a management account apart.
"""

import os

import pytest

from testkit.deployment.account import ENABLED, HOME, STANDBY
from testkit.deployment.organization import Organization
from testkit.refusals import catalog

# Members of the organization; `make organization` runs the same test with forty.
ACCOUNTS = int(os.environ.get("BREAKGLASS_ACCOUNTS", "4"))
DENIED, OPTIONAL = "eu-west-3", "ap-east-1"
ROLE_KINDS = {catalog.ROLE_NEW_TO_EVENTS, catalog.ROLE_NEW_TO_LAMBDA, catalog.ROLE_NEW_TO_SCHEDULER}


def plan_of(ids):
    accounts = "".join(
        f'  - {{ number: {number}, id: "{account}", name: account-{number} }}\n' for number, account in enumerate(ids, 1)
    )
    return f"""\
organization: example
emergencyAccount: "{ids[0]}"
regions: {{ home: {HOME}, standby: {STANDBY} }}
accounts:
{accounts}breakGlassUsers: [BreakglassUser1, BreakglassUser2]
guard: [ "arn:aws:iam::{ids[2]}:role/LegacyBreakGlass" ]
subscribers:
  - {{ protocol: email, endpoint: security@example.com }}
waivers:
  - {{ check: rules-exist-in-every-region, resource: "*/{DENIED}", reason: not used, until: 2027-12-31 }}
"""


@pytest.fixture
def organization(emergency, cloud):
    names = ["emergency", "security", *(f"account-{number}" for number in range(3, ACCOUNTS + 1))]
    organization = Organization(emergency, names)
    organization.ready_for_trails()
    client = emergency.client("organizations")
    client.enable_aws_service_access(ServicePrincipal="account.amazonaws.com")
    for service in ("member.org.stacksets.cloudformation.amazonaws.com", "account.amazonaws.com"):
        client.register_delegated_administrator(AccountId=organization.ids[1], ServicePrincipal=service)
    organization.deny_regions(DENIED)
    cloud.regions[DENIED] = "ENABLED_BY_DEFAULT"
    # The management account has the opt-in Region, and every third account.
    for account in ["123456789012", *organization.ids[2::3]]:
        cloud.enable(account, **{OPTIONAL.replace("-", "_"): "ENABLED"})
    for account in organization.ids:
        if account not in cloud.own:
            cloud.enable(account)
    cloud.state.concurrency = dict.fromkeys([*organization.ids, "123456789012"], 1_000)
    return organization


def test_everything_that_aws_refuses_is_avoided_or_waited_out(run, plan, cloud, organization):
    management = organization.management
    management.client("iam").create_role(RoleName="Deployer", AssumeRolePolicyDocument="{}")
    ids = organization.ids
    said = run(
        "deploy", "--yes", "--wait", "0", "--role", "OrganizationAccountAccessRole", "--organization-role",
        f"arn:aws:iam::{ids[1]}:role/OrganizationAccountAccessRole", "--management-role",
        "arn:aws:iam::123456789012:role/Deployer", "--organizational-units", organization.unit, plan(plan_of(ids)),
    )  # fmt: skip
    kinds = {refusal.kind for place, refusal in cloud.refusals}
    # A role that is seconds old is refused once, and deployment goes on. Nothing else is refused.
    assert kinds <= ROLE_KINDS and kinds, [(place, str(one)) for place, one in cloud.refusals if one.kind not in ROLE_KINDS]
    for number, account in enumerate(ids):
        regions = {*ENABLED} | ({OPTIONAL} if account in ids[2::3] else set())
        member = organization.member(account)
        for region in regions:
            rules = set(member.names("events", "list_rules", "Rules.Name", region, NamePrefix="breakglass-"))
            assert {"breakglass-sign-in", "breakglass-root"} <= rules, (account, region)
        if number < 3:
            assert {"BreakGlassRole", "BreakGlassAudit"} <= set(member.identities()["roles"])
    for region in {*ENABLED, OPTIONAL}:
        rules = management.names("events", "list_rules", "Rules.Name", region, NamePrefix="breakglass-")
        assert "breakglass-root" in rules, region
    assert DENIED in said
    assert (ids[3], OPTIONAL) not in {place[:2] for place, _ in cloud.refusals}
