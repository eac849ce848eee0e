"""Runs parliament, in its own environment because of conflicting versions."""

import json
import subprocess

from testkit.repository import ROOT

PYTHON = ROOT / ".venv/policies/bin/python"
SCRIPT = ROOT / "Tests/Kit/testkit/policies/parliament_check.py"


def findings(documents):
    """parliament's findings in policies by name: a policy, an issue and a detail each."""
    result = subprocess.run(
        [PYTHON, SCRIPT], input=json.dumps(documents), capture_output=True, text=True, timeout=600
    )
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]
