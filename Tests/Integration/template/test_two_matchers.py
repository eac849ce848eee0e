"""Two matchers decide the same about each rule and each generated event."""

import itertools

import pytest

from testkit.events import guard_variants, spellings, tamper_variants, variants
from testkit.patterns import matching, second_matcher
from testkit.templates import stacks

# Of the families with thousands of events, that differ in names only, every n-th.
FAMILIES = [
    (variants.sign_ins, 1), (variants.switches, 2), (variants.assumptions, 3), (variants.typed_roles, 1),
    (variants.abroad, 1), (variants.saml, 1), (variants.credentials, 1), (variants.activity, 3),
    (tamper_variants.denials, 13), (tamper_variants.omissions, 2), (tamper_variants.references, 1),
    (tamper_variants.elsewhere, 2), (tamper_variants.organization, 1), (tamper_variants.data_events, 1),
    (tamper_variants.whole_account, 1), (tamper_variants.idp, 1),
    (spellings.requests, 9), (spellings.messages, 17),
    (spellings.referred_to, 5), (spellings.from_outside, 11), (spellings.by_any_operation, 3),
    (guard_variants.changes, 5), (guard_variants.use, 1),
]  # fmt: skip

# What none of the rules matches: names of ours elsewhere, and what the fixtures' plan does not guard.
NOBODYS = (tamper_variants.elsewhere, guard_variants.use)

_known = {}


def rules(account, region):
    """Name and both matchers of each rule there, by the sources that it names; `None` for any."""
    if (account, region) not in _known:
        _known[account, region] = [
            (name, matching.matcher(pattern), second_matcher.matcher(pattern),
             {s for s in pattern.get("source", [{}]) if isinstance(s, str)})
            for name, pattern in stacks.rules(account, region).items()
        ]  # fmt: skip
    return _known[account, region]


@pytest.mark.parametrize("family, step", FAMILIES, ids=lambda value: getattr(value, "__name__", ""))
def test_both_decide_the_same(family, step):
    decisions = {True: 0, False: 0}
    for number, event in enumerate(itertools.islice(family(), 0, None, step)):
        for name, first, second, sources in rules(event["account"], event["region"]):
            # A rule of another service is asked now and then.
            if sources and event["source"] not in sources and number % 40:
                continue
            decision = first(event)
            assert second(event) is decision, (name, decision, event)
            decisions[decision] += 1
    assert decisions[False] and (decisions[True] or family in NOBODYS)
