"""What a stack claims is asked of its service: what somebody deleted or changed is found, named and repaired."""

import pytest

from testkit.standin.cloud import EMERGENCY
from testkit.standin.inventory import differences, inventory

HOME = "us-east-1"


def resource(standin, stack, logical):
    return standin.world.stacks[EMERGENCY, HOME, f"breakglass-{stack}"].resources[logical]


def left(standin, deployed):
    """What differs from a deployment that nobody disturbed, but for the template of a repair."""
    return [line for line in differences(deployed, inventory(standin.world)) if "-in-between.json" not in line]


# What can be made anew: stack, logical id, what people read of it.
DELETED = {
    "what nothing refers to": [
        ("region", "SignInRule", "AWS::Events::Rule breakglass-sign-in"),
        ("region", "UndeliveredEventsPolicy", "AWS::SQS::QueuePolicy"),
        ("region", "UndeliveredEventsAlarm", "AWS::CloudWatch::Alarm breakglass-rules-undelivered"),
        ("hub", "HubRule", "AWS::Events::Rule breakglass-hub"),
        ("hub", "EnricherOutcome", "AWS::Lambda::EventInvokeConfig"),
        ("hub", "EnricherPermission", "AWS::Lambda::Permission"),
        ("hub", "AlertTopicsPolicy", "AWS::SNS::TopicPolicy"),
        ("hub", "CanarySubscription", "AWS::SNS::Subscription"),
        ("hub", "KeyAlias", "AWS::KMS::Alias alias/breakglass"),
        ("hub", "NightlyCheck", "AWS::Scheduler::Schedule breakglass-nightly-check"),
        ("hub", "Dashboard", "AWS::CloudWatch::Dashboard"),
        ("evidence", "OurRules", "AWS::Events::EventBusPolicy"),
        ("evidence", "Archive", "AWS::Events::Archive breakglass-hub"),
        ("evidence", "EnricherLog", "AWS::Logs::LogGroup /aws/lambda/breakglass-event-enricher"),
        ("code", "CodeBucketPolicy", "AWS::S3::BucketPolicy"),
        ("workload", "AuditRole", "AWS::IAM::Role BreakGlassAudit"),
    ],
    "what others refer to": [
        ("region", "ForwardingRole", "AWS::IAM::Role breakglass-region-ForwardingRole"),
        ("region", "UndeliveredEvents", "AWS::SQS::Queue breakglass-rules-dlq"),
        ("hub", "Checker", "AWS::Lambda::Function breakglass-drift-checker"),
    ],
}


@pytest.mark.parametrize("gone", DELETED)
def test_what_somebody_deleted_is_named_and_made_again(standin, deploy, deployed, gone):
    for stack, logical, _ in DELETED[gone]:
        standin.world.take(resource(standin, stack, logical))
    assert left(standin, deployed) != []
    said = deploy("--yes")
    for stack, _, name in DELETED[gone]:
        assert f"breakglass-{stack}: claims {name}" in said
    assert left(standin, deployed) == []
    updates = standin.world.called["cloudformation:UpdateStack"]
    assert "somebody" not in deploy("--yes")
    assert standin.world.called["cloudformation:UpdateStack"] == updates


def test_what_somebody_deleted_is_made_again_before_an_update_would_fail_on_it(
    standin, deploy, deployed, one_hub, tmp_path
):
    other = tmp_path / "other.yaml"
    other.write_text(one_hub.read_text().replace("BreakglassUser2]", "BreakglassUser2, BreakglassUser3]"))
    standin.world.take(resource(standin, "region", "UserRule"))
    said = deploy("--yes", plan=other)
    assert "breakglass-region: claims AWS::Events::Rule breakglass-user, which is not there" in said
    rule = standin.world.of(EMERGENCY, HOME, "AWS::Events::Rule")["breakglass-user"]
    assert "BreakglassUser3" in str(rule.values["EventPattern"])
    assert "somebody" not in deploy("--yes", plan=other)


# stack, logical id, what a call changed, what people read of it.
CHANGED = [
    ("region", "SignInRule", {"State": "DISABLED"}, "is DISABLED"),
    ("hub", "HubRule", {"Targets": []}, "does not send to arn:aws:lambda:"),
    ("hub", "NightlyCheck", {"State": "DISABLED"}, "is DISABLED"),
    ("hub", "HubRuleAlarm", {"ActionsEnabled": False}, "has its actions disabled"),
]


def test_what_somebody_changed_is_named_and_made_again(standin, deploy, deployed):
    for stack, logical, change, _ in CHANGED:
        resource(standin, stack, logical).more.update(change)
    said = deploy("--yes")
    for stack, logical, change, fact in CHANGED:
        assert f"breakglass-{stack}: claims" in said and f"which {fact}" in said
        assert resource(standin, stack, logical).more.keys().isdisjoint(change)
    assert left(standin, deployed) == []


# What would be lost is left to people: stack, logical id, what they read.
REFUSED = [
    ("hub", "Key", "hint: aws kms cancel-key-deletion --region us-east-1"),
    ("hub", "Table", "from the backup that DynamoDB keeps"),
    ("evidence", "Bus", "would stay outside of the stack"),
]


@pytest.mark.parametrize("stack, logical, words", REFUSED)
def test_what_would_be_lost_is_left_to_people(standin, deploy, deployed, stack, logical, words):
    standin.world.take(resource(standin, stack, logical))
    before = inventory(standin.world)
    said = deploy("--yes", status=2)
    assert words in said and "hint: " in said
    assert differences(before, inventory(standin.world)) == []


def test_a_service_that_may_not_be_asked_is_said_and_does_not_stop(standin, deploy, deployed):
    def refused(call, who):
        if call.name == "cloudwatch:DescribeAlarms":
            body = b"<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>"
            return 403, {"Content-Type": "text/xml"}, body

    standin.world.before = refused
    said = deploy("--yes")
    assert "monitoring DescribeAlarms failed: AccessDenied" in said
    assert "hint: allow cloudwatch:DescribeAlarms" in said
