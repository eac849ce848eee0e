"""The rules and the enricher agree: what is due is heard where it is recorded, and little else is.

The enricher's own code is asked by `breakglass preview`; thousands of shapes, not one of them
expected by hand. What a rule sends for nothing has a reason in `testkit.events.coarse`.
"""

import json
import subprocess

import pytest

from testkit.events import coarse, guard_variants, tamper_variants
from testkit.events import variants as event_variants
from testkit.events.hearing import heard_by
from testkit.patterns.matching import matcher
from testkit.programs.build import program
from testkit.templates import stacks
from testkit.templates.stack import Stack
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT

FAMILIES = [
    event_variants.sign_ins, event_variants.switches, event_variants.assumptions,
    event_variants.saml, event_variants.credentials, event_variants.activity,
    tamper_variants.denials, tamper_variants.omissions, tamper_variants.references,
    tamper_variants.elsewhere, tamper_variants.organization, tamper_variants.data_events,
    tamper_variants.idp,
]  # fmt: skip


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """The plan, and the hub's key beside it, as deployment tells the enricher."""
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    key = f"arn:aws:kms:{HOME}:{EMERGENCY}:key/{stacks.KEY}"
    path.write_text(stacks.PLAN.read_text().replace("guard:\n", f"guard:\n  - {key}\n"))
    return path


def due(plan, events):
    result = subprocess.run(
        [program("breakglass"), "preview", "--plan", str(plan), "--format", "json", "-"],
        input="\n".join(map(json.dumps, events)), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    found = [json.loads(line)["due"] for line in result.stdout.splitlines()]
    assert len(found) == len(events), result.stderr
    return found


def left_to_the_enricher(event):
    """The management account is in no plan: what is only its own is dropped behind the hub."""
    return event["account"] == MANAGEMENT or coarse.why(event) is not None


def disagreements(events, told, heard_by):
    wrong = []
    for event, is_due in zip(events, told):
        heard = heard_by(event)
        if bool(heard) != is_due and not (heard and left_to_the_enricher(event)):
            wrong.append((is_due, heard, json.dumps(event)))
    return wrong


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_rules_hear_what_is_due_and_little_else(plan, family):
    events = list(family())
    told = due(plan, events)
    assert any(told) or family is tamper_variants.elsewhere
    wrong = disagreements(events, told, heard_by)
    assert not wrong, f"{len(wrong)} of {len(events)}, the first: {wrong[0]}"


def test_whatever_a_plan_may_guard_is_heard_where_it_is(tmp_path):
    plan = tmp_path / "plan.yaml"
    text = stacks.PLAN.read_text()
    guard = "".join(f'  - "{arn}"\n' for arn in guard_variants.GUARDED.values())
    plan.write_text(text[: text.index("guard:")] + "guard:\n" + guard)
    template = stacks.rendered(plan)["guard.json"]
    known = {}

    def heard(event):
        where = event["account"], event["region"]
        if where not in known:
            own = Stack(template, account=where[0], region=where[1], name="breakglass-guard")
            made = [own, stacks.region(*where)] + [stacks.hub()] * (where == (EMERGENCY, HOME))
            known[where] = {
                rule["Name"]: matcher(rule["EventPattern"])
                for stack in made for rule in stack.resources("AWS::Events::Rule").values()
                if rule.get("EventBusName") != "breakglass-hub"
            }  # fmt: skip
        return [name for name, picks_up in known[where].items() if picks_up(event)]

    events = [*guard_variants.changes(), *guard_variants.use()]
    told = due(plan, events)
    assert sum(told) > 300 and not all(told)
    wrong = disagreements(events, told, heard)
    assert not wrong, f"{len(wrong)} of {len(events)}, the first: {wrong[0]}"
