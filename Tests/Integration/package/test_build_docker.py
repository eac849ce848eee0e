"""build-docker/build, with engines that only write down how they were called."""

import json
import os
import subprocess

import pytest

from testkit.repository import ROOT

ENGINE = """#!/usr/bin/env python3
import json, os, sys
if sys.argv[1] == "info":
    print(os.environ.get("SECURITY", "[]"))
    sys.exit(int(os.environ.get("INFO_STATUS", "0")))
with open(os.environ["RECORD"], "a") as file:
    file.write(json.dumps([os.path.basename(sys.argv[0]), *sys.argv[1:]]) + "\\n")
sys.exit(int(os.environ.get("STATUS", "0")))
"""


class Engines:
    def __init__(self, folder):
        self.folder, self.record = folder, folder / "record"
        self.record.touch()

    def have(self, name):
        path = self.folder / name
        path.write_text(ENGINE)
        path.chmod(0o755)

    def build(self, *arguments, **environment):
        clean = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
        path = f"{self.folder}:/usr/bin:/bin"
        return subprocess.run(
            [ROOT / "build-docker/build", *arguments],
            env={**clean, "PATH": path, "RECORD": str(self.record), **environment},
            capture_output=True,
            text=True,
        )

    @property
    def calls(self):
        return [json.loads(line) for line in self.record.read_text().splitlines()]


@pytest.fixture
def engines(tmp_path):
    return Engines(tmp_path)


def value(call, option):
    return call[call.index(option) + 1]


@pytest.mark.parametrize(
    "arch, platform",
    [("x86_64", "linux/amd64"), ("arm64", "linux/arm64"), ("aarch64", "linux/arm64")],
)
def test_image_and_container_are_of_the_wanted_architecture(engines, arch, platform):
    engines.have("docker")
    assert engines.build("--arch", arch).returncode == 0
    image, container = engines.calls
    assert image[:2] == ["docker", "build"] and container[:2] == ["docker", "run"]
    assert value(image, "--platform") == value(container, "--platform") == platform
    assert container[-1] == value(image, "--tag")


def test_the_checkout_lies_inside_where_it_lies_outside(engines):
    engines.have("docker")
    engines.build()
    container = engines.calls[1]
    assert f"{ROOT}:{ROOT}" in container
    assert value(container, "--workdir") == str(ROOT)


def test_functions_and_plan_reach_the_script_inside(engines, tmp_path):
    engines.have("docker")
    plans = tmp_path / "my plans"
    plans.mkdir()
    (plans / "plan.yaml").write_text("organization: example\n")
    assert engines.build("--plan", plans / "plan.yaml", "event-enricher").returncode == 0
    container = engines.calls[1]
    assert f"{plans}:/plan:ro" in container
    assert container[-3:] == ["--plan", "/plan/plan.yaml", "event-enricher"]


def test_files_belong_to_the_caller_with_a_rootful_engine_only(engines):
    engines.have("docker")
    engines.build()
    engines.build(SECURITY="[name=seccomp,profile=builtin name=rootless]")
    rootful, rootless = engines.calls[1], engines.calls[3]
    assert value(rootful, "--user") == f"{os.getuid()}:{os.getgid()}"
    assert "--user" not in rootless


@pytest.mark.parametrize("engine", ["docker", "podman", "finch"])
def test_whichever_engine_is_there_is_taken(engines, engine):
    engines.have(engine)
    assert engines.build(BREAKGLASS_ENGINE=engine).returncode == 0
    assert {call[0] for call in engines.calls} == {engine}


def test_an_engine_that_does_not_answer_is_passed_over(engines):
    engines.have("docker")
    answer = engines.build(INFO_STATUS="1")
    assert answer.returncode == 1 and engines.calls == []
    assert "Docker, Podman and Finch do not answer" in answer.stderr


def test_a_proxy_is_handed_on_by_name(engines):
    engines.have("docker")
    engines.build(HTTPS_PROXY="http://proxy.example:3128")
    container = engines.calls[1]
    assert "HTTPS_PROXY" in container and "http://proxy.example:3128" not in container


def test_a_step_that_fails_fails_the_whole(engines):
    engines.have("docker")
    assert engines.build(STATUS="3").returncode == 3
    assert len(engines.calls) == 1


@pytest.mark.parametrize("arguments", [["--arch", "mips"], ["--arch"], ["--wrong"]])
def test_wrong_usage_has_a_status_of_its_own(engines, arguments):
    engines.have("docker")
    assert engines.build(*arguments).returncode == 64
    assert engines.calls == []


def test_the_image_is_pinned_and_prepared_by_the_same_script():
    lines = (ROOT / "build-docker/Dockerfile").read_text().splitlines()
    assert "FROM swift:6.3.1-bookworm" in lines
    assert any("./set-up --build-only" in line for line in lines)
