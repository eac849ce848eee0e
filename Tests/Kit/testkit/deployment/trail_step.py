"""Runs template/steps/trail as template/deploy does, in a folder of its own."""

import json
import os
import subprocess

from testkit.repository import TEMPLATES
from testkit.templates.stacks import plan_templates

ALL = [{"ReadWriteType": "All", "IncludeManagementEvents": True}]


class Step:
    """A run of the step: what it said, what it left.

    slot        whose stack makes or keeps breakglass-trail; None for nobody's
    repair      what is wrong with it; None if nothing is
    parameters  of the region template, as they are rendered at the end
    """

    def __init__(self, work, result):
        self.status, self.said = result.returncode, result.stdout
        self.slot, self.repair = _text(work / "trail"), _text(work / "trail.repair")
        parameters = json.loads((work / "plan/region.parameters.json").read_text())
        self.parameters = {p["ParameterKey"]: p["ParameterValue"] for p in parameters}


def _text(path):
    return path.read_text().strip() if path.exists() else None


def run(work, environment, path, plan, *arguments, slots):
    """`path` is the folder with the AWS CLI; `slots` maps slots to accounts: whose credentials are there."""
    work.mkdir(exist_ok=True)
    # What a former run left.
    for name in ("trail", "trail.repair"):
        (work / name).unlink(missing_ok=True)
    plan_templates(plan, work / "plan")
    for slot, account in slots.items():
        (work / f"{slot}.account").write_text(account + "\n")
    if len(slots) > 1:
        (work / "organization").write_text("o-example r-root\n")
    return Step(work, call("trail", work, environment, path, plan, *arguments))


def call(script, work, environment, path, *arguments):
    """A script of template/steps, in the folder of a run."""
    environment = environment | {
        "PATH": f"{path}:{os.environ['PATH']}", "work": str(work), "program": "deploy", "HOME": str(work.parent),
    }  # fmt: skip
    return subprocess.run(
        [str(TEMPLATES / "steps" / script), *map(str, arguments)],
        env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=600,
    )  # fmt: skip
