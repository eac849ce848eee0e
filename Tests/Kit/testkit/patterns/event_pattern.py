"""EventBridge's event patterns: what AWS documents, and how its published matcher behaves.

A pattern is taken apart into alternatives (`$or`), each a list of fields that must all match. An
event is taken apart into its leaves; of an array of objects, fields that are asked for together
must come from one element.

Source: EventBridge User Guide, "Comparison operators for use in event patterns".
"""

import ipaddress
import itertools
import json
import re

MOST_ALTERNATIVES = 1_000


class PatternError(ValueError):
    """EventBridge would refuse the pattern."""


def alternatives(pattern, path=()):
    """Every way to fulfil the pattern: lists of (path, matchers)."""
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
        if len(matcher) != 1 or next(iter(matcher)) not in _OPERATORS:
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


def matcher(pattern):
    """Takes a pattern apart once: a function that says whether it picks up an event."""
    ways = alternatives(pattern)

    def picks_up(event):
        leaves = list(_leaves(event))
        return any(_way_matches(way, leaves) for way in ways)

    return picks_up


def matches(pattern, event):
    """Whether a rule with that pattern picks up that event."""
    return matcher(pattern)(event)


def _leaves(node, path=(), elements=()):
    """(path, value, which element of which array) for everything that holds nothing further."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*path, key), elements)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _leaves(value, path, (*elements, (path, index)))
    else:
        yield path, node, elements


def _way_matches(way, leaves):
    """All fields of one alternative, array elements kept together."""

    def agrees(chosen, elements):
        taken = dict(chosen)
        return all(taken.get(path, index) == index for path, index in elements)

    def search(fields, chosen):
        if not fields:
            return True
        (path, matchers), *rest = fields
        here = [leaf for leaf in leaves if leaf[0] == path]
        if not here and any(m == {"exists": False} for m in matchers):
            return search(rest, chosen)
        return any(
            agrees(chosen, elements) and search(rest, (*chosen, *elements))
            for _, value, elements in here
            if any(_value_matches(matcher, value) for matcher in matchers)
        )

    return search(way, ())


def _value_matches(matcher, value):
    if isinstance(matcher, dict):
        (operator, operand), = matcher.items()
        return _OPERATORS[operator](operand, value)
    if isinstance(matcher, bool) or isinstance(value, bool) or matcher is None or value is None:
        return matcher is value
    if isinstance(matcher, str) != isinstance(value, str):
        return False
    return matcher == value


def _each(operand):
    return operand if isinstance(operand, list) else [operand]


def _prefix(operand, value):
    if isinstance(operand, dict):
        return isinstance(value, str) and value.lower().startswith(
            operand["equals-ignore-case"].lower()
        )
    return isinstance(value, str) and value.startswith(tuple(_each(operand)))


def _suffix(operand, value):
    if isinstance(operand, dict):
        return isinstance(value, str) and value.lower().endswith(
            operand["equals-ignore-case"].lower()
        )
    return isinstance(value, str) and value.endswith(tuple(_each(operand)))


def _ignoring_case(operand, value):
    return isinstance(value, str) and value.lower() in [one.lower() for one in _each(operand)]


def _wildcard(operand, value):
    if not isinstance(value, str):
        return False
    for one in _each(operand):
        parts = re.split(r"(\\[*\\]|\*)", one)
        expression = "".join(
            ".*" if part == "*" else re.escape(part[1:] if part.startswith("\\") else part)
            for part in parts
        )
        if re.fullmatch(expression, value, re.DOTALL):
            return True
    return False


def _anything_but(operand, value):
    """Anything but these; only text and numbers are compared, and null counts as neither."""
    if isinstance(operand, dict):
        (operator, inner), = operand.items()
        return isinstance(value, str) and not _OPERATORS[operator](inner, value)
    if isinstance(value, bool) or value is None:
        return True
    return not any(_value_matches(one, value) for one in _each(operand))


def _numeric(operand, value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    compare = {
        "<": lambda a, b: a < b,
        "<=": lambda a, b: a <= b,
        "=": lambda a, b: a == b,
        ">=": lambda a, b: a >= b,
        ">": lambda a, b: a > b,
    }
    return all(compare[operand[i]](value, operand[i + 1]) for i in range(0, len(operand), 2))


def _cidr(operand, value):
    try:
        return ipaddress.ip_address(value) in ipaddress.ip_network(operand)
    except ValueError:
        return False


_OPERATORS = {
    "prefix": _prefix,
    "suffix": _suffix,
    "equals-ignore-case": _ignoring_case,
    "wildcard": _wildcard,
    "anything-but": _anything_but,
    "numeric": _numeric,
    "cidr": _cidr,
    "exists": lambda operand, value: operand,
}


def size(pattern):
    """The length that EventBridge counts: the JSON without spaces."""
    return len(json.dumps(pattern, separators=(",", ":"), ensure_ascii=False))
