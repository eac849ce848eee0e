"""A run that ends anywhere, by Ctrl-C or by loss of power: the next one goes on, and leaves what an undisturbed
run leaves. BREAKGLASS_INTERRUPTIONS=all tries all points.
"""

import functools
import os
import signal
import tempfile

import pytest

from testkit.deployment.program import Interruption, run
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
POINTS = [(signal.SIGINT, *point) for point in STOPPED] + [(signal.SIGKILL, *point) for point in KILLED]
SHORT = [POINTS[2], POINTS[6], POINTS[11], POINTS[17]]


def deploy(cloud, folder, wait="0", **given):
    path = os.path.join(folder, "plan.yaml")
    with open(path, "w") as file:
        file.write(PLAN)
    return run(cloud, "deploy", *OPTIONS, "--wait", wait, path, home=folder, **given)


@functools.cache
def undisturbed():
    with Cloud(regions(4), MEMBERS) as cloud, tempfile.TemporaryDirectory() as folder:
        done = deploy(cloud, folder)
        assert done.status == 0, done.said
        assert cloud.report()["unknown"] == {}
        return inventory(cloud.world)


@pytest.mark.parametrize(
    ("number", "operation", "count"), POINTS if os.environ.get("BREAKGLASS_INTERRUPTIONS") == "all" else SHORT
)
def test_the_next_run_ends_well_and_leaves_the_same(number, operation, count, tmp_path):
    with Cloud(regions(4), MEMBERS) as cloud:
        point = Interruption(operation, count, number)
        stopped = deploy(cloud, tmp_path, "60" if operation in HEARING else "0", interruption=point)
        assert point.happened, f"{operation} is not called {count} times: {stopped.said}"
        if number == signal.SIGINT:
            assert stopped.status in (0, 1, 2), stopped.said
            assert stopped.status == 0 or "run the same command again" in stopped.said
            assert "Fatal" not in stopped.said and "Crash" not in stopped.said
        else:
            assert stopped.status == -signal.SIGKILL
        again = deploy(cloud, tmp_path)
        assert again.status == 0, again.said
        assert cloud.report()["unknown"] == {}
        assert differences(undisturbed(), inventory(cloud.world)) == []
