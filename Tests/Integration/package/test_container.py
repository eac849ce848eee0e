"""template/breakglass in a container, for real: buildah's chroot, on a machine that calls itself a Mac.

The image is not that of the Dockerfile: nothing is pulled here.
"""

import os
import shutil

import pytest

from testkit.programs import buildah_engine
from testkit.repository import ROOT

PLAN = """\
organization: example
emergencyAccount: "123456789012"
regions: { home: eu-west-1 }
breakGlassUsers: [BreakglassUser1, BreakglassUser2]
subscribers:
  - { protocol: email, endpoint: security@example.com }
"""

pytestmark = pytest.mark.skipif(
    not shutil.which("buildah") or os.getuid() != 0, reason="buildah's chroot needs buildah and root"
)


@pytest.fixture(scope="module")
def container_engine(tmp_path_factory):
    return buildah_engine.engine(tmp_path_factory.mktemp("engine"), ROOT / "Tests/Kit")


@pytest.fixture
def breakglass(engines, container_engine, tmp_path):
    """breakglass(...): template/breakglass on a Mac, in a folder with plan.yaml."""
    engines.have("uname", '#!/bin/sh\n[ "$1" = -s ] && echo Darwin || echo arm64\n')
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/plan.yaml").write_text(PLAN)

    def breakglass(*arguments, cwd=tmp_path / "plans", **environment):
        environment = {"HOME": str(tmp_path), "BREAKGLASS_ENGINE": str(container_engine)} | environment
        return engines.run(ROOT / "template/breakglass", *arguments, cwd=cwd, **environment)

    return breakglass


def test_a_plan_is_found_by_a_relative_and_by_an_absolute_path(breakglass, tmp_path):
    done = breakglass("plan", "validate", "plan.yaml")
    assert done.returncode == 0 and "plan.yaml: 1 account" in done.stdout, done.stderr
    for cwd, path in ((tmp_path, "plans/plan.yaml"), (ROOT, f"{tmp_path}/plans/plan.yaml")):
        done = breakglass("plan", "validate", path, cwd=cwd)
        assert done.returncode == 0 and f"{path}: 1 account" in done.stdout, done.stderr


def test_what_is_written_stays(breakglass, tmp_path):
    assert breakglass("plan", "templates", "plan.yaml", "made").returncode == 0
    assert (tmp_path / "plans/made/hub.parameters.json").exists()


def test_credentials_of_a_profile_reach_aws_and_the_status_comes_back(breakglass, aws, aws_environment, tmp_path):
    (tmp_path / ".aws").mkdir()
    keys = "\n".join(f"{name.lower()} = {aws_environment[name]}" for name in aws_environment if "KEY" in name)
    (tmp_path / ".aws/credentials").write_text(f"[emergency]\n{keys}\n")
    done = breakglass(
        "preflight", "trail", "--plan", "plan.yaml", "--profile", "emergency", AWS_ENDPOINT_URL=aws.url
    )
    # There is no trail yet.
    assert done.returncode == 1, done.stdout + done.stderr
    assert "cloudtrail:DescribeTrails" in aws.operations


def test_a_file_that_is_not_mounted_is_not_there(breakglass):
    done = breakglass("plan", "validate", "/nowhere/plan.yaml")
    assert done.returncode != 0 and "/nowhere/plan.yaml" in done.stderr
