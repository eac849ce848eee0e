"""The comparison operators of event patterns.

Source: EventBridge User Guide, "Comparison operators for use in event patterns".
"""

import ipaddress
import re


def value_matches(matcher, value):
    """Whether one matcher of a field's list accepts a value."""
    if isinstance(matcher, dict):
        (operator, operand), = matcher.items()
        return OPERATORS[operator](operand, value)
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
    """Any value except these. Only strings and numbers are compared; Booleans and null always match."""
    if isinstance(operand, dict):
        (operator, inner), = operand.items()
        return isinstance(value, str) and not OPERATORS[operator](inner, value)
    if isinstance(value, bool) or value is None:
        return True
    return not any(value_matches(one, value) for one in _each(operand))


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


OPERATORS = {
    "prefix": _prefix,
    "suffix": _suffix,
    "equals-ignore-case": _ignoring_case,
    "wildcard": _wildcard,
    "anything-but": _anything_but,
    "numeric": _numeric,
    "cidr": _cidr,
    "exists": lambda operand, value: operand,
}
