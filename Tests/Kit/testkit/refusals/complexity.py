"""How complex EventBridge finds a pattern, after the public verdicts on its measure.

The service expands every `$or` into its combinations and follows each field's values at once. With one combination
a wildcard of n stars costs 2n, one less where it ends in a star. For several combinations the exact sum is not
known; twice the stars of every combination was never below it. 10 is taken, 11 is refused.

Written without a look at `testkit.patterns.complexity`, which keeps the rules below a margin: two that agree.

Source: EventBridge User Guide, "Matching complexity when using wildcards"; https://github.com/aws/event-ruler
"""

import itertools

MOST = 10


def combinations(pattern, path=()):
    """Every choice of branches, each a list of (path, matchers)."""
    parts = []
    for key, value in pattern.items():
        if key == "$or" and isinstance(value, list):
            parts.append([way for branch in value for way in combinations(branch, path)])
        elif isinstance(value, dict):
            parts.append(combinations(value, (*path, key)))
        else:
            parts.append([[((*path, key), value)]])
    return [list(itertools.chain(*choice)) for choice in itertools.product(*parts)]


def wildcards(matchers):
    """The wildcard values among a field's matchers, those under anything-but included."""
    found = []
    for matcher in matchers:
        if not isinstance(matcher, dict):
            continue
        for operator, operand in matcher.items():
            if operator == "wildcard":
                found += operand if isinstance(operand, list) else [operand]
            elif operator == "anything-but" and isinstance(operand, dict):
                found += wildcards([operand])
    return found


def _stars(wildcard):
    return wildcard.replace("\\\\", "").replace("\\*", "").count("*")


def _cost(wildcard, is_alone):
    plain = wildcard.replace("\\\\", "").replace("\\*", "")
    return 2 * _stars(wildcard) - (1 if is_alone and plain.endswith("*") else 0)


def complexity(pattern):
    """The cost of the costliest field."""
    ways = combinations(pattern)
    fields = {}
    for way in ways:
        for path, matchers in way:
            cost = sum(_cost(one, len(ways) == 1) for one in wildcards(matchers))
            fields[path] = fields.get(path, 0) + cost
    return max(fields.values(), default=0)


def has_wildcard(pattern):
    return any(wildcards(matchers) for way in combinations(pattern) for _, matchers in way)
