"""The measure agrees with what AWS answered in public."""

import pytest

from testkit.refusals.complexity import MOST, combinations, complexity, has_wildcard


def of(*wildcards):
    return {"detail": {"key": [{"wildcard": one} for one in wildcards]}}


@pytest.mark.parametrize(
    ("wildcards", "taken"),
    [
        (["*/datasync/*.ext"] * 2, True),
        (["*.ext"] * 4, True),
        (["*:stack/N/*"] * 3, True),
        (["*:*:*:*:*:event-bus/*"], False),
        (["*:stack/N/*"] * 4, False),
        (["*/datasync/*.ext"] * 4, False),
    ],
)
def test_public_verdicts(wildcards, taken):
    assert (complexity(of(*wildcards)) <= MOST) == taken


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (of("*a*b*c*d*e"), 10),
        (of("*a*b*c*d*e*"), 11),
        (of("a*"), 1),
        (of(r"\*a\\*"), 1),
        ({"detail": {"key": [{"anything-but": {"wildcard": ["*a", "*b"]}}]}}, 4),
        ({"detail": {"key": [{"anything-but": {"wildcard": "*a*b*c*d*e*f"}}]}}, 12),
        ({"detail": {"key": [{"prefix": "a*"}, {"suffix": "*"}, "*", 1, None, {"anything-but": ["*"]}]}}, 0),
        # Two fields do not add up, two combinations that repeat a field do.
        ({"detail": {"a": [{"wildcard": "*x"}] * 5, "b": [{"wildcard": "*x"}] * 5}}, 10),
        ({"detail": {"a": [{"wildcard": "*x*"}], "$or": [{"b": ["1"]}, {"c": ["2"]}, {"d": ["3"]}]}}, 12),
        ({"$or": [{"a": [{"wildcard": "*x"}]}, {"a": [{"wildcard": "*y"}]}]}, 4),
    ],
)
def test_cost(pattern, expected):
    assert complexity(pattern) == expected


def test_branches_multiply():
    branch = [{"x": ["1"]}, {"y": ["2"]}]
    assert len(combinations({"$or": branch, "detail": {"$or": branch}})) == 4


def test_what_counts_as_a_wildcard():
    assert has_wildcard(of("*a")) and has_wildcard({"a": [{"anything-but": {"wildcard": "*b"}}]})
    assert not has_wildcard({"a": [{"prefix": "b*"}, "*"]})
