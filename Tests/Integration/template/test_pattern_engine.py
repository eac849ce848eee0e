"""Our reader of event patterns in Swift agrees with others: the test kit's, and event-ruler.

`breakglass preview` and `plan validate` judge by it what EventBridge would deliver and take.
"""

import json
import random
import subprocess

import pytest

from testkit.patterns.complexity import bound
from testkit.patterns.matching import matcher
from testkit.patterns.syntax import PatternError, alternatives, size
from testkit.programs.build import program

TEXTS = ["", "a", "ab", "ABC", "abc", "a*b", "a.b", "abcabc", "é"]
OTHERS = [2, 2.0, 3.5, 100, True, False, None]
MATCHERS = [
    {"prefix": "a"}, {"prefix": {"equals-ignore-case": "AB"}}, {"suffix": "c"},
    {"suffix": {"equals-ignore-case": "Bc"}}, {"equals-ignore-case": "aBc"}, {"wildcard": "a*"},
    {"wildcard": "*b*"}, {"wildcard": "a\\*b"}, {"wildcard": "a*b*c"}, {"anything-but": ["a", "abc"]},
    {"anything-but": "a"}, {"anything-but": [2, 100]}, {"numeric": [">", 1, "<=", 3.5]},
    {"numeric": ["=", 100]}, {"exists": True}, {"exists": False}, *TEXTS, *OTHERS,
]  # fmt: skip
OF_TEXT = [
    {"anything-but": {"prefix": "a"}},
    {"anything-but": {"suffix": "b"}},
    {"anything-but": {"wildcard": "*b*"}},
    {"anything-but": {"equals-ignore-case": ["ABC", "x"]}},
]


def _value(choice, name):
    # What anything-but of an operator makes of other values is not documented.
    return choice.choice(TEXTS if name in "xy" else TEXTS + OTHERS)


def _object(choice, depth=0):
    found = {name: _value(choice, name) for name in "abxy" if choice.random() < 0.6}
    if choice.random() < 0.3:
        found["l"] = [_value(choice, "l") for _ in range(choice.randint(0, 3))]
    if depth < 2 and choice.random() < 0.6:
        inner = [_object(choice, depth + 1) for _ in range(choice.randint(1, 3))]
        found["o"] = inner if choice.random() < 0.5 else inner[0]
    return found


def _pattern(choice, depth=0):
    found = {}
    for name in choice.sample("abxyl", choice.randint(1, 2)):
        known = MATCHERS + OF_TEXT if name in "xy" else MATCHERS
        found[name] = choice.sample(known, choice.randint(1, 3))
    if depth < 2 and choice.random() < 0.5:
        found["o"] = _pattern(choice, depth + 1)
    if choice.random() < 0.3:
        rest = [name for name in "abxy" if name not in found]
        if len(rest) > 1:
            found["$or"] = [{name: choice.sample(MATCHERS[:10], 2)} for name in rest]
    return found


def _ask(rows):
    lines = "".join(json.dumps([pattern, *events]) + "\n" for pattern, events in rows)
    done = subprocess.run(
        [program("pattern-probe")], input=lines, capture_output=True, text=True, timeout=300, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _rows(seed, count):
    choice = random.Random(seed)
    return [(_pattern(choice), [_object(choice) for _ in range(20)]) for _ in range(count)]


def test_patterns_match_as_in_the_test_kit():
    rows = _rows(1, 1_500)
    matched = 0
    for (pattern, events), answer in zip(rows, _ask(rows), strict=True):
        assert "error" not in answer, (pattern, answer)
        picks_up = matcher(pattern)
        expected = [picks_up(event) for event in events]
        assert answer["matches"] == expected, (pattern, events)
        assert answer["length"] == size(pattern)
        assert answer["complexity"] == bound(pattern)
        matched += sum(expected)
    assert 1_000 < matched < 29_000, "the events tell patterns apart"


def test_patterns_match_as_in_event_ruler():
    """It has no wildcard, and only some of the operators; what it refuses is not compared."""
    event_ruler = pytest.importorskip("event_ruler", reason="Tests/requirements.txt does not name it")
    rows = _rows(2, 300)
    compared = 0
    for (pattern, events), answer in zip(rows, _ask(rows), strict=True):
        for event, matches in zip(events, answer["matches"], strict=True):
            try:
                expected = event_ruler.test_event_pattern(json.dumps(event), json.dumps(pattern))
            except RuntimeError:
                break
            assert expected == matches, (pattern, event)
            compared += 1
    assert compared > 100


@pytest.mark.parametrize(
    "pattern",
    [
        {}, {"a": {}}, {"a": "x"}, {"a": []}, {"a": [["x"]]}, {"$or": [{"a": ["x"]}]},
        {"a": [{"contains": "x"}]}, {"a": [{"wildcard": "a**"}]}, {"a": [{"wildcard": "a\\b"}]},
        {"a": ["x"], "$or": [{"a": ["y"]}, {"b": ["y"]}]},
    ],
)  # fmt: skip
def test_both_refuse_the_same(pattern):
    with pytest.raises(PatternError):
        alternatives(pattern)
    assert "error" in _ask([(pattern, [])])[0]
