"""A removal that ends anywhere, by Ctrl-C or by loss of power: the next one goes on, and leaves nothing either.
BREAKGLASS_INTERRUPTIONS=all tries all points.
"""

import copy
import functools
import pathlib
import tempfile

import pytest

from testkit.deployment.program import interruptions, run, run_until
from testkit.standin.cloud import EMERGENCY, Cloud, account, regions
from testkit.standin.inventory import differences, inventory

MEMBERS = [account(number) for number in range(3)]
PLAN = f"""\
organization: example
emergencyAccount: "{EMERGENCY}"
regions: {{ home: us-east-1, standby: us-east-2 }}
accounts:
  - {{ number: 1, id: "{MEMBERS[1]}", name: production }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
"""
OPTIONS = ("--role", "OrganizationAccountAccessRole")

# After which call; the operation is carried out, and the program does not get the answer.
STOPPED = [
    ("account:ListRegions", 1),
    ("cloudformation:DescribeStacks", 8),
    ("cloudformation:DeleteStackInstances", 1),
    ("cloudformation:DescribeStackSetOperation", 2),
    ("cloudformation:DeleteStack", 1),
    ("cloudformation:DeleteStack", 6),
    ("iam:ListMFADevices", 1),
    ("s3:DeleteObjects", 1),
    ("events:DeleteArchive", 1),
    ("logs:DeleteLogGroup", 4),
]
KILLED = [
    ("kms:ListKeys", 1),
    ("cloudformation:DeleteStackSet", 1),
    ("cloudformation:DeleteStackInstances", 2),
    ("cloudformation:DeleteStack", 3),
    ("cloudformation:DeleteStack", 8),
    ("iam:ListPolicies", 1),
    ("s3:DeleteObjects", 2),
    ("cloudformation:DeleteStack", 12),
    ("events:DeleteEventBus", 1),
    ("s3:DeleteBucket", 1),
]


def program(cloud, folder, *words, run=run):
    path = pathlib.Path(folder) / "plan.yaml"
    path.write_text(PLAN)
    return run(cloud, *words, *OPTIONS, path, home=folder)


def destroy(cloud, folder, run=run):
    return program(cloud, folder, "destroy", "--yes", "--account", EMERGENCY, "--with-evidence", run=run)


@functools.cache
def deployed():
    with Cloud(regions(4), MEMBERS) as cloud, tempfile.TemporaryDirectory() as folder:
        done = program(cloud, folder, "deploy", "--yes", "--wait", "0")
        assert done.status in (0, 1), done.said
        # What the stand-in does not know is for the tests of deployments.
        cloud.world.unknown.clear()
        return cloud.world


@functools.cache
def undisturbed():
    with Cloud(regions(4), MEMBERS) as cloud, tempfile.TemporaryDirectory() as folder:
        before = inventory(cloud.world)
        cloud.world = copy.deepcopy(deployed())
        done = destroy(cloud, folder)
        assert done.status == 0 and "Nothing of ours is left" in done.said, done.said
        assert cloud.report()["unknown"] == {}
        after = inventory(cloud.world)
        # CloudTrail's and StackSets' own roles are all that is new.
        assert all("AWSServiceRoleFor" in line for line in differences(before, after)), differences(before, after)
        return after


@pytest.mark.parametrize("point", interruptions(STOPPED, KILLED, 2, 8, 12, 16), ids=str)
def test_the_next_run_leaves_nothing(point, tmp_path):
    with Cloud(regions(4), MEMBERS) as cloud:
        cloud.world = copy.deepcopy(deployed())
        destroy(cloud, tmp_path, functools.partial(run_until, point, statuses=(0, 2)))
        again = destroy(cloud, tmp_path)
        assert again.status == 0, again.said
        assert cloud.report()["unknown"] == {}
        assert differences(undisturbed(), inventory(cloud.world)) == []
