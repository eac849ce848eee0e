"""The second engine reads a world as ours does: policies, boundary, trust, service control policies."""

import pytest

from testkit.policies import second_engine
from testkit.policies.evaluation import FULL_ACCESS, role, root, user
from testkit.policies.world import Identity, World

ACCOUNT = "123456789012"
ONE = user(ACCOUNT, "one")
ALLOWED = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/*",
                          "Condition": {"NumericLessThanEquals": {"s3:max-keys": 10}}}]}  # fmt: skip
DENIED = {"Statement": [{"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}]}


def may(action, identity, scps=None, **context):
    world = World(scps=scps)
    world.identities[ONE.arn] = identity
    return second_engine.may(world, ONE, action, "arn:aws:s3:::a/x", **context)


def test_it_reads_policies_with_their_conditions():
    few, many = {"s3:max-keys": "10"}, {"s3:max-keys": "11"}
    assert may("s3:GetObject", Identity([ALLOWED]), **few)
    assert not may("s3:GetObject", Identity([ALLOWED]), **many)
    assert not may("s3:GetObject", Identity([]), **few)
    assert not may("s3:PutObject", Identity([ALLOWED, DENIED]), **few)


def test_it_reads_boundaries_and_service_control_policies():
    assert not may("s3:GetObject", Identity([FULL_ACCESS], boundary=DENIED))
    assert may("s3:GetObject", Identity([FULL_ACCESS]), scps=lambda _: [[FULL_ACCESS, DENIED]])
    assert not may("s3:PutObject", Identity([FULL_ACCESS]), scps=lambda _: [[FULL_ACCESS, DENIED]])
    assert not may("s3:GetObject", Identity([FULL_ACCESS]), scps=lambda _: [[FULL_ACCESS], [DENIED]])


def test_a_trust_policy_decides_in_its_own_account_too():
    world = World()
    world.administrator(ONE)
    target = role(ACCOUNT, "target").arn
    trust = {"Statement": [{
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
        "Condition": {"ArnEquals": {"aws:PrincipalArn": ONE.arn}},
    }]}  # fmt: skip
    asked = {"policy": trust, "owner": ACCOUNT}
    assert second_engine.may(world, ONE, "sts:AssumeRole", target, **asked)
    world.administrator(user(ACCOUNT, "other"))
    assert not second_engine.may(world, user(ACCOUNT, "other"), "sts:AssumeRole", target, **asked)


def test_it_says_whom_it_does_not_know():
    with pytest.raises(second_engine.CannotJudge, match="root"):
        second_engine.may(World(), root(ACCOUNT), "s3:GetObject", "arn:aws:s3:::a/x")
