"""A whole deployment as values: the stacks that the scripts would make, stage by stage, judged without moto."""

import copy
import json
import os
import pathlib
import subprocess

from testkit.refusals import accounts
from testkit.refusals.judge import judge
from testkit.refusals.state import Standing, made
from testkit.repository import ROOT, TEMPLATES
from testkit.templates import stacks
from testkit.templates.reading import parse
from testkit.templates.stack import Stack

# What deployment adds to the plan's parameters, because only the account can tell.
CODE = {name: f"{name.lower()}/0a1b.zip" for name in ("EnricherCode", "PublisherCode", "CheckerCode")}


class Wanted:
    """One line of `template/steps/wanted`: a stack with its stage, template and parameters."""

    def __init__(self, line, folder, account):
        stage, self.slot, self.region, self.name, path, file = line.split("\t")
        self.stage, self.path, self.account = int(stage), pathlib.Path(path), account
        self.text = self.path.read_text()
        self.template = parse(self.text)
        self.parameters = {}
        if file != "-":
            pairs = json.loads(pathlib.Path(file).read_text())
            self.parameters = {one["ParameterKey"]: one["ParameterValue"] for one in pairs}
        if self.name == "breakglass-hub":
            self.parameters |= CODE

    def stack(self):
        known = self.template.get("Parameters", {})
        given = {key: value for key, value in self.parameters.items() if key in known}
        return Stack(self.template, given, self.account, self.region, name=self.name)


def wanted(plan, folder, account, regions):
    """The stacks of a plan for one account, in the order of `template/steps/wanted`."""
    work = pathlib.Path(folder)
    stacks.plan_templates(plan, work / "plan")
    (work / "emergency.account").write_text(f"{account}\n")
    (work / "emergency.regions").write_text("".join(f"{region}\n" for region in regions))
    (work / "trail").write_text("emergency\n")
    # What else the step reads it finds where a run keeps it, or does without.
    done = subprocess.run(
        [str(TEMPLATES / "steps/wanted")], env={"PATH": os.environ["PATH"], "work": str(work), "root": str(ROOT)},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [Wanted(line, work, account) for line in done.stdout.splitlines()]


def judge_all(wanted, state, stored=True):
    """(stack, refusal) of everything that AWS refuses, stage by stage.

    The stacks of one stage are made at the same time: while one is judged, all others are under way. A role that is
    refused for being new is refused once: the stack is made again, as deployment does.

    stored  whether templates beyond what a request holds come from a bucket
    """
    found = []
    for stage in sorted({one.stage for one in wanted}):
        here = [one for one in wanted if one.stage == stage]
        for one in here:
            inline = not stored or len(one.text.encode()) <= accounts.LONGEST_INLINE
            found += [(one.name, refusal) for refusal in accounts.size_refusals(
                one.text, one.parameters, one.name, not inline, len(one.template["Resources"]),
            )]  # fmt: skip
        resolved = {(one.account, one.region, one.name): one.stack() for one in here}
        for key, stack in resolved.items():
            for other, its in resolved.items():
                if other != key:
                    state.stacks[other] = Standing(made(its), False)
            state.stacks.pop(key, None)
            found += [(key[2], refusal) for refusal in judge(stack, state)]
        for stack in resolved.values():
            state.stand(stack)
    return found


def copies(wanted):
    """The same stacks, whose templates and parameters may be changed."""
    result = []
    for one in wanted:
        twin = copy.copy(one)
        twin.template, twin.parameters = copy.deepcopy(one.template), dict(one.parameters)
        result.append(twin)
    return result
