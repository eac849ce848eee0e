"""Deployed means heard: a canary of every account and Region comes through the hub, or its place is named."""

from testkit.standin.cloud import EMERGENCY


def test_every_canary_is_heard_and_said(standin, deploy, deployed):
    said = deploy("--yes", "--wait", "60")
    assert "heard all 4 canaries" in said
    queue = next(one for name, one in standin.world.of(EMERGENCY, "us-east-1", "AWS::SQS::Queue").items()
                 if name.endswith("breakglass-canaries"))  # fmt: skip
    assert queue.more["messages"] == {}


def test_what_was_not_heard_is_named_and_decides_the_status(standin, deploy, deployed):
    standin.world.deaf = {(EMERGENCY, "eu-north-1")}
    said = deploy("--yes", "--wait", "4", status=1)
    assert "eu-north-1" in said[said.index("5. Canaries") :] and "3 of 4" in said, said


def test_a_canary_that_could_not_be_sent_is_named_with_the_reason(standin, deploy, deployed):
    role = standin.world.of(EMERGENCY, "us-east-1", "AWS::IAM::Role")
    role["BreakGlassCanary"].more["gone"] = True
    said = deploy("--yes", "--wait", "4", status=1)
    assert "AccessDenied" in said, said


def test_who_does_not_wait_is_told_that_nothing_is_proven(standin, deploy, deployed):
    said = deploy("--yes", "--wait", "0")
    assert "not proven to be heard" in said
    assert standin.world.called["lambda:Invoke"] == 0


def test_people_never_get_a_canary(standin, deploy, deployed):
    topic = next(one for name, one in standin.world.of(EMERGENCY, "us-east-1", "AWS::SNS::Topic").items()
                 if name.endswith(":breakglass-alerts"))  # fmt: skip
    (about,) = topic.more["subscriptions"].values()
    assert about["Endpoint"] == "security@example.com" and "canary" in about["FilterPolicy"], about
