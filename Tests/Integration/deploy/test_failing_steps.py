"""A step that fails is named, ends the run, and the next run goes on from there."""

import pytest

from testkit.deployment.account import EMERGENCY, ENABLED, HOME, STANDBY

GO_ON = "then run the same command again: it goes on where it stopped"


@pytest.mark.parametrize(
    ("operations", "said"),
    [
        (["sts:GetCallerIdentity"], "deploy: no credentials for the emergency account: "),
        (
            ["account:ListRegions", "ec2:DescribeRegions"],
            f"deploy: the Regions of account {EMERGENCY} cannot be listed",
        ),
        (["cloudtrail:DescribeTrails"], f"deploy: step trail failed: account {EMERGENCY}: trails cannot"),
        (["cloudformation:DescribeStacks"], f"deploy: step look failed: account {EMERGENCY}, "),
    ],
)
def test_what_may_not_be_read_is_named_before_anything_changes(run, plan, cloud, operations, said):
    for operation in operations:
        cloud.fail(operation)
    assert said in run("deploy", "--yes", plan(), status=2)
    assert cloud.count("cloudformation:CreateStack") == 0


def test_regions_of_the_global_endpoint_cannot_be_skipped(run, plan, cloud):
    said = run("deploy", "--yes", "--skip", "ap-east-1", "--skip", "us-east-2", plan(), status=64)
    assert "deploy: us-east-2 cannot be skipped: sign-ins at the global endpoint are recorded there" in said
    assert cloud.count("sts:GetCallerIdentity") == 0


def test_nothing_changes_without_consent(run, plan, cloud):
    said = run("deploy", plan(), status=2)
    assert "deploy: nobody is there to ask" in said
    assert f"{EMERGENCY}  {HOME:<15} breakglass-hub               create" in said
    assert "deploy: nothing was changed" in run("deploy", plan(), status=2, answer="n")
    assert cloud.count("cloudformation:CreateStack") == 0


def test_each_fault_is_named_and_the_next_run_goes_on(run, plan, cloud, emergency):
    def deploy(status=2):
        return run("deploy", "--yes", plan(), status=status)

    def failed(step, *parts):
        said = deploy()
        assert f"deploy: step {step} failed: account {EMERGENCY}" in said and GO_ON in said
        assert all(part in said for part in parts), said
        return said

    # A change set that nobody executed leaves a stack in REVIEW_IN_PROGRESS.
    emergency.client("cloudformation").create_change_set(
        StackName="breakglass-evidence", ChangeSetName="mine", ChangeSetType="CREATE",
        TemplateBody='{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}',
    )  # fmt: skip
    cloud.fail("cloudformation:CreateStack", where="breakglass-trail")
    assert f"{EMERGENCY}  {HOME:<15} breakglass-evidence          again" in failed(
        "stack", "breakglass-trail: CloudFormation does not take it"
    )
    cloud.fail("s3:PutObject", status=500, code="InternalError")
    failed("code", "does not go into breakglass-code-")
    cloud.fail("cloudformation:CreateStack", status=500, code="InternalFailure", where="breakglass-access")
    failed("stack", "breakglass-access: CloudFormation does not take it")
    cloud.fail("sns:Subscribe")
    failed("subscribe", "breakglass-al", "email security@example.com")
    assert "What people must do now" in deploy(status=0)

    # CloudFormation says it is complete, and a rule is gone.
    events = emergency.client("events", STANDBY)
    targets = events.list_targets_by_rule(Rule="breakglass-root")["Targets"]
    events.remove_targets(Rule="breakglass-root", Ids=[target["Id"] for target in targets])
    events.delete_rule(Name="breakglass-root")
    failed("stack", "breakglass-region claims AWS::Events::Rule breakglass-root, which is not there")
    emergency.client("cloudformation", STANDBY).delete_stack(StackName="breakglass-region")
    deploy(status=0)
    subscriptions = emergency.names("sns", "list_subscriptions", "Subscriptions.Endpoint")
    assert subscriptions == ["security@example.com"] * 2

    cloud.fail("cloudformation:DeleteStack", where="breakglass-hub")
    options = ("--yes", "--with-evidence", "--account", EMERGENCY, plan())
    said = run("destroy", *options, status=2)
    assert f"destroy: step delete-stack failed: account {EMERGENCY}, " in said and GO_ON in said
    assert "breakglass-hub: CloudFormation does not delete it" in said
    run("destroy", *options)
    assert not any(any(emergency.inventory(region).values()) for region in ENABLED)
    assert not any(emergency.identities().values())
