"""A second opinion on event patterns: the package event-ruler from PyPI, written by others in Go.

It decides what is structure: fields, arrays of objects, exact values, fields that are missing. It knows no
other operators. For each of those, the event gets a field beside the one that is compared, with the result by
Python's `fnmatch`. Long events make it fail: it gets the fields that the pattern names, and no others.

The package does not know `$or` either: the pattern is asked once for each combination of branches.
"""

import fnmatch
import json

import event_ruler


def matcher(pattern):
    """Parses a pattern once: a function that tells whether it matches an event."""
    comparisons = {}
    combinations = [one for fields in _expanded(pattern) for one in _asked(fields, comparisons)]
    asked = [(one, json.dumps(one)) for one in combinations]

    def picks_up(event):
        whole = _compared(event, (), comparisons)
        return any(
            event_ruler.test_event_pattern(json.dumps(_named(whole, one)), text)
            for one, text in asked
        )

    return picks_up


def _expanded(pattern, path=()):
    """Each combination of branches, as matchers by path."""
    combinations = [{}]
    for key, inner in pattern.items():
        if key == "$or":
            branches = [fields for branch in inner for fields in _expanded(branch, path)]
        elif isinstance(inner, dict):
            branches = _expanded(inner, (*path, key))
        else:
            branches = [{(*path, key): inner}]
        combinations = [one | two for one in combinations for two in branches]
    return combinations


def _named(node, pattern):
    """Of an event, what the pattern names."""
    if isinstance(node, list):
        return [_named(one, pattern) for one in node]
    if not isinstance(node, dict) or not isinstance(pattern, dict):
        return node
    return {key: _named(node[key], inner) for key, inner in pattern.items() if key in node}


def _asked(fields, comparisons):
    """One combination as patterns that the package knows: it takes `exists` only alone."""
    asked = [{}]
    for path, matchers in fields.items():
        ways = []
        exact = [m for m in matchers if not isinstance(m, dict)]
        if exact:
            ways.append((path, exact))
        for one in matchers:
            if one in ({"exists": False}, {"exists": True}):
                ways.append((path, [one]))
            elif _compares(one):
                beside = comparisons.setdefault(path, [])
                if one not in beside:
                    beside.append(one)
                ways.append(((*path[:-1], f"{path[-1]} {beside.index(one)}"), ["yes"]))
        asked = [{**one, way: values} for one in asked for way, values in ways]
    for one in asked:
        nested = {}
        for path, values in one.items():
            inner = nested
            for key in path[:-1]:
                inner = inner.setdefault(key, {})
            inner[path[-1]] = values
        yield nested


def _compares(matcher):
    """Whether the event gets a field for it."""
    return isinstance(matcher, dict) and "exists" not in matcher


def _compared(node, path, comparisons):
    """The event with a further field for each comparison that the package does not know."""
    if isinstance(node, list):
        return [_compared(one, path, comparisons) for one in node]
    if not isinstance(node, dict):
        return node
    whole = {key: _compared(value, (*path, key), comparisons) for key, value in node.items()}
    for key, value in node.items():
        for number, one in enumerate(comparisons.get((*path, key), ())):
            if isinstance(value, dict):
                continue
            values = value if isinstance(value, list) else [value]
            whole[f"{key} {number}"] = ["yes" if _holds(one, each) else "no" for each in values]
    return whole


def _holds(matcher, value):
    (operator, operand), = matcher.items()
    if operator == "anything-but":
        if isinstance(operand, dict):
            return isinstance(value, str) and not _holds(operand, value)
        return value not in (operand if isinstance(operand, list) else [operand])
    if not isinstance(value, str):
        return False
    if operator == "equals-ignore-case":
        return value.casefold() == operand.casefold()
    if isinstance(operand, dict):
        return _holds({operator: operand["equals-ignore-case"].casefold()}, value.casefold())
    if operator == "wildcard":
        return fnmatch.fnmatchcase(value, operand.replace("[", "[[]").replace("?", "[?]"))
    part = value[: len(operand)] if operator == "prefix" else value[max(len(value) - len(operand), 0) :]
    return part == operand
