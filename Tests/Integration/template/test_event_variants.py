"""The rules and the enricher agree: what is due is heard where it is recorded, nothing else is.

The enricher's own code is asked by `breakglass preview`; thousands of shapes, not one of them
expected by hand.
"""

import json
import subprocess

import event_variants
import pytest
import stacks
import tamper_variants
from event_pattern import matches
from stacks import EMERGENCY, HOME, MANAGEMENT

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
        [stacks.BREAKGLASS, "preview", "--plan", str(plan), "--format", "json", "-"],
        input="\n".join(map(json.dumps, events)), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    found = [json.loads(line)["due"] for line in result.stdout.splitlines()]
    assert len(found) == len(events), result.stderr
    return found


def left_to_the_enricher(event):
    """The management account is in no plan: what is only its own is dropped behind the hub."""
    return event["account"] == MANAGEMENT


RULES = {}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_rules_hear_what_is_due_and_nothing_else(plan, family):
    events = list(family())
    told = due(plan, events)
    assert any(told) or family is tamper_variants.elsewhere
    wrong = []
    for event, is_due in zip(events, told):
        where = event["account"], event["region"]
        if where not in RULES:
            RULES[where] = stacks.rules(*where)
        heard = [name for name, pattern in RULES[where].items() if matches(pattern, event)]
        if bool(heard) != is_due and not (heard and left_to_the_enricher(event)):
            wrong.append((is_due, heard, json.dumps(event)))
    assert not wrong, f"{len(wrong)} of {len(events)}, the first: {wrong[0]}"
