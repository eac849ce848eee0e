"""Runs `breakglass preview`, the enricher's code without AWS, on files."""

import json
import subprocess

from testkit.programs.build import program


def preview(plan, events, output="json", at="2026-07-01T12:05:00Z"):
    """The output of preview for these events: standard output, then standard error."""
    result = subprocess.run(
        [program("breakglass"), "preview", "--plan", str(plan), "--format", output, "--at", at]
        + [str(event) for event in events],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout + result.stderr


def alerts(plan, events):
    """One alert for each event."""
    lines = preview(plan, events).splitlines()
    assert len(lines) == len(events), "preview prints one line for each event"
    return [json.loads(line) for line in lines]
