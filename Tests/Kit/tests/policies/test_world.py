"""A world takes identities from stacks, and applies guardrails."""

import pytest

from testkit.policies.evaluation import role, root, user
from testkit.policies.world import MFA, NO_MFA, World, guardrails, provider
from testkit.templates.stack import Stack

ACCOUNT, OTHER = "123456789012", "444455556666"
READ = {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}
TRUST = {
    "Statement": [{
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/dana"},
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
    }]
}  # fmt: skip
RESOURCES = {
    "Reader": {"Type": "AWS::IAM::Role", "Properties": {
        "RoleName": "Reader", "AssumeRolePolicyDocument": TRUST,
        "Policies": [{"PolicyName": "read", "PolicyDocument": {"Statement": [READ]}}]}},
    "Limit": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {
        "ManagedPolicyName": "limit",
        "PolicyDocument": {"Statement": [READ | {"Action": "s3:GetObject"}]}}},
    "Dana": {"Type": "AWS::IAM::User", "Properties": {
        "UserName": "dana", "PermissionsBoundary": {"Ref": "Limit"},
        "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"]}},
    "More": {"Type": "AWS::IAM::RolePolicy", "Properties": {
        "RoleName": "Reader", "PolicyName": "more",
        "PolicyDocument": {"Statement": [READ | {"Action": "sns:Publish"}]}}},
    "Guardrail": {"Type": "AWS::Organizations::Policy", "Properties": {
        "Name": "guardrail", "TargetIds": ["r-root"],
        "Content": {"Statement": [READ | {"Effect": "Deny", "Action": "sns:*"}]}}},
}  # fmt: skip
STACK = Stack({"Resources": RESOURCES})


@pytest.fixture
def world():
    return World(STACK)


def test_inline_and_attached_policies_allow(world):
    assert world.may(role(ACCOUNT, "Reader"), "s3:GetObject")
    assert world.may(role(ACCOUNT, "Reader"), "sns:Publish")
    assert not world.may(role(ACCOUNT, "Reader"), "s3:PutObject")
    assert not world.may(role(ACCOUNT, "Nobody"), "s3:GetObject")


def test_a_boundary_limits_what_a_managed_policy_allows(world):
    assert world.may(user(ACCOUNT, "dana"), "s3:GetObject")
    assert not world.may(user(ACCOUNT, "dana"), "s3:GetBucketAcl")


def test_a_role_is_taken_by_whom_it_trusts(world):
    reader = f"arn:aws:iam::{ACCOUNT}:role/Reader"
    assert world.may_assume(user(ACCOUNT, "dana"), reader, **MFA)
    assert not world.may_assume(user(ACCOUNT, "dana"), reader, **NO_MFA)
    assert not world.may_assume(user(ACCOUNT, "erin"), reader, **MFA)
    # Tags need a permission of their own.
    assert not world.may_assume(user(ACCOUNT, "dana"), reader, tagged=True, **MFA)
    assert not world.may_assume(provider(ACCOUNT, "Okta"), reader)


def test_a_guardrail_binds_every_account_but_the_management_account():
    world = World(STACK, scps=guardrails(STACK), management=OTHER)
    world.administrator(role(ACCOUNT, "Admin"), role(OTHER, "Admin"))
    assert not world.may(role(ACCOUNT, "Admin"), "sns:Publish")
    assert not world.may(root(ACCOUNT), "sns:Publish")
    assert world.may(role(ACCOUNT, "Admin"), "sqs:SendMessage")
    assert world.may(role(OTHER, "Admin"), "sns:Publish")
