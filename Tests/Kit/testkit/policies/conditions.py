"""The Condition element of IAM policies.

Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for
multivalued context keys". An unknown operator is an error, and not a condition that does not hold.
"""

import datetime
import functools
import re


class PolicyError(ValueError):
    """The engine does not support the policy, or IAM would reject it."""


@functools.cache
def _expression(pattern, ignoring_case):
    expression = "".join(
        ".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern
    )
    return re.compile(expression, re.DOTALL | (re.IGNORECASE if ignoring_case else 0))


def glob(pattern, text, ignoring_case=False):
    """`*` is any text, `?` any character."""
    return _expression(pattern, ignoring_case).fullmatch(text) is not None


def arn_glob(pattern, text):
    """Compares ARNs part by part: a wildcard does not match any of the first five colons."""
    patterns, parts = pattern.split(":", 5), text.split(":", 5)
    if pattern == "*":
        return True
    if len(patterns) != 6 or len(parts) != 6:
        return False
    return all(glob(one, part) for one, part in zip(patterns, parts))


def _truth(wanted, value):
    return wanted.lower() == value.lower()


def _moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


# Operator, how one value compares, and whether it states that nothing matches.
_OPERATORS = {
    "StringEquals": (lambda wanted, value: wanted == value, False),
    "StringNotEquals": (lambda wanted, value: wanted == value, True),
    "StringEqualsIgnoreCase": (_truth, False),
    "StringNotEqualsIgnoreCase": (_truth, True),
    "StringLike": (glob, False),
    "StringNotLike": (glob, True),
    "ArnEquals": (arn_glob, False),
    "ArnNotEquals": (arn_glob, True),
    "ArnLike": (arn_glob, False),
    "ArnNotLike": (arn_glob, True),
    "Bool": (_truth, False),
    "NumericEquals": (lambda wanted, value: float(value) == float(wanted), False),
    "NumericLessThanEquals": (lambda wanted, value: float(value) <= float(wanted), False),
    "DateLessThan": (lambda wanted, value: _moment(value) < _moment(wanted), False),
    "NumericGreaterThanEquals": (lambda wanted, value: float(value) >= float(wanted), False),
}


def variables(text, context):
    """Replaces policy variables, e.g. `${aws:username}`. `None` if a key is missing: it matches nothing."""

    def replace(match):
        name = match.group(1)
        if name in ("*", "?", "$"):
            return name
        value = _lookup(context, name)
        if isinstance(value, list):
            raise PolicyError(f"variable {name} has several values")
        if value is None:
            raise KeyError(name)
        return value

    try:
        return re.sub(r"\$\{([^}]+)\}", replace, text)
    except KeyError:
        return None


def _lookup(context, key):
    return next((v for k, v in context.items() if k.lower() == key.lower()), None)


def _words(value):
    words = value if isinstance(value, list) else [value]
    words = [str(w) if isinstance(w, int) and not isinstance(w, bool) else w for w in words]
    for word in words:
        if not isinstance(word, str):
            raise PolicyError(f"{word!r} is no string")
    return words


def holds(condition, context):
    """Whether all conditions of a Condition element hold."""
    return all(
        _key_holds(operator, key, _words(wanted), context)
        for operator, keys in (condition or {}).items()
        for key, wanted in keys.items()
    )


def _key_holds(operator, key, wanted, context):
    value = _lookup(context, key)
    if operator == "Null":
        return any((value is None) == (word.lower() == "true") for word in wanted)
    quantifier, _, name = operator.rpartition(":")
    if_exists = name.endswith("IfExists")
    name = name.removesuffix("IfExists")
    if name not in _OPERATORS or quantifier not in ("", "ForAnyValue", "ForAllValues"):
        raise PolicyError(f"operator {operator} is not known here")
    compare, negated = _OPERATORS[name]
    if value is None:
        # Nothing is unlike anything; ForAllValues is fulfilled by no value at all.
        return if_exists or (negated and quantifier != "ForAnyValue") or quantifier == "ForAllValues"
    if isinstance(value, list) and not quantifier:
        raise PolicyError(f"{key} has several values: {operator} needs ForAnyValue or ForAllValues")
    wanted = [word for word in (variables(word, context) for word in wanted) if word is not None]

    def one(text):
        return any(compare(word, text) for word in wanted) != negated

    values = value if isinstance(value, list) else [value]
    return any(map(one, values)) if quantifier == "ForAnyValue" else all(map(one, values))
