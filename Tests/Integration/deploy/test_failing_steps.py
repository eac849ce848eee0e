"""What fails is named with account, Region and AWS's own reason, and the next run goes on from there."""

import pytest

from testkit.deployment.account import EMERGENCY, HOME, STANDBY

DEPLOY = "deploy", "--yes", "--wait", "0"


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        ("sts:GetCallerIdentity", "error: emergency account: no credentials: sts GetCallerIdentity failed: AccessDenied"),
        ("account:ListRegions", f"error: account {EMERGENCY}, {HOME}, Regions: account ListRegions failed: AccessDenied"),
        ("cloudtrail:DescribeTrails", f"error: account {EMERGENCY}, {HOME}, trails: cloudtrail DescribeTrails failed"),
        ("cloudformation:DescribeStacks", ", stacks: cloudformation DescribeStacks failed: AccessDenied"),
    ],
)
def test_what_may_not_be_read_is_named_before_anything_changes(run, plan, cloud, operation, said):
    cloud.fail(operation)
    assert said in run(*DEPLOY, plan(), status=2)
    assert cloud.count("cloudformation:CreateStack") == 0


def test_regions_of_the_global_endpoint_cannot_be_skipped(run, plan, cloud):
    said = run(*DEPLOY, "--skip", "ap-east-1", "--skip", "us-east-2", plan(), status=64)
    assert "error: --skip us-east-2: sign-ins at the global endpoint are recorded there" in said
    assert cloud.count("sts:GetCallerIdentity") == 0


def test_nothing_changes_without_consent(run, plan, cloud):
    said = run("deploy", plan(), status=2)
    assert "error: deploy: nobody is there to ask" in said
    assert f"breakglass-hub       create  {HOME}" in said
    assert "note: nothing was changed" in run("deploy", plan(), status=2, answer="n")
    assert cloud.count("cloudformation:CreateStack") == 0


def test_each_fault_is_named_and_the_next_run_goes_on(run, plan, cloud, emergency):
    def failed(subject, *parts, region=HOME):
        said = run(*DEPLOY, plan(), status=2)
        assert f"error: account {EMERGENCY}, {region}, {subject}: " in said, said
        assert all(part in said for part in parts), said
        return said

    # A change set that nobody executed leaves a stack in REVIEW_IN_PROGRESS.
    emergency.client("cloudformation").create_change_set(
        StackName="breakglass-evidence", ChangeSetName="mine", ChangeSetType="CREATE",
        TemplateBody='{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}',
    )  # fmt: skip
    cloud.fail("cloudformation:CreateStack", where="breakglass-trail")
    assert "breakglass-evidence  create again  us-east-1\n      REVIEW_IN_PROGRESS" in failed(
        "breakglass-trail", "cloudformation CreateStack failed: AccessDenied"
    )
    cloud.fail("s3:PutObject")
    assert "s3 PutObject failed: " in run(*DEPLOY, plan(), status=2)
    cloud.fail("cloudformation:CreateStack", where="breakglass-access")
    failed("breakglass-access", "cloudformation CreateStack failed: AccessDenied")
    cloud.fail("sns:Subscribe")
    assert "email security@example.com: sns Subscribe failed: AccessDenied" in run(*DEPLOY, plan(), status=2)
    assert "6. What only people can do" in run(*DEPLOY, plan())

    # CloudFormation says it is complete, and a rule is gone: it is named before anything changes, and made again.
    events = emergency.client("events", STANDBY)
    targets = events.list_targets_by_rule(Rule="breakglass-root")["Targets"]
    events.remove_targets(Rule="breakglass-root", Ids=[target["Id"] for target in targets])
    events.delete_rule(Name="breakglass-root")
    said = run("deploy", "--plan-only", plan())
    assert "breakglass-region: claims AWS::Events::Rule breakglass-root, which is not there" in said
    subscriptions = emergency.names("sns", "list_subscriptions", "Subscriptions.Endpoint")
    assert subscriptions == ["security@example.com"] * 2
