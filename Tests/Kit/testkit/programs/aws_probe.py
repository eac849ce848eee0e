"""Runs aws-probe, which calls one AWS operation."""

import json
import os
import subprocess

from testkit.programs.build import program

# An environment without any settings.
BARE = {"PATH": os.environ["PATH"]}


class ProbeFailed(Exception):
    """The operation failed; the message is the program's output."""


def run(environment, operation, **parameters):
    """The operation's result. Raises ProbeFailed with the output."""
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
