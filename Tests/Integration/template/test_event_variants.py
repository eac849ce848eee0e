"""The rules and the enricher agree: what is due is heard where it is recorded, and little else is.

The enricher's own code is asked by `breakglass preview`; thousands of shapes, not one of them
expected by hand. What a rule sends for nothing has a reason in `testkit.events.coarse`.
"""

import json

import pytest

from testkit.events import coarse, spellings, tamper_variants
from testkit.events import variants as event_variants
from testkit.events.hearing import heard_by
from testkit.events.preview import due
from testkit.templates import stacks
from testkit.templates.stacks import EMERGENCY, HOME, MANAGEMENT, STANDBY

FAMILIES = [
    event_variants.sign_ins, event_variants.switches, event_variants.assumptions,
    event_variants.saml, event_variants.credentials, event_variants.activity,
    event_variants.typed_roles, event_variants.abroad,
    tamper_variants.denials, tamper_variants.omissions, tamper_variants.references,
    tamper_variants.elsewhere, tamper_variants.organization, tamper_variants.data_events,
    tamper_variants.whole_account, tamper_variants.idp,
    spellings.requests, spellings.messages, spellings.referred_to, spellings.from_outside,
    spellings.by_any_operation,
]  # fmt: skip


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """The plan, and the hubs' keys beside it, as deployment tells the enricher."""
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    keys = "".join(
        f"  - arn:aws:kms:{region}:{EMERGENCY}:key/{stacks.KEY}\n" for region in (HOME, STANDBY)
    )
    path.write_text(stacks.PLAN.read_text().replace("guard:\n", f"guard:\n{keys}"))
    return path


def left_to_the_enricher(event):
    """The management account is in no plan: what is only its own is dropped behind the hub."""
    return event["account"] == MANAGEMENT or coarse.why(event) is not None


def disagreements(events, told, heard_by):
    wrong = []
    for event, is_due in zip(events, told):
        heard = heard_by(event)
        # The rules on what is guarded are coarse; test_guards.py bounds what they send for nothing.
        if not is_due:
            heard = [name for name in heard if not name.startswith("breakglass-guard")]
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
