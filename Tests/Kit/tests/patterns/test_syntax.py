"""A pattern that EventBridge rejects is rejected."""

import pytest

from testkit.patterns.syntax import PatternError, alternatives, size


@pytest.mark.parametrize(
    "pattern",
    [
        {},
        {"source": "aws.iam"},
        {"source": []},
        {"source": [{"like": "x"}]},
        {"source": [{"wildcard": "a**b"}]},
        {"source": [{"anything-but": {"prefix": ["a", "b"]}}]},
        {"source": [["aws.iam"]]},
        {"$or": [{"source": ["aws.iam"]}]},
        {"detail": {f"f{i}": ["x"] for i in range(1)} | {"$or": "x"}},
    ],
)
def test_what_eventbridge_refuses_is_refused(pattern):
    with pytest.raises(PatternError):
        alternatives(pattern)


def test_too_many_alternatives_are_refused():
    def one_of(field):
        return {"$or": [{f"{field}{i}": ["x"]} for i in range(11)]}

    with pytest.raises(PatternError, match="1331"):
        alternatives({"a": one_of("a"), "b": one_of("b"), "c": one_of("c")})


def test_size_is_counted_without_spaces():
    assert size({"a": ["b", "c"]}) == len('{"a":["b","c"]}')
