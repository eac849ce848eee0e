"""How complex EventBridge may find a pattern: an upper bound, without EventBridge.

EventBridge refuses a pattern as "too complex" if an event could keep too many wildcards open at once. Its
own measure is in its open-source matcher (aws/event-ruler, `Machine.evaluateComplexity`): up to 10 is
taken. The bound here is never below that measure. Each wildcard counts two for each of its stars, once for
each alternative of the pattern that contains it.
"""

import collections
import re

from testkit.patterns.syntax import alternatives

TAKEN = 10
"""The highest complexity that EventBridge takes."""


def bound(pattern):
    """The highest sum of any field; 0 for a pattern without wildcards."""
    sums = collections.Counter()
    for alternative in alternatives(pattern):
        for path, matchers in alternative:
            sums[path] += sum(2 * stars(text) for one in matchers for text in wildcards(one))
    return max(sums.values(), default=0)


def has_wildcards(pattern):
    """Whether the rule counts among those with wildcards."""
    return any(
        wildcards(one)
        for alternative in alternatives(pattern) for _, matchers in alternative for one in matchers
    )  # fmt: skip


def wildcards(matcher):
    """The wildcard texts of one matcher, also those behind `anything-but`."""
    if not isinstance(matcher, dict):
        return []
    (operator, operand), = matcher.items()
    if operator == "anything-but":
        return wildcards(operand)
    if operator != "wildcard":
        return []
    return operand if isinstance(operand, list) else [operand]


def stars(text):
    """The stars that match any text; a star behind a backslash is an ordinary character."""
    return re.sub(r"\\.", "", text).count("*")
