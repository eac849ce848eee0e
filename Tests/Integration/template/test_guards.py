"""What a plan guards is watched, in whichever form the plan writes it, or the form is refused.

The rules are those that the same plan gives; the reader is asked by `breakglass preview`. The rules
are coarser than the reader: what they match for nothing is bounded here.
"""

import json
import subprocess

import pytest

from testkit.events import guard_variants, variants
from testkit.events.preview import due
from testkit.events.records import record, session, user
from testkit.patterns.matching import matcher
from testkit.patterns.syntax import alternatives, size
from testkit.programs.build import program
from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, GLOBAL, HOME, PRODUCTION, STANDBY

PLAN = stacks.PLAN.read_text()


def plan_that_guards(folder, *arns):
    path = folder / "plan.yaml"
    head = PLAN[: PLAN.index("guard:")]
    path.write_text(head + "guard:\n" + "".join(f'  - "{arn}"\n' for arn in arns))
    return path


def guard_rules(plan, account=PRODUCTION, region=HOME):
    template = stacks.rendered(plan)["guard.json"]
    made = Stack(template, account=account, region=region, name="breakglass-guard")
    return {r["Name"]: r["EventPattern"] for r in made.resources("AWS::Events::Rule").values()}


def hearing(plan):
    """Names of the rules that match an event, where it is recorded."""
    known = {}

    def heard(event):
        where = event["account"], event["region"]
        if where not in known:
            made = [stacks.region(*where)]
            made += [stacks.hub(where[1])] * (where[0] == EMERGENCY and where[1] in (HOME, STANDBY))
            patterns = {
                rule["Name"]: rule["EventPattern"] for stack in made
                for rule in stack.resources("AWS::Events::Rule").values()
                if rule.get("EventBusName") != "breakglass-hub"
            }  # fmt: skip
            known[where] = {
                n: matcher(p) for n, p in (patterns | guard_rules(plan, *where)).items()
            }
        return [name for name, picks_up in known[where].items() if picks_up(event)]

    return heard


def unheard(plan, events):
    """The events of which an alert is due, and those of them that no rule delivers."""
    heard = hearing(plan)
    expected = [event for event, told in zip(events, due(plan, events)) if told]
    return expected, [event for event in expected if not heard(event)]


@pytest.mark.parametrize("family", [guard_variants.changes, guard_variants.unlisted, guard_variants.use],
                         ids=lambda family: family.__name__)  # fmt: skip
def test_whatever_a_plan_may_guard_is_heard_by_every_spelling(tmp_path, family):
    plan = plan_that_guards(tmp_path, *guard_variants.GUARDED.values())
    events = list(family())
    expected, lost = unheard(plan, events)
    assert len(events) // 10 < len(expected) < len(events)
    assert not lost, f"{len(lost)} of {len(expected)}, the first: {json.dumps(lost[0])}"
