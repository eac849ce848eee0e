"""Each change is restored at the end of its context."""

import contextlib
import json

import boto3
import pytest

from testkit.drift import breaking, planting
from testkit.drift.healthy import EMERGENCY, PRODUCTION
from testkit.templates.stack import Stack

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": EMERGENCY}}],
}
PUBLISH = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"}],
}
TEMPLATE = {
    "Resources": {
        "Role": {"Type": "AWS::IAM::Role", "Properties": {
            "RoleName": "Emergency", "AssumeRolePolicyDocument": TRUST,
            "Policies": [{"PolicyName": "own", "PolicyDocument": PUBLISH}]}},
        "Rule": {"Type": "AWS::Events::Rule", "Properties": {
            "Name": "breakglass-root", "State": "ENABLED", "EventPattern": {"source": ["aws.iam"]},
            "Targets": [{"Id": "hub", "Arn": {"Fn::Sub": f"arn:aws:sqs:${{AWS::Region}}:{PRODUCTION}:q"}}]}},
        "Logs": {"Type": "AWS::Logs::LogGroup"},
    }
}  # fmt: skip
REGION, RULE = "eu-west-1", "breakglass-root"


@pytest.fixture
def planter(moto, aws):
    planter = planting.Planter(moto, PRODUCTION)
    planter.plant(Stack(TEMPLATE, account=PRODUCTION))
    return planter


def snapshot(planter):
    """Everything that a test here may change."""
    iam, events = planter.client("iam"), planter.client("events", REGION)
    found = [
        iam.get_role(RoleName="Emergency")["Role"]["AssumeRolePolicyDocument"],
        iam.list_role_policies(RoleName="Emergency")["PolicyNames"],
        iam.get_role_policy(RoleName="Emergency", PolicyName="own")["PolicyDocument"],
    ]
    with contextlib.suppress(events.exceptions.ResourceNotFoundException):
        about = events.describe_rule(Name=RULE)
        found += [about["State"], json.loads(about["EventPattern"])]
        found += events.list_targets_by_rule(Rule=RULE)["Targets"]
    return found


BREAKS = {
    "trust": lambda p: breaking.trust(p.client("iam"), "Emergency", breaking.statement(Principal={"AWS": "*"})),
    "inline": lambda p: breaking.inline(p.client("iam"), "Emergency", PUBLISH),
    "own": lambda p: breaking.inline(
        p.client("iam"), "Emergency", breaking.statement(Resource="*"), name="own"
    ),
    "rule": lambda p: breaking.rule(p, REGION, RULE, State="DISABLED"),
    "target": lambda p: breaking.target(p, REGION, RULE, lambda t: t.update(Arn=t["Arn"] + "2")),
    "no rule": lambda p: breaking.no_rule(p, REGION, RULE),
}


@pytest.mark.parametrize("name", BREAKS)
def test_it_is_broken_and_then_as_it_was(planter, name):
    before = snapshot(planter)
    with BREAKS[name](planter):
        assert snapshot(planter) != before
    assert snapshot(planter) == before


def test_a_change_that_changes_nothing_is_no_defect(planter):
    with pytest.raises(AssertionError):
        with breaking.trust(planter.client("iam"), "Emergency", lambda document: None):
            pass


def test_whoever_wants_to_know_is_told_of_changes_alone(planter):
    told = []
    planter.on_change = told.append
    planter.client("iam").list_roles()
    planter.client("sns", REGION).create_topic(Name="x")
    assert told == ["sns"]


def test_a_planter_plants_into_its_own_account(planter, moto):
    arn = planter.client("iam").get_role(RoleName="Emergency")["Role"]["Arn"]
    assert arn == f"arn:aws:iam::{PRODUCTION}:role/Emergency"
    other = planting.Planter(moto, EMERGENCY).client("iam")
    with pytest.raises(other.exceptions.NoSuchEntityException):
        other.get_role(RoleName="Emergency")
    assert isinstance(planter.session, boto3.Session)


def test_what_nobody_knows_how_to_plant_is_not_passed_over(planter):
    with pytest.raises(AssertionError, match="AWS::EC2::Instance"):
        planter.plant(Stack({"Resources": {"X": {"Type": "AWS::EC2::Instance"}}}))
