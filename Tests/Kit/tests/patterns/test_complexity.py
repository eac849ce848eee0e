"""The bound of a pattern's complexity is never below what AWS said in public."""

import pytest

from testkit.patterns.complexity import TAKEN, bound, has_wildcards

STACKS = ["*:stack/one/*", "*:stack/two/*", "*:stack/three/*", "*:stack/four/*"]
SYNC = [f"*/datasync/*.{ending}" for ending in ("csv", "json", "txt", "xml")]

# Values of one field, what AWS's matcher computes for them, and whether EventBridge took the rule.
# Source: public threads about "Rule is too complex", and aws/event-ruler.
VERDICTS = [
    (SYNC[:2], 8, True),
    (["*.csv", "*.json", "*.txt", "*.xml"], 8, True),
    (STACKS[:3], 9, True),
    (["*:*:*:*:*:event-bus/*"], 11, False),
    (STACKS, 12, False),
    (SYNC, 16, False),
]


def of(texts):
    return {"detail": {"field": [{"wildcard": text} for text in texts]}}


@pytest.mark.parametrize("texts, engine, taken", VERDICTS)
def test_the_bound_is_not_below_the_public_verdicts(texts, engine, taken):
    assert bound(of(texts)) >= engine
    assert (engine <= TAKEN) is taken
    assert bound({"detail": {"field": [{"wildcard": texts}]}}) == bound(of(texts))


@pytest.mark.parametrize(
    "matchers",
    [
        ["plain", 3, None, True],
        [{"prefix": "a*"}, {"suffix": "*b"}, {"equals-ignore-case": "*"}],
        [{"prefix": {"equals-ignore-case": "a*"}}, {"exists": False}],
        [{"anything-but": ["a*"]}],
        [{"anything-but": {"prefix": "a*"}}],
        [{"wildcard": "a\\*b"}],
    ],
)
def test_nothing_but_a_wildcards_star_costs_anything(matchers):
    assert bound({"detail": {"field": matchers}}) == 0


def test_a_wildcard_that_is_excluded_costs_the_same():
    assert bound({"a": [{"anything-but": {"wildcard": "*a*"}}]}) == 4
    assert has_wildcards({"a": [{"anything-but": {"wildcard": "*a*"}}]})


def test_every_combination_of_alternatives_counts():
    field = {"a": [{"wildcard": "*a*"}]}
    ways = {"$or": [{"b": ["x"]}, {"c": ["x"]}, {"d": ["x"]}]}
    assert bound(field) == 4
    assert bound(field | ways) == 12
    inner = {"detail": {"$or": [field, {"e": ["x"]}]}}
    assert bound(inner) == 4
    assert bound(inner | ways) == 12


def test_fields_do_not_add_up():
    assert bound({"a": [{"wildcard": "*a"}], "b": [{"wildcard": "*b*"}]}) == 4
    assert not has_wildcards({"a": ["*a"]})
