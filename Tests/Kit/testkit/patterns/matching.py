"""Whether a rule matches an event, as AWS documents it and its published matcher behaves.

An event is split into its leaves. In an array of objects, all fields of one alternative must match within
the same element.
"""

from testkit.patterns.operators import value_matches
from testkit.patterns.syntax import alternatives


def matcher(pattern):
    """Parses a pattern once: a function that tells whether it matches an event."""
    ways = alternatives(pattern)

    def picks_up(event):
        leaves = list(_leaves(event))
        return any(_way_matches(way, leaves) for way in ways)

    return picks_up


def matches(pattern, event):
    """Whether a rule with that pattern matches that event."""
    return matcher(pattern)(event)


def _leaves(node, path=(), elements=()):
    """(path, value, array elements on the way) of each leaf."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*path, key), elements)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _leaves(value, path, (*elements, (path, index)))
    else:
        yield path, node, elements


def _way_matches(way, leaves):
    """Whether all fields of one alternative match, within the same array elements."""

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
            if any(value_matches(matcher, value) for matcher in matchers)
        )

    return search(way, ())
