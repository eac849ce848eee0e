"""The catalog of API calls, from the file that CatalogTests holds equal to `Sources/Calls`.

A line: {"class": "changes", "service", "name", "reach", "type", "parameters": [[name, kind]],
"words": [done, attempt], "gravity", "undo": [command]}, or {"class": "read" | "use" | "harmless",
"service", "name", "reason"?, "everyday"?}.
"""

import dataclasses
import functools
import json

from testkit.repository import ROOT

CATALOG = ROOT / "Tests/Fixtures/calls/catalog.jsonl"


@dataclasses.dataclass(frozen=True)
class Row:
    """One API call that can change emergency access or the alert path."""

    source: str
    name: str
    reach: str
    type: str
    parameters: tuple
    """Pairs of a request parameter and the watch list's word for what it names."""
    words: tuple
    gravity: str
    undo: tuple


@functools.cache
def _lines():
    return [json.loads(line) for line in CATALOG.read_text().splitlines()]


@functools.cache
def rows():
    """Every row of the catalog."""
    return [
        Row(source=line["service"], name=line["name"], reach=line["reach"], type=line["type"],
            parameters=tuple(map(tuple, line["parameters"])), words=tuple(line["words"]),
            gravity=line["gravity"], undo=tuple(line["undo"]))
        for line in _lines() if line["class"] == "changes"
    ]  # fmt: skip


def listed():
    """What is known of every call without a row."""
    return [line for line in _lines() if line["class"] != "changes"]


@functools.cache
def classes():
    """The class of each listed call: `read`, `use`, `harmless` or `changes`, by service and name."""
    return {(line["service"], line["name"]): line["class"] for line in _lines()}


def names_of(source):
    """Every call of a service that the reader knows as a change, a sign-in or credentials."""
    return sorted(name for (service, name), known in classes().items()
                  if service == source and known in ("changes", "use"))  # fmt: skip
