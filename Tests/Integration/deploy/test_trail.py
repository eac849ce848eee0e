"""template/steps/trail: a fit trail is named in the plan, an unfit one is refused or made good, and no run ends
with 0 while nobody hears anything.
"""

import json
import os
import subprocess

import pytest

from testkit.aws.answers import refusal, reply
from testkit.deployment.account import EMERGENCY, HOME, PLAN, STANDBY, service_role
from testkit.repository import TEMPLATES
from testkit.templates.stacks import plan_templates

MANAGEMENT = "444455556666"
AUDIT = f"arn:aws:cloudtrail:{HOME}:{EMERGENCY}:trail/audit"
ALL = [{"ReadWriteType": "All", "IncludeManagementEvents": True}]


def management(*fields):
    category = {"Field": "eventCategory", "Equals": ["Management"]}
    return {"AdvancedEventSelectors": [{"FieldSelectors": [category, *fields]}]}


# What is done to a fit trail, and what is said of it.
UNFIT = {
    "stopped": (lambda trail: trail.stop_logging(Name="audit"), "is stopped"),
    "one Region": (
        lambda trail: trail.update_trail(Name="audit", IsMultiRegionTrail=False), f"logs {HOME} alone",
    ),
    "deleted": (lambda trail: trail.delete_trail(Name="audit"), None),
} | {
    name: (lambda trail, selectors=selectors: trail.put_event_selectors(TrailName="audit", **selectors), left + " are left out")
    for name, selectors, left in [
        ("readOnly=false", management({"Field": "readOnly", "Equals": ["false"]}), "read events"),
        ("WriteOnly", {"EventSelectors": [{"ReadWriteType": "WriteOnly"}]}, "read events"),
        (
            "NotEquals sts", management({"Field": "eventSource", "NotEquals": ["sts.amazonaws.com"]}),
            "events of sts.amazonaws.com",
        ),
        (
            "ExcludeManagementEventSources",
            {"EventSelectors": [ALL[0] | {"ExcludeManagementEventSources": ["kms.amazonaws.com"]}]},
            "events of kms.amazonaws.com",
        ),
        (
            "data events alone",
            {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": False}]},
            "management events",
        ),
    ]
}  # fmt: skip


@pytest.fixture
def audit(emergency):
    """A fit trail of the account."""
    emergency.client("s3").create_bucket(Bucket="audit-logs")
    trail = emergency.client("cloudtrail")
    trail.create_trail(Name="audit", S3BucketName="audit-logs", IsMultiRegionTrail=True)
    trail.put_event_selectors(TrailName="audit", EventSelectors=ALL)
    trail.start_logging(Name="audit")
    return trail


class Step:
    """A run of the step: what it said, what it left."""

    def __init__(self, work, result):
        self.status, self.said = result.returncode, result.stdout
        self.slot = (work / "trail").read_text().strip() if (work / "trail").exists() else None
        self.repair = (work / "trail.repair").read_text().strip() if (work / "trail.repair").exists() else None
        parameters = work / "plan/region.parameters.json"
        self.parameters = {p["ParameterKey"]: p["ParameterValue"] for p in json.loads(parameters.read_text())}


@pytest.fixture
def step(cloud, aws_environment, aws_cli, tmp_path):
    """step(plan, ...): template/steps/trail as deploy runs it. `slots` are those whose credentials are there."""

    def step(plan, *arguments, slots=None):
        work = tmp_path / "work"
        work.mkdir(exist_ok=True)
        for name in ("trail", "trail.repair"):
            (work / name).unlink(missing_ok=True)
        plan_templates(plan, work / "plan")
        for slot, account in (slots or {"emergency": EMERGENCY}).items():
            (work / f"{slot}.account").write_text(account + "\n")
        if slots:
            (work / "organization").write_text("o-example r-root\n")
        result = subprocess.run(
            [str(TEMPLATES / "steps/trail"), str(plan), *arguments],
            env=aws_environment
            | {"PATH": f"{aws_cli}:{os.environ['PATH']}", "work": str(work), "program": "deploy", "HOME": str(tmp_path)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600,
        )  # fmt: skip
        return Step(work, result)

    return step


def test_a_fit_trail_is_named_in_the_plan_and_in_what_is_made_of_it(step, plan, audit):
    path = plan()
    done = step(path)
    assert done.status == 0, done.said
    assert f"trail {AUDIT} is fit: -" in done.said
    assert f"note: {path}: the line trail: {AUDIT} was added" in done.said
    assert path.read_text() == f"{PLAN}\n# The trail through which EventBridge receives events.\ntrail: {AUDIT}\n"
    assert done.slot is None and done.parameters["TrailArn"] == AUDIT
    # Once named, nothing changes; and whoever does not go ahead gets the plan back as it was.
    again = step(path)
    assert (again.status, again.slot, again.parameters["TrailArn"]) == (0, None, AUDIT)
    assert path.read_text().count("\ntrail: ") == 1


def test_who_does_not_go_ahead_gets_the_plan_back(step, plan, audit):
    path = plan()
    assert step(path).status == 0 and path.read_text() != PLAN
    assert step(path, "--undo").status == 0
    assert path.read_text() == PLAN


@pytest.mark.parametrize("form", UNFIT)
def test_beside_an_unfit_trail_one_is_made(step, plan, audit, form):
    change, reason = UNFIT[form]
    change(audit)
    done = step(plan())
    assert (done.status, done.slot) == (0, "emergency"), done.said
    assert plan().read_text() == PLAN
    if reason:
        assert f"trail {AUDIT} is unfit: " in done.said and reason in done.said


@pytest.mark.parametrize("form", UNFIT)
def test_the_plans_trail_is_refused_once_it_is_unfit(step, plan, audit, form):
    change, reason = UNFIT[form]
    change(audit)
    done = step(plan(f"{PLAN}trail: {AUDIT}\n"))
    assert (done.status, done.slot) == (2, None), done.said
    assert f"error: trail {AUDIT}, which the plan names, " in done.said
    assert (reason or "does not log this account") in done.said
    assert f"deploy: step trail failed: account {EMERGENCY}: the trail of the plan is not fit" in done.said
    assert "remove the line trail: in the plan" in done.said


def test_reads_and_writes_apart_are_complete(step, plan, audit):
    selectors = [
        management({"Field": "readOnly", "Equals": [value]})["AdvancedEventSelectors"][0] for value in ("true", "false")
    ]
    audit.put_event_selectors(TrailName="audit", AdvancedEventSelectors=selectors)
    assert f"trail {AUDIT} is fit" in step(plan()).said


def test_a_plan_without_room_for_a_line_is_not_deployed(step, plan, audit):
    path = plan(json.dumps({"organization": "x", "emergencyAccount": EMERGENCY, "regions": {"home": HOME}}))
    before = path.read_text()
    done = step(path)
    assert done.status == 2
    assert f"hint: name the trail in the plan yourself: trail: {AUDIT}" in done.said
    assert path.read_text() == before


def test_ours_is_put_right_where_somebody_changed_it(step, plan, emergency):
    emergency.client("s3").create_bucket(Bucket="ours")
    trail = emergency.client("cloudtrail")
    trail.create_trail(Name="breakglass-trail", S3BucketName="ours", IsMultiRegionTrail=True)
    trail.put_event_selectors(TrailName="breakglass-trail", EventSelectors=[{"ReadWriteType": "WriteOnly"}])
    done = step(plan())
    assert (done.status, done.slot) == (0, "emergency"), done.said
    assert done.repair == "is stopped, and does not log all management events: read events are left out"
    # Another one that is fit is not asked for: ours is kept up.
    trail.put_event_selectors(TrailName="breakglass-trail", EventSelectors=ALL)
    trail.start_logging(Name="breakglass-trail")
    done = step(plan())
    assert (done.status, done.slot, done.repair) == (0, "emergency", None)
    assert plan().read_text() == PLAN


# An organization -------------------------------------------------------------------------------------

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
