"""template/breakglass finds the program that runs here; build-docker/run starts the other one in a container.

The engines only write down how they were called. test_container.py runs it for real.
"""

import os
import pty
import shutil

import pytest

from testkit.programs.engines import value, values
from testkit.repository import ROOT

X86, ARM = b"\x3e\x00", b"\xb7\x00"


class Checkout:
    """A folder with the scripts, and `dist/breakglass` of some processor."""

    def __init__(self, root, engines):
        self.root, self.engines = root, engines
        for name in ("build-docker/run", "build-docker/engine.sh", "template/breakglass"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)

    def built(self, machine, name="dist/breakglass"):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x7fELF" + bytes(14) + machine)
        path.chmod(0o755)

    def on(self, system, machine):
        """This machine calls itself so."""
        self.engines.have("uname", f'#!/bin/sh\n[ "$1" = -s ] && echo {system} || echo {machine}\n')

    def breakglass(self, *arguments, **options):
        return self.engines.run(self.root / "template/breakglass", *arguments, **options)

    def container(self):
        """How the container was started; the image is made before."""
        image, container = self.engines.calls
        assert image[1] == "build" and container[1] == "run"
        assert value(image, "--platform") == value(container, "--platform")
        return container


@pytest.fixture
def checkout(engines, tmp_path):
    return Checkout(tmp_path / "checkout", engines)


def test_an_executable_of_this_machine_is_started_without_a_container(checkout, engines):
    engines.have("docker")
    (checkout.root / "dist").mkdir()
    shutil.copy("/bin/echo", checkout.root / "dist/breakglass")
    done = checkout.breakglass("deploy", "--yes", "my plan.yaml")
    assert (done.returncode, done.stdout) == (0, "deploy --yes my plan.yaml\n")
    assert engines.calls == []


def test_what_a_developer_has_is_taken_if_dist_is_of_another_processor(checkout, engines):
    checkout.on("Linux", os.uname().machine)
    checkout.built(ARM if os.uname().machine == "x86_64" else X86)
    (checkout.root / ".build/debug").mkdir(parents=True)
    shutil.copy("/bin/echo", checkout.root / ".build/debug/breakglass")
    assert checkout.breakglass("check").stdout == "check\n"


@pytest.mark.parametrize(
    ("system", "machine", "built", "platform"),
    [
        ("Darwin", "arm64", ARM, "linux/arm64"),
        ("Darwin", "arm64", X86, "linux/amd64"),
        ("Darwin", "x86_64", X86, "linux/amd64"),
        ("Linux", "aarch64", X86, "linux/amd64"),
        ("Linux", "x86_64", ARM, "linux/arm64"),
    ],
)
def test_elsewhere_it_runs_in_a_container_of_its_own_architecture(checkout, engines, system, machine, built, platform):
    engines.have("docker")
    checkout.on(system, machine)
    checkout.built(built)
    assert checkout.breakglass("deploy", "plan.yaml").returncode == 0
    call = checkout.container()
    assert value(call, "--platform") == platform
    assert value(call, "--entrypoint") == f"{checkout.root}/dist/breakglass"
    assert call[-2:] == ["deploy", "plan.yaml"]


def test_an_image_that_is_there_is_not_made_again(checkout, engines):
    engines.have("docker")
    checkout.on("Darwin", "arm64")
    checkout.built(ARM)
    assert checkout.breakglass("deploy", INSPECT_STATUS="0").returncode == 0
    assert [call[1] for call in engines.calls] == ["run"]


def test_folders_of_the_named_files_lie_inside_where_they_lie_outside(checkout, engines, tmp_path):
    engines.have("docker")
    checkout.on("Darwin", "arm64")
    checkout.built(ARM)
    for name in ("current", "my plans", "reports"):
        (tmp_path / name).mkdir()
    (tmp_path / "my plans/plan.yaml").touch()
    words = ["check", "--plan", "../my plans/plan.yaml", f"--output={tmp_path}/reports/new.html", "--role=a:role/x"]
    assert checkout.breakglass(*words, cwd=tmp_path / "current").returncode == 0
    call = checkout.container()
    mounted = [volume for volume in values(call, "--volume") if "/.aws" not in volume]
    folders = [checkout.root, tmp_path / "current", tmp_path / "my plans", tmp_path / "reports"]
    assert mounted == [f"{folder}:{folder}" for folder in folders]
    assert value(call, "--workdir") == f"{tmp_path}/current"
    assert call[-len(words):] == words


def test_credentials_come_along_by_name_and_cannot_be_changed(checkout, engines, tmp_path):
    engines.have("docker")
    checkout.on("Darwin", "arm64")
    checkout.built(ARM)
    (tmp_path / "home/.aws").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/config").touch()
    environment = {
        "HOME": f"{tmp_path}/home", "AWS_PROFILE": "emergency", "AWS_SESSION_TOKEN": "a-secret",
        "AWS_CONFIG_FILE": f"{tmp_path}/other/config",
    }  # fmt: skip
    assert checkout.breakglass("deploy", "plan.yaml", **environment).returncode == 0
    call = checkout.container()
    assert f"{tmp_path}/home/.aws:/home/caller/.aws:ro" in values(call, "--volume")
    assert f"{tmp_path}/other:{tmp_path}/other:ro" in values(call, "--volume")
    assert {"AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_CONFIG_FILE", "HOME=/home/caller"} <= set(values(call, "--env"))
    assert "a-secret" not in " ".join(call)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_terminal_stays_one(checkout, engines, tmp_path, is_there):
    engines.have("docker")
    checkout.on("Darwin", "arm64")
    checkout.built(ARM)
    if is_there:
        script = f"exec '{checkout.root}/template/breakglass' deploy"
        with_terminal = pty_run(["bash", "-c", script], engines)
        assert with_terminal == 0
    else:
        assert checkout.breakglass("deploy").returncode == 0
    call = checkout.container()
    assert "--interactive" in call and ("--tty" in call) == is_there


def pty_run(command, engines):
    """Runs a command on a terminal; its exit status."""
    environment = {
        **os.environ, "PATH": f"{engines.folder}:/usr/bin:/bin", "RECORD": str(engines.record),
    }  # fmt: skip
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, environment)
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        pass  # the end, as a terminal says it
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def test_the_status_of_the_program_is_that_of_the_command(checkout, engines):
    engines.have("docker")
    checkout.on("Darwin", "arm64")
    checkout.built(ARM)
    assert checkout.breakglass("deploy", INSPECT_STATUS="0", STATUS="2").returncode == 2


def test_what_is_missing_is_named(checkout, engines):
    checkout.on("Darwin", "arm64")
    done = checkout.breakglass("deploy")
    assert done.returncode == 1 and "Docker, Podman and Finch do not answer" in done.stderr
    engines.have("docker")
    done = checkout.breakglass("deploy")
    assert done.returncode == 1 and "dist/breakglass is missing\nrun: hint: run build-docker/build" in done.stderr
    assert engines.calls == []
