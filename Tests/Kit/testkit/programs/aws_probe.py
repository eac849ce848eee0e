"""Runs Tests/AWSProbe, the small program that carries out one operation."""

import json
import os
import subprocess

from testkit.programs.build import program

# The environment of a program that is told nothing.
BARE = {"PATH": os.environ["PATH"]}


class ProbeFailed(Exception):
    """The operation failed; the text is what the program printed."""


def run(environment, operation, **parameters):
    """The operation's result; raises ProbeFailed with what was printed."""
    done = subprocess.run(
        [program("aws-probe"), operation, *(f"{name}={value}" for name, value in parameters.items())],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode == 1:
        raise ProbeFailed(done.stdout)
    assert done.returncode == 0, f"status {done.returncode}: {done.stdout}{done.stderr}"
    return json.loads(done.stdout)
