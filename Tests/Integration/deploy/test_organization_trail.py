"""template/steps/trail in an organization: its trail lives in the management account, where not everybody may look."""

import pytest

from testkit.aws.answers import refusal, reply
from testkit.deployment.account import EMERGENCY, HOME, PLAN, STANDBY, service_role
from testkit.deployment.trail_step import ALL

MANAGEMENT = "444455556666"
AUDIT = f"arn:aws:cloudtrail:{HOME}:{EMERGENCY}:trail/audit"
SHARED = f"arn:aws:cloudtrail:{STANDBY}:{MANAGEMENT}:trail/org-trail"
MEMBERS = PLAN + 'accounts:\n  - { number: 1, id: "111122223333", name: production }\n'


def shown(cloud, selectors=None, is_logging=True, refused=()):
    """The organization's trail, as an account of the organization sees it."""
    answers = {
        "cloudtrail:DescribeTrails": {"trailList": [
            {"Name": "org-trail", "TrailARN": SHARED, "HomeRegion": STANDBY, "IsMultiRegionTrail": True,
             "IsOrganizationTrail": True}
        ]},
        "cloudtrail:GetTrailStatus": {"IsLogging": is_logging},
        "cloudtrail:GetEventSelectors": {"TrailARN": SHARED} | (selectors or {"EventSelectors": ALL}),
    }  # fmt: skip

    def answer(operation, request):
        if operation in refused:
            return refusal(request, "AccessDeniedException", 400)
        return reply(answers[operation]) if operation in answers else cloud.answer(operation, request)

    cloud.proxy.answers = answer


@pytest.mark.parametrize("slots", [
    {"management": MANAGEMENT, "organization": MANAGEMENT, "emergency": EMERGENCY},
    {"organization": "777788889999", "emergency": EMERGENCY},
])  # fmt: skip
def test_the_organizations_trail_is_adopted(step, plan, cloud, slots):
    shown(cloud)
    path = plan(MEMBERS)
    done = step(path, slots=slots)
    assert (done.status, done.slot) == (0, None), done.said
    assert path.read_text().endswith(f"trail: {SHARED}\n")
    assert done.parameters["TrailArn"] == SHARED


@pytest.mark.parametrize("named", ["", f"trail: {SHARED}\n"], ids=["not named", "named"])
def test_a_trail_that_nobody_may_read_is_not_taken_for_fit(step, plan, cloud, named):
    shown(cloud, refused=["cloudtrail:GetEventSelectors"])
    path = plan(MEMBERS + named)
    done = step(path, slots={"organization": "777788889999", "emergency": EMERGENCY})
    assert (done.status, done.slot) == (2, None), done.said
    assert f"trail {SHARED} is unknown: what trail {SHARED} logs could not be read: access was denied" in done.said
    assert "the management account for an organization's trail" in done.said
    assert path.read_text() == MEMBERS + named


def test_only_the_management_account_makes_a_trail_of_the_organization(step, plan, cloud, audit):
    done = step(plan(MEMBERS), slots={"organization": "777788889999", "emergency": EMERGENCY})
    assert (done.status, done.slot) == (2, None), done.said
    assert f"trail {AUDIT} is unfit: logs one account, not the organization" in done.said
    assert "hint: name its profile with --management-profile" in done.said


@pytest.mark.parametrize("missing, command", [
    ("trusted access of CloudTrail to the organization",
     "aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com"),
    ("the role AWSServiceRoleForCloudTrail",
     "aws iam create-service-linked-role --aws-service-name cloudtrail.amazonaws.com"),
])  # fmt: skip
def test_what_a_trail_of_the_organization_needs_is_foreseen(step, plan, cloud, emergency, missing, command):
    organizations = emergency.client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    slots = {"management": EMERGENCY, "organization": EMERGENCY, "emergency": EMERGENCY}
    if "role" in missing:
        organizations.enable_aws_service_access(ServicePrincipal="cloudtrail.amazonaws.com")
    else:
        service_role(emergency)
    done = step(plan(MEMBERS), slots=slots)
    assert (done.status, done.slot) == (2, None), done.said
    assert f"account {EMERGENCY} lacks {missing}, without which" in done.said
    assert f"hint: {command}" in done.said
    organizations.enable_aws_service_access(ServicePrincipal="cloudtrail.amazonaws.com")
    if "role" in missing:
        service_role(emergency)
    assert step(plan(MEMBERS), slots=slots).slot == "management"
