"""The hubs move to other Regions, as docs/runbooks/roll-out.md says it."""

import pytest

from testkit.deployment.account import PLAN
from testkit.deployment.program import run
from testkit.standin import stacks
from testkit.standin.cloud import EMERGENCY, Cloud, regions
from testkit.standin.world import Who


@pytest.fixture
def cloud(tmp_path):
    """Six Regions, and a deployment in two of them."""
    with Cloud(regions(6)) as cloud:
        assert deploy(cloud, tmp_path, "us-east-1", "us-east-2").status == 0
        yield cloud
        assert cloud.report()["unknown"] == {}


def deploy(cloud, folder, home, standby):
    path = folder / "plan.yaml"
    path.write_text(PLAN.replace("home: us-east-1, standby: us-east-2", f"home: {home}, standby: {standby}"))
    return run(cloud, "deploy", "--yes", "--wait", "30", path, home=folder)


def test_a_new_standby_needs_the_old_ones_stack_gone(cloud, tmp_path):
    said = deploy(cloud, tmp_path, "us-east-1", "us-west-1")
    assert said.status == 2 and f"error: account {EMERGENCY}, us-east-2, breakglass-hub: is of a plan with its hub" in said.said
    assert (EMERGENCY, "us-west-1", "breakglass-hub") not in cloud.world.stacks
    stacks.delete(cloud.world, Who(EMERGENCY, "us-east-2", ""), {"StackName": "breakglass-hub"})
    cloud.world.stacks.pop((EMERGENCY, "us-east-2", "breakglass-hub"))
    said = deploy(cloud, tmp_path, "us-east-1", "us-west-1")
    assert said.status == 0 and "the hub in us-west-1 recorded them too" in said.said, said.said


def test_a_new_home_is_deployed_after_the_old_one_is_taken_down(cloud, tmp_path):
    done = run(cloud, "destroy", "--yes", "--account", EMERGENCY, tmp_path / "plan.yaml", home=tmp_path)
    assert done.status == 0, done.said
    said = deploy(cloud, tmp_path, "us-west-2", "us-west-1")
    assert said.status == 0 and "heard all 6 canaries" in said.said, said.said
    # The trail goes on in the Region that was home, and is an adopted one from now on.
    trail = f"trail: arn:aws:cloudtrail:us-east-1:{EMERGENCY}:trail/breakglass-trail"
    assert trail in (tmp_path / "plan.yaml").read_text()
