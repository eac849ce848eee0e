"""The pattern matcher agrees with moto's matcher where moto supports the pattern.

moto does not support arrays of objects, does not distinguish `true` from 1, and treats a number as unlike
any prefix. The events here have none of these.
"""

import json
import random

from moto.events.models import EventPattern

from testkit.patterns.matching import matcher
from testkit.patterns.syntax import alternatives

TEXTS = ["", "a", "ab", "ABC", "abc", "a*b", "a.b", "10.1.2.3"]
NUMBERS = [2, 3.5, 100]
MATCHERS = [
    *({"prefix": text} for text in ("a", "A", "10.")),
    {"prefix": {"equals-ignore-case": "AB"}},
    {"suffix": "c"}, {"suffix": {"equals-ignore-case": "Bc"}},
    {"equals-ignore-case": "aBc"},
    {"wildcard": "a*"}, {"wildcard": "*b*"}, {"wildcard": "a\\*b"},
    {"anything-but": ["a", "abc"]}, {"anything-but": "a"}, {"anything-but": [2]},
    {"numeric": [">", 1, "<=", 3.5]}, {"numeric": ["=", 100]},
    {"cidr": "10.0.0.0/8"}, {"exists": True}, {"exists": False},
    *TEXTS, *NUMBERS,
]  # fmt: skip
OF_TEXT = [{"anything-but": {"prefix": "a"}}, {"anything-but": {"suffix": "b"}}]
WITH_NUMBERS = {"c", "e"}


def value(choice, name):
    number = name in WITH_NUMBERS and choice.random() < 0.4
    return choice.choice(NUMBERS if number else TEXTS)


def event(choice):
    fields = {name: value(choice, name) for name in "abc" if choice.random() < 0.7}
    inner = {name: value(choice, name) for name in "de" if choice.random() < 0.7}
    if choice.random() < 0.3:
        inner["names"] = [value(choice, "names") for _ in range(choice.randint(1, 3))]
    return fields | ({"detail": inner} if inner else {})


def field(choice, name):
    known = MATCHERS if name in WITH_NUMBERS else MATCHERS + OF_TEXT
    return choice.sample(known, choice.randint(1, 3))


def pattern(choice):
    asked = {name: field(choice, name) for name in choice.sample("abc", choice.randint(1, 2))}
    if choice.random() < 0.5:
        names = choice.sample(["d", "e", "names"], choice.randint(1, 2))
        asked["detail"] = {name: field(choice, name) for name in names}
    if choice.random() < 0.4:
        asked = {"detail": asked.get("detail", {"d": field(choice, "d")})}
        asked["$or"] = [{name: field(choice, name)} for name in "abc"[: choice.randint(2, 3)]]
    return asked


def test_moto_decides_the_same():
    choice = random.Random(10)
    events = [event(choice) for _ in range(60)]
    decisions = {True: 0, False: 0}
    for _ in range(600):
        asked = pattern(choice)
        assert alternatives(asked)
        ours, theirs = matcher(asked), EventPattern.load(json.dumps(asked))
        for one in events:
            assert ours(one) == theirs.matches_event(one), (asked, one)
            decisions[ours(one)] += 1
    assert min(decisions.values()) > 1_000
