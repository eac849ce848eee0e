"""A program is built once, when its path is first asked for."""

import os

import pytest

from testkit.programs.build import program

SWIFT = """#!/bin/sh
echo "$@" >>"$CALLS"
case "$*" in *--show-bin-path) echo /built ;; esac
"""


@pytest.fixture
def calls(tmp_path, monkeypatch):
    """What `swift` was called with, one line a call; a script in its place."""
    script, calls = tmp_path / "swift", tmp_path / "calls"
    script.write_text(SWIFT)
    script.chmod(0o755)
    calls.touch()
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CALLS", str(calls))
    program.cache_clear()
    yield lambda: calls.read_text().splitlines()
    program.cache_clear()


def test_a_program_is_built_once(calls, monkeypatch):
    monkeypatch.delenv("BREAKGLASS_AWS_PROBE", raising=False)
    assert program("aws-probe") == program("aws-probe") == "/built/aws-probe"
    assert calls() == ["build --product aws-probe", "build --show-bin-path"]


@pytest.mark.parametrize(
    "product, variable", [("breakglass", "BREAKGLASS"), ("aws-probe", "BREAKGLASS_AWS_PROBE")]
)
def test_a_variable_names_one_that_is_there(calls, monkeypatch, product, variable):
    monkeypatch.setenv(variable, "/elsewhere/program")
    assert program(product) == "/elsewhere/program"
    assert calls() == []
