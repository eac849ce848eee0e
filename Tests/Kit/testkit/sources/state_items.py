"""Which items of the state table a part of the sources reads and writes; read from the Swift sources.

The table's key is the item's id. Sources/State has the only functions that know ids: each is an
extension of StateTable. An expression for an id that is not understood here is an error.
"""

import re

from testkit.repository import ROOT
from testkit.sources.swift_text import calls, enclosed, functions

STATE = ROOT / "Sources/State"
_ACTIONS = {"getItem", "batchGetItem", "putItem", "updateItem", "deleteItem", "transactWriteItems", "query"}
# Each update of a transaction needs the permission of its own. Source: DynamoDB Developer Guide, "Using IAM with
# DynamoDB transactions".
_PERMISSIONS = {"transactWriteItems": "updateItem"}
LANES = set(re.findall(r"^    case (\w+)$", (ROOT / "Sources/Outbox/Lane.swift").read_text(), re.M))


def _pattern(literal):
    """A string literal as a pattern of dynamodb:LeadingKeys: `alert#*`."""
    return re.sub(r"\\\(.*", "*", literal)


def _ids():
    """What names of ids stand for, e.g. {"Declaration.itemID": "emergency#current"}."""
    found = {}
    # Names of prefixes first: other files use them.
    for path in sorted(STATE.glob("*.swift"), key=lambda path: (path.name != "StateTable+Outbox.swift", path.name)):
        text = path.read_text()
        kind = (re.search(r"^extension (\w+)", text, re.M) or ["", ""])[1]
        for name, literal in re.findall(r"static let (\w+) = \"([^\"]*#[^\"]*)\"", text):
            found[f"{kind}.{name}"] = literal
        for name, literal in re.findall(
            r"static func (\w+)\([^)]*\) -> String \{ \"([^\"]*#[^\"]*)\" \}", text
        ):
            found[f"{kind}.{name}"] = _pattern(literal)
        # A whole key.
        for name, literal in re.findall(
            r"func (\w+)\([^)]*\) -> DynamoDB\.Item \{ key\(\"([^\"]*#[^\"]*)\"\) \}", text
        ):
            found[name] = _pattern(literal)
        # Whole keys of ids that have one prefix.
        for name in re.findall(
            r"static func (\w+)\([^)]*\) -> \[DynamoDB\.Item\] \{\s*ids\.map \{ \[\"id\": \.string\(\$0\)\] \}", text
        ):
            (prefix,) = set(re.findall(r"\.hasPrefix\(Self\.(\w+)\)", text))
            found[f"{kind}.{name}"] = found[f"{kind}.{prefix}"] + "*"
        # Whole keys, each with an id that another function gives.
        for name, item in re.findall(
            r"static func (\w+)\([^)]*\) -> \[DynamoDB\.Item\] \{[^}]*\"id\": \.string\((\w+)\(", text
        ):
            found[f"{kind}.{name}"] = found[f"{kind}.{item}"]
    return found


class _Reading:
    """The ids in one function."""

    def __init__(self, function, ids):
        self.function, self.ids = function, ids

    def of(self, expression):
        """The patterns that an expression for an id, a key or an item stands for.

        `{("parameter", LABEL)}` if the caller passes it.
        """
        expression = expression.strip()
        if (whole := re.match(r"(\w+)\(", expression)) and whole[1] in self.ids:
            return {self.ids[whole[1]]}
        if "DynamoDB.Update(key: " in expression:
            return self.of(expression.partition("DynamoDB.Update(key: ")[2])
        key = re.search(r"\bkey\(", expression) or re.search(r"\"id\": \.string\(", expression)
        if key:
            return self.of(enclosed(expression, key.end() - 1))
        if literal := re.match(r'"([^"]*)"?', expression):
            return {_pattern(literal[1])}
        if named := re.match(r"([A-Z]\w*\.\w+)", expression):
            return {self.ids[named[1].replace("Self.", "StateTable.")]}
        if not (name := re.match(r"[a-z]\w*", expression) or re.match(r"Array\((\w+)", expression)):
            raise ValueError(f"{self.function.name}: {expression!r} is not understood")
        name = name[1] if name.re.groups else name[0]
        return self._local(name)

    def _local(self, name):
        body, function = self.function.body, self.function
        if single := re.search(rf"(?:let|var) {name}(?:: [^=]+)? =\s*(.*?\n)(?=\s*\S)", body, re.S):
            # A value that goes on in further lines is taken with them.
            return self.of(body[single.start(1) :].split("\n        let ")[0])
        if pair := re.search(rf"let \({name}, \w+\) =\s*switch [^{{]*", body):
            cases = enclosed(body, pair.end())
            return {p for first in re.findall(r": \(([^\n]*), \S+\)$", cases, re.M) for p in self.of(first)}
        if name in function.parameters:
            return {("parameter", function.labels[function.parameters.index(name)])}
        raise ValueError(f"{function.name}: {name} is not understood")


def _methods():
    """(action, pattern) pairs by (name, labels) of a method of StateTable, those of its helpers included."""
    ids = _ids()
    every = {
        (f.name, f.labels): f
        for path in sorted(STATE.glob("StateTable*.swift"))
        for f in functions(path.read_text())
        if f.name not in ("run", "key")
    }
    known = {}

    def summary(which):
        if which in known:
            return known[which]
        function = every[which]
        reading, found = _Reading(function, ids), set()
        for name, given in calls(function.body):
            labels = tuple(label for label, _ in given)
            if name in _ACTIONS:
                by = dict(given)
                name = _PERMISSIONS.get(name, name)
                action = "dynamodb:" + name[0].upper() + name[1:]
                if name == "query":
                    # By the partition key of the index.
                    found |= {(action, lane) for lane in LANES}
                    continue
                item = by.get("key") or by.get("item") or by.get("updates") or by["keys"]
                found |= {(action, pattern) for pattern in reading.of(item)}
            elif (name, labels) in every and (name, labels) != which:
                for action, pattern in summary((name, labels)):
                    if isinstance(pattern, tuple):
                        found |= {(action, p) for p in reading.of(dict(given)[pattern[1]])}
                    else:
                        found.add((action, pattern))
        known[which] = found
        return found

    return {which: summary(which) for which in every}


def used_by(paths):
    """{(action, pattern of dynamodb:LeadingKeys)} of what the files at `paths` call."""
    methods = _methods()
    used = set()
    for path in paths:
        text = path.read_text()
        for name, given in calls(text):
            # A closure that the file is given.
            if f".{name}(" not in text and re.search(rf"\b{name}: [A-Z]", text):
                continue
            used |= methods.get((name, tuple(label for label, _ in given)), set())
    assert not any(isinstance(pattern, tuple) for _, pattern in used), used
    return used
