"""A run that ends anywhere, by Ctrl-C or by loss of power: the next one goes on, and leaves what an undisturbed
run leaves. BREAKGLASS_INTERRUPTIONS=all tries all points.
"""

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
  - {{ number: 2, id: "{MEMBERS[2]}", name: staging }}
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
subscribers:
  - {{ protocol: email, endpoint: security@example.com }}
"""
OPTIONS = ("--yes", "--role", "OrganizationAccountAccessRole")
# Only these points need canaries.
HEARING = ("lambda:Invoke", "sqs:ReceiveMessage")

# After which call; the operation is carried out, and the program does not get the answer.
STOPPED = [
    ("sts:GetCallerIdentity", 1),
    ("cloudformation:CreateStack", 1),
    ("cloudformation:CreateStack", 8),
    ("cloudformation:DescribeStacks", 30),
    ("s3:PutObject", 3),
    ("cloudformation:CreateStackSet", 2),
    ("cloudformation:CreateStackInstances", 1),
    ("lambda:GetFunctionConfiguration", 2),
    ("sns:Subscribe", 2),
    ("lambda:Invoke", 1),
]
KILLED = [
    ("account:ListRegions", 2),
    ("cloudformation:CreateStack", 2),
    ("cloudformation:CreateStack", 12),
    ("cloudformation:DescribeStackSetOperation", 3),
    ("s3:PutObject", 1),
    ("cloudformation:CreateStackSet", 1),
    ("cloudformation:CreateStackInstances", 2),
    ("dynamodb:PutItem", 3),
    ("sns:Subscribe", 1),
    ("sqs:ReceiveMessage", 1),
]


def deploy(cloud, folder, wait="0", run=run):
    path = pathlib.Path(folder) / "plan.yaml"
    path.write_text(PLAN)
    return run(cloud, "deploy", *OPTIONS, "--wait", wait, path, home=folder)


@functools.cache
def undisturbed():
    with Cloud(regions(4), MEMBERS) as cloud, tempfile.TemporaryDirectory() as folder:
        done = deploy(cloud, folder)
        assert done.status == 0, done.said
        assert cloud.report()["unknown"] == {}
        return inventory(cloud.world)


@pytest.mark.parametrize("point", interruptions(STOPPED, KILLED, 2, 6, 11, 17), ids=str)
def test_the_next_run_ends_well_and_leaves_the_same(point, tmp_path):
    with Cloud(regions(4), MEMBERS) as cloud:
        until = functools.partial(run_until, point, statuses=(0, 1, 2))
        deploy(cloud, tmp_path, "60" if point[1] in HEARING else "0", until)
        again = deploy(cloud, tmp_path)
        assert again.status == 0, again.said
        assert cloud.report()["unknown"] == {}
        assert differences(undisturbed(), inventory(cloud.world)) == []
