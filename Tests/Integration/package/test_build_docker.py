"""build-docker/build, with engines that only write down how they were called."""

import os

import pytest

from testkit.programs.engines import value
from testkit.repository import ROOT


@pytest.fixture
def build(engines):
    """build(...): build-docker/build."""
    return lambda *arguments, **environment: engines.run(ROOT / "build-docker/build", *arguments, **environment)


@pytest.mark.parametrize(
    "arch, platform",
    [("x86_64", "linux/amd64"), ("arm64", "linux/arm64"), ("aarch64", "linux/arm64")],
)
def test_image_and_container_are_of_the_wanted_architecture(build, engines, arch, platform):
    engines.have("docker")
    assert build("--arch", arch).returncode == 0
    image, container = engines.calls
    assert image[:2] == ["docker", "build"] and container[:2] == ["docker", "run"]
    assert value(image, "--platform") == value(container, "--platform") == platform
    assert container[-1] == value(image, "--tag")


def test_the_checkout_lies_inside_where_it_lies_outside(build, engines):
    engines.have("docker")
    build()
    container = engines.calls[1]
    assert f"{ROOT}:{ROOT}" in container
    assert value(container, "--workdir") == str(ROOT)


def test_functions_and_plan_reach_the_script_inside(build, engines, tmp_path):
    engines.have("docker")
    plans = tmp_path / "my plans"
    plans.mkdir()
    (plans / "plan.yaml").write_text("organization: example\n")
    assert build("--plan", plans / "plan.yaml", "event-enricher").returncode == 0
    container = engines.calls[1]
    assert f"{plans}:/plan:ro" in container
    assert container[-3:] == ["--plan", "/plan/plan.yaml", "event-enricher"]


def test_files_belong_to_the_caller_with_a_rootful_engine_only(build, engines):
    engines.have("docker")
    build()
    build(SECURITY="[name=seccomp,profile=builtin name=rootless]")
    rootful, rootless = engines.calls[1], engines.calls[3]
    assert value(rootful, "--user") == f"{os.getuid()}:{os.getgid()}"
    assert "--user" not in rootless


@pytest.mark.parametrize("engine", ["docker", "podman", "finch"])
def test_whichever_engine_is_there_is_taken(build, engines, engine):
    engines.have(engine)
    assert build(BREAKGLASS_ENGINE=engine).returncode == 0
    assert {call[0] for call in engines.calls} == {engine}


def test_an_engine_that_does_not_answer_is_passed_over(build, engines):
    engines.have("docker")
    answer = build(INFO_STATUS="1")
    assert answer.returncode == 1 and engines.calls == []
    assert "Docker, Podman and Finch do not answer" in answer.stderr


def test_a_proxy_is_handed_on_by_name(build, engines):
    engines.have("docker")
    build(HTTPS_PROXY="http://proxy.example:3128")
    container = engines.calls[1]
    assert "HTTPS_PROXY" in container and "http://proxy.example:3128" not in container


def test_a_step_that_fails_fails_the_whole(build, engines):
    engines.have("docker")
    assert build(STATUS="3").returncode == 3
    assert len(engines.calls) == 1


@pytest.mark.parametrize("arguments", [["--arch", "mips"], ["--arch"], ["--wrong"]])
def test_wrong_usage_has_a_status_of_its_own(build, engines, arguments):
    engines.have("docker")
    assert build(*arguments).returncode == 64
    assert engines.calls == []


def test_the_image_is_pinned_and_prepared_by_the_same_script():
    lines = (ROOT / "build-docker/Dockerfile").read_text().splitlines()
    assert "FROM swift:6.3.1-bookworm" in lines
    assert any("./set-up --build-only" in line for line in lines)
