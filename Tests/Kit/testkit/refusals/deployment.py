"""A whole deployment as values: the stacks that a deployment would make, stage by stage, judged without moto."""

import copy
import json
import pathlib
import subprocess

from testkit.programs.build import program
from testkit.refusals import accounts
from testkit.refusals.judge import judge
from testkit.refusals.state import Standing, made
from testkit.repository import TEMPLATES
from testkit.templates.reading import parse
from testkit.templates.stack import Stack


class Wanted:
    """A stack that a plan asks for, with its stage, template and parameters."""

    def __init__(self, line, account):
        given = json.loads(line)
        self.stage, self.region, self.name = given["stage"], given["region"], given["name"]
        self.path, self.text, self.account = TEMPLATES / given["file"], given["text"], account
        self.template = parse(self.text)
        self.parameters = given["parameters"]

    def stack(self):
        known = self.template.get("Parameters", {})
        given = {key: value for key, value in self.parameters.items() if key in known}
        return Stack(self.template, given, self.account, self.region, name=self.name)


def wanted(plan, folder, account, regions):
    """The stacks of a plan for one account, in the order in which they are deployed."""
    compiled = subprocess.run([program("breakglass"), "plan", "compile", str(plan)], capture_output=True, timeout=60)
    assert compiled.returncode == 0, compiled.stderr
    (pathlib.Path(folder) / "plan.json").write_bytes(compiled.stdout)
    done = subprocess.run(
        [program("wanted-probe"), str(folder), *regions], capture_output=True, text=True, timeout=60
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return [Wanted(line, account) for line in done.stdout.splitlines()]


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
