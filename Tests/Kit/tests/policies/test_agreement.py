"""The policy engine agrees with moto's engine, and with parliament's list of actions."""

import json
import random
import subprocess

import pytest
from moto.iam.access_control import IAMPolicyStatement, PermissionResult

from testkit.policies.conditions import glob
from testkit.policies.evaluation import Request, is_allowed, role
from testkit.policies.parliament_findings import PYTHON

ACTIONS = ["s3:GetObject", "s3:GetBucketAcl", "s3:PutObject", "sns:Publish", "iam:GetUser"]
ACTION_PATTERNS = [*ACTIONS, "*", "s3:*", "s3:Get*", "*:Get*", "s3:*Object", "sns:Pub*"]
RESOURCES = [
    f"arn:aws:s3:::{name}" for name in ("reports", "reports/2026", "reports/2026/a", "other/a")
]
RESOURCE_PATTERNS = ["*", *RESOURCES, *(f"arn:aws:s3:::{p}" for p in ("*", "reports/*", "*/a"))]
ASKER = role("111122223333", "dana")


def policies(count):
    """Policies of one to four statements, the same ones in every run."""
    choice = random.Random(10)
    for _ in range(count):
        yield [
            {
                "Effect": choice.choice(["Allow", "Allow", "Deny"]),
                choice.choice(["Action", "Action", "NotAction"]):
                    choice.sample(ACTION_PATTERNS, choice.randint(1, 2)),
                "Resource": choice.sample(RESOURCE_PATTERNS, choice.randint(1, 2)),
            }
            for _ in range(choice.randint(1, 4))
        ]  # fmt: skip


def allowed_by_moto(statements, action, resource):
    said = {IAMPolicyStatement(one).is_action_permitted(action, resource) for one in statements}
    return PermissionResult.DENIED not in said and PermissionResult.PERMITTED in said


def test_moto_decides_the_same():
    decisions = set()
    for statements in policies(1_000):
        for action in ACTIONS:
            for resource in RESOURCES:
                ours = is_allowed(
                    Request(ASKER, action, resource), identity=[{"Statement": statements}]
                )
                theirs = allowed_by_moto(statements, action, resource)
                assert ours == theirs, (statements, action, resource)
                decisions.add(ours)
    assert decisions == {True, False}


# Prints what parliament makes of action patterns, one JSON list.
EXPAND = """
import json, sys
from parliament import expand_action, iam_definition
every = [s["prefix"] + ":" + p["privilege"] for s in iam_definition for p in s["privileges"]]
expanded = [
    [f'{a["service"]}:{a["action"]}' for a in expand_action(pattern)] for pattern in json.load(sys.stdin)
]
json.dump([every, expanded], sys.stdout)
"""
PATTERNS = ["s3:Get*", "iam:*Role*", "iam:?etUser", "sns:publish", "KMS:*", "sts:Assume*", "iam:*"]


@pytest.fixture(scope="module")
def expanded():
    done = subprocess.run(
        [PYTHON, "-c", EXPAND],
        input=json.dumps(PATTERNS), capture_output=True, text=True, check=True,
    )  # fmt: skip
    every, expanded = json.loads(done.stdout)
    return every, dict(zip(PATTERNS, expanded))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_parliament_finds_the_same_actions(expanded, pattern):
    every, theirs = expanded
    ours = {action.lower() for action in every if glob(pattern, action, ignoring_case=True)}
    assert ours == {action.lower() for action in theirs[pattern]} != set()
