"""What a stack claims is asked of the services: what somebody deleted behind CloudFormation's back is named, and made
again where nothing is lost.
"""

import pytest

from testkit.standin.cloud import EMERGENCY
from testkit.standin.inventory import differences, inventory

HOME = "us-east-1"


@pytest.mark.parametrize(
    ("kind", "identifier", "stack"),
    [
        ("AWS::Events::Rule", "breakglass-root", "breakglass-region"),
        ("AWS::SQS::QueuePolicy", None, "breakglass-region"),
        ("AWS::IAM::Role", "BreakGlassAudit", "breakglass-workload"),
    ],
)
def test_what_a_stack_claims_and_is_not_there_is_made_again(standin, deploy, deployed, kind, identifier, stack):
    resources = [
        one for one in standin.world.of(EMERGENCY, HOME, kind).values()
        if one.stack and one.stack[2] == stack and identifier in (None, one.id)
    ]  # fmt: skip
    standin.world.drop(resources[0])
    said = deploy("--plan-only")
    assert resources[0].id in said or kind in said, said
    said = deploy("--yes")
    assert differences(deployed, inventory(standin.world)) == [], said


@pytest.mark.parametrize(
    ("kind", "stack"),
    [("AWS::SNS::TopicPolicy", "breakglass-hub"), ("AWS::CloudWatch::Alarm", "breakglass-hub"),
     ("AWS::Scheduler::Schedule", "breakglass-hub"), ("AWS::Lambda::EventInvokeConfig", "breakglass-hub"),
     ("AWS::Events::EventBusPolicy", "breakglass-evidence")],
)  # fmt: skip
def test_what_is_missing_of_a_stack_that_holds_something_is_named(standin, deploy, deployed, kind, stack):
    gone = next(one for one in standin.world.of(EMERGENCY, HOME, kind).values() if one.stack[2] == stack)
    standin.world.drop(gone)
    done = deploy("--plan-only", status=None)
    assert stack in done and (gone.id in done or kind in done), done


def test_a_disabled_rule_is_named(standin, deploy, deployed):
    rule = standin.world.of(EMERGENCY, HOME, "AWS::Events::Rule")["breakglass-root"]
    rule.more["State"] = "DISABLED"
    said = deploy("--plan-only", status=None)
    assert "breakglass-root" in said and "DISABLED" in said, said
