"""Swift sources, read as text: functions with their labels and bodies, and the calls of functions."""

import re
from typing import NamedTuple

_CLOSING = {"(": ")", "{": "}", "[": "]"}


class Function(NamedTuple):
    """A function as it is declared."""

    name: str
    labels: tuple
    """Argument labels; `_` where an argument has none."""
    parameters: tuple
    """The names of the same arguments inside the body."""
    body: str


def without_comments(text):
    """The text without comments that take a whole line."""
    return re.sub(r"^\s*//.*$", "", text, flags=re.M)


def enclosed(text, start):
    """What is inside the bracket at `start`, without the bracket itself."""
    opening = text[start]
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] == opening) - (text[i] == _CLOSING[opening])
        if depth == 0:
            return text[start + 1 : i]
    raise ValueError(f"no end of {text[start:start + 40]!r}")


def arguments(text):
    """Splits at the commas that no bracket and no string encloses."""
    found, depth, quoted, begin = [], 0, False, 0
    for i, c in enumerate(text):
        if c == '"' and text[i - 1] != "\\":
            quoted = not quoted
        if not quoted:
            depth += (c in "([{") - (c in ")]}")
            if c == "," and depth == 0:
                found.append(text[begin:i])
                begin = i + 1
    return [one.strip() for one in (*found, text[begin:]) if one.strip()]


def functions(text):
    """Every function of a file."""
    text = without_comments(text)
    for match in re.finditer(r"\bfunc (\w+)\(", text):
        signature = enclosed(text, match.end() - 1)
        declared = [re.match(r"(\w+)(?: (\w+))?:", one) for one in arguments(signature)]
        after = match.end() + len(signature)
        yield Function(
            match[1],
            tuple(one[1] for one in declared),
            tuple(one[2] or one[1] for one in declared),
            enclosed(text, text.index("{", after)),
        )


def calls(text):
    """Every call `NAME(…)`: the name, and the arguments by label as (label, expression)."""
    text = without_comments(text)
    for match in re.finditer(r"(?<!func )\b([a-z]\w*)\(", text):
        given = []
        for one in arguments(enclosed(text, match.end() - 1)):
            label = re.match(r"(\w+):\s", one)
            given.append((label[1], one[label.end() :]) if label else ("_", one))
        yield match[1], given
