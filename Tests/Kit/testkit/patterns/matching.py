"""Whether a rule picks up an event: what AWS documents, and how its published matcher behaves.

An event is taken apart into its leaves. Of an array of objects, fields that a pattern asks for together
must come from one element.
"""

from testkit.patterns.operators import value_matches
from testkit.patterns.syntax import alternatives


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
            if any(value_matches(matcher, value) for matcher in matchers)
        )

    return search(way, ())
