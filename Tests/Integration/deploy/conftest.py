"""template/deploy and template/destroy against moto, every request checked on its way."""

import copy
import os
import pty
import subprocess

import pytest

from testkit.deployment import program
from testkit.deployment.account import PLAN, REGIONS, Account
from testkit.deployment.cloud import Cloud
from testkit.deployment.made_trail import ALL_EVENTS
from testkit.repository import ROOT
from testkit.standin import cloud as standing
from testkit.standin.inventory import inventory

ONE_HUB = PLAN.replace(", standby: us-east-2", "")


@pytest.fixture
def cloud(aws):
    return Cloud(aws, dict(REGIONS))


@pytest.fixture
def run(cloud, aws_environment, tmp_path):
    """run("deploy", "--yes", plan): a script of template/; its output as one text.

    answer   what a person at a terminal types; nobody is there otherwise
    """
    environment = aws_environment | {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
    }

    def run(script, *arguments, status=0, answer=None):
        keyboard, terminal = pty.openpty()
        os.write(keyboard, f"{answer}\n".encode())
        result = subprocess.run(
            [str(ROOT / "template" / script), *map(str, arguments)],
            env=environment,
            stdin=subprocess.DEVNULL if answer is None else terminal,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=900,
        )
        os.close(keyboard)
        os.close(terminal)
        assert result.returncode == status, result.stdout
        return result.stdout

    return run


@pytest.fixture
def plan(tmp_path):
    """plan(text): a file with that text."""

    def write(text=PLAN):
        path = tmp_path / "plan.yaml"
        path.write_text(text)
        return path

    return write


@pytest.fixture
def emergency(aws, aws_environment):
    return Account(
        aws.url,
        {
            "aws_access_key_id": aws_environment["AWS_ACCESS_KEY_ID"],
            "aws_secret_access_key": aws_environment["AWS_SECRET_ACCESS_KEY"],
        },
    )


@pytest.fixture
def audit(emergency):
    """A fit trail of the account, as CloudTrail's client: "audit"."""
    emergency.client("s3").create_bucket(Bucket="audit-logs")
    trail = emergency.client("cloudtrail")
    trail.create_trail(Name="audit", S3BucketName="audit-logs", IsMultiRegionTrail=True)
    trail.put_event_selectors(TrailName="audit", EventSelectors=ALL_EVENTS)
    trail.start_logging(Name="audit")
    return trail


# The program against the stand-in, one hub, four Regions.


@pytest.fixture
def standin():
    with standing.Cloud(standing.regions(4)) as cloud:
        yield cloud
        assert cloud.report()["unknown"] == {}


@pytest.fixture
def one_hub(tmp_path):
    """A plan of ten lines with one hub."""
    path = tmp_path / "plan.yaml"
    path.write_text(ONE_HUB)
    return path


@pytest.fixture
def deploy(standin, one_hub, tmp_path):
    """deploy("--yes"): `breakglass deploy` of that plan; its output as one text. It waits for no canary, unless
    it is told how long.
    """

    def deploy(*words, plan=one_hub, status=0, **given):
        if "--wait" not in words:
            words = (*words, "--wait", "0")
        done = program.run(standin, "deploy", *words, plan, home=tmp_path, **given)
        assert status in (None, done.status), done.said
        return done.said

    return deploy


@pytest.fixture(scope="session")
def deployed_once(tmp_path_factory):
    """The world after a deployment of that plan."""
    folder = tmp_path_factory.mktemp("once")
    (folder / "plan.yaml").write_text(ONE_HUB)
    with standing.Cloud(standing.regions(4)) as cloud:
        done = program.run(cloud, "deploy", "--yes", folder / "plan.yaml", home=folder)
        assert done.status == 0 and cloud.report()["unknown"] == {}, done.said
        return cloud.world


@pytest.fixture
def deployed(standin, deployed_once):
    """The stand-in after that deployment; returns its inventory."""
    standin.world = copy.deepcopy(deployed_once)
    return inventory(standin.world)
