"""Runs Tests/AWSProbe, the small program that carries out one operation."""

import functools
import json
import os
import subprocess

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), *[".."] * 3))


class ProbeFailed(Exception):
    """The operation failed; the text is what the program printed."""


@functools.cache
def path():
    """The built program: BREAKGLASS_AWS_PROBE, or the debug build of this package."""
    given = os.environ.get("BREAKGLASS_AWS_PROBE")
    if given:
        return given
    build = ["swift", "build", "--product", "aws-probe"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    shown = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return os.path.join(shown.stdout.strip(), "aws-probe")


def run(environment, operation, **parameters):
    """The operation's result; raises ProbeFailed with what was printed."""
    done = subprocess.run(
        [path(), operation, *(f"{name}={value}" for name, value in parameters.items())],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode == 1:
        raise ProbeFailed(done.stdout)
    assert done.returncode == 0, f"status {done.returncode}: {done.stdout}{done.stderr}"
    return json.loads(done.stdout)
