"""The events that the enricher's reader knows, read from its Swift sources."""

import dataclasses
import functools
import re

from testkit.repository import ROOT

KINDS = ROOT / "Sources/Events/Kinds"
RESOURCE_KINDS = ROOT / "Sources/AccessPlan/Watch/ResourceKind.swift"

# Words of the sources for constants.
_SOURCES = {
    "iam": "iam.amazonaws.com",
    "source": "organizations.amazonaws.com",
    "SignIn.source": "signin.amazonaws.com",
}


@dataclasses.dataclass(frozen=True)
class Entry:
    """One entry: event names of one service, and the resource types that their parameters name."""

    title: str
    source: str
    names: tuple
    parameters: tuple
    """Pairs of a request parameter and the watch list's word for what it names."""


def _strings(text):
    return tuple(re.findall(r'"([^"]+)"', text))


@functools.cache
def resource_kinds():
    """The watch list's word by the name that the sources give it: `iam_role` by `iamRole`."""
    return dict(re.findall(r'(\w+) = ResourceKind\("([^"]+)"\)', RESOURCE_KINDS.read_text()))


def _entry(block, initializer):
    source = re.search(r"source:\s*(\"[^\"]+\"|[\w.]+)", block).group(1)
    kind = re.search(r"\btype:\s*\.(\w+)", block)
    parameters = re.search(r"parameters:\s*\[([^\]]*)\]", block)
    also = re.search(r"also:\s*\[([^\]]*)\]", block)
    words = resource_kinds()
    pairs = [(p, words[kind.group(1)]) for p in _strings(parameters.group(1))] if parameters else []
    if also:
        pairs += [(name, words[word]) for word, name in re.findall(r'\.(\w+):\s*"([^"]+)"', also.group(1))]
    return Entry(
        title=re.search(r'title:\s*"([^"]+)"', block).group(1),
        source=_SOURCES.get(source, source.strip('"')),
        names=_strings(re.search(r"names:\s*\[([^\]]*)\]", block).group(1)),
        parameters=tuple(pairs),
    )


def entries(initializer):
    """All `Tampering(…)` or `EventKind(…)` values of the sources."""
    found = []
    for path in sorted(KINDS.glob("*.swift")):
        blocks = re.split(rf"\b{initializer}\(\s*\n", path.read_text())[1:]
        found += [_entry(block, initializer) for block in blocks if "names:" in block]
    return found
