"""Which accounts and Regions get rules and roles: an unplanned account, a planned management account, a Region that
a policy denies and the plan does not waive yet.
"""

from testkit.deployment.account import EMERGENCY, ENABLED
from testkit.deployment.organization import Organization

OPT_IN, DENIED = "ap-east-1", "us-east-2"
PLAN = """\
organization: example
emergencyAccount: "{emergency}"
regions: {{ home: us-east-1 }}
accounts:
  - {{ number: 1, id: "{production}", name: production }}
  - {{ number: 2, id: "{management}", name: management }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
"""
WAIVER = """\
waivers:
  - {{ check: rules-exist-in-every-region, resource: "*/{region}", reason: landing zone, until: 2999-12-31 }}
"""


def test_each_account_gets_what_it_can_have_and_no_more(run, plan, emergency, cloud):
    organization = Organization(emergency, ["emergency", "production", "unplanned"])
    organization.ready_for_trails()
    client = emergency.client("organizations")
    client.enable_aws_service_access(ServicePrincipal="account.amazonaws.com")
    organization.deny_regions(DENIED)
    ids = dict(zip(["emergency", "production", "unplanned"], organization.ids))
    members = {name: organization.member(number) for name, number in ids.items()}
    for name, number in ids.items():
        cloud.enable(number, **({"ap_east_1": "ENABLED"} if name == "production" else {}))
    cloud.state.concurrency = dict.fromkeys([*organization.ids, EMERGENCY], 1_000)
    text = PLAN.format(management=EMERGENCY, **ids)
    options = "--organizational-units", organization.unit, "--role", "OrganizationAccountAccessRole", "--yes", "--wait", "0"

    said = run("deploy", *options, plan(text), status=1)
    assert "6. What only people can do" in said, said
    assert f"NOBODY HEARS SIGN-INS recorded in {DENIED} of {ids['emergency']}, {ids['production']}" in said
    assert f"(deny-{DENIED}) denies it" in said
    assert f'waivers: [ {{ check: rules-exist-in-every-region, resource: "*/{DENIED}"' in said
    assert said.rindex("error: deployed, except for the Regions above") > said.index("6. What only people can do")

    # Nothing was tried that the policy denies, or where the Region is off.
    tried = {place[:2] for place, _ in cloud.refusals}
    assert not tried & {(number, DENIED) for number in ids.values()}
    assert {number for number, region in tried if region == OPT_IN} <= {ids["production"]}
    for name, account in members.items():
        for region in {*ENABLED} - {DENIED} | ({OPT_IN} if name == "production" else set()):
            assert account.inventory(region)["rules"], (name, region)
    # No policy binds the management account.
    assert all(emergency.inventory(region)["rules"] for region in ENABLED)

    roles = {name: set(account.identities()["roles"]) for name, account in members.items()}
    assert "BreakGlassRole" in roles["production"]
    assert {"BreakGlassRole", "BreakGlassAudit", "BreakGlassCanary"} <= set(emergency.identities()["roles"])
    # Where the plan does not name an account, the use of the role would raise no alert.
    assert "BreakGlassRole" not in roles["emergency"] and "BreakGlassAudit" in roles["emergency"]
    assert not any(name.startswith("BreakGlass") for name in roles["unplanned"])

    said = run("deploy", *options, plan(text + WAIVER.format(region=DENIED)))
    assert f"recorded in {DENIED} of" in said and "waived until 2999-12-31: landing zone" in said
    assert not [place for place, _ in cloud.refusals if place[0] != EMERGENCY and place[1] == DENIED]
