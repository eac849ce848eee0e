"""Parses event patterns, and rejects what EventBridge rejects.

A pattern is split into alternatives (`$or`), each a list of fields that must all match.

Source: EventBridge User Guide, "Comparison operators for use in event patterns".
"""

import itertools
import json
import re

from testkit.patterns.operators import OPERATORS

MOST_ALTERNATIVES = 1_000


class PatternError(ValueError):
    """EventBridge would reject the pattern."""


def alternatives(pattern, path=()):
    """All alternatives of the pattern: lists of (path, matchers)."""
    if not isinstance(pattern, dict) or not pattern:
        raise PatternError(f"{'.'.join(path)}: a pattern is an object with fields")
    parts = []
    for key, value in pattern.items():
        if key == "$or":
            if not isinstance(value, list) or len(value) < 2:
                raise PatternError(f"{'.'.join(path)}: $or needs two objects or more")
            parts.append([way for one in value for way in alternatives(one, path)])
        elif isinstance(value, dict):
            parts.append(alternatives(value, (*path, key)))
        else:
            _check(value, (*path, key))
            parts.append([[((*path, key), value)]])
    ways = [[field for part in choice for field in part] for choice in itertools.product(*parts)]
    for way in ways:
        # What the service makes of a field that is asked for twice is not documented.
        twice = {path for path, _ in way if [other for other, _ in way].count(path) > 1}
        if twice:
            raise PatternError(f"asked for twice: {sorted(map('.'.join, twice))}")
    if len(ways) > MOST_ALTERNATIVES:
        raise PatternError(f"$or gives {len(ways)} alternatives")
    return ways


def _check(matchers, path):
    where = ".".join(path)
    if not isinstance(matchers, list) or not matchers:
        raise PatternError(f"{where}: {matchers!r} is not a list of values")
    for matcher in matchers:
        if isinstance(matcher, list):
            raise PatternError(f"{where}: a list inside a list")
        if not isinstance(matcher, dict):
            continue
        if len(matcher) != 1 or next(iter(matcher)) not in OPERATORS:
            raise PatternError(f"{where}: there is no operator {matcher}")
        inner = matcher.get("anything-but")
        if isinstance(inner, dict) and not isinstance(inner.get("equals-ignore-case", ""), list):
            # Later versions of AWS's matcher take lists here; the service does not document it.
            if any(isinstance(value, list) for value in inner.values()):
                raise PatternError(f"{where}: anything-but with a list of {next(iter(inner))}")
        for wildcard in _wildcards(matcher):
            if "**" in wildcard or re.search(r"\\(?![*\\])", wildcard):
                raise PatternError(f"{where}: wildcard {wildcard!r}")


def _wildcards(matcher):
    (operator, value), = matcher.items()
    if operator == "anything-but" and isinstance(value, dict):
        return _wildcards(value)
    if operator != "wildcard":
        return []
    return value if isinstance(value, list) else [value]


def size(pattern):
    """The length that EventBridge counts: the JSON without spaces."""
    return len(json.dumps(pattern, separators=(",", ":"), ensure_ascii=False))
