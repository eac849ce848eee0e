"""The AWS operations that the checker calls, by the role it uses; read from the Swift sources.

Each operation is a function of an enum in AWSClient/Services. A module can call the operations that its
text names. Files that use another role than the audit role are listed in MANAGEMENT or FUNCTION.
"""

import pathlib
import re

from testkit.repository import ROOT

SOURCES = pathlib.Path(ROOT) / "Sources"
SERVICES = SOURCES / "AWSClient/Services"

# What IAM calls a service where that is not the name in its signatures.
PREFIXES = {"monitoring": "cloudwatch"}

# Operations that need no permission of their own, or are no calls of the audit role.
FREE = {"sts:GetCallerIdentity"}

# Files that are run in the name of another than the account's audit role.
MANAGEMENT = ["Parts/Part+Organization.swift", "IdentityProviders/IdentityCenter/*.swift"]
FUNCTION = ["IdentityProviders/*.swift", "IdentityProviders/Okta/*.swift", "IdentityProviders/Entra/*.swift"]
# What the checker reads and writes in the state table; only the enricher updates what stands there, and only
# the command line takes a declaration away.
STATE = ["Declaration", "Heard", "Runs"]
OTHERS = {"dynamodb:UpdateItem", "dynamodb:DeleteItem"}


def _operations():
    """IAM action by (Swift type, Swift function)."""
    texts = [(path, path.read_text()) for path in sorted(SERVICES.glob("*.swift"))]
    services = {}
    for _, text in texts:
        about = re.search(r"public enum (\w+) \{\s+static let service = AWS\.Service\(\s*name: \"([\w-]+)\"", text)
        if about:
            services[about[1]] = PREFIXES.get(about[2], about[2])
    found = {}
    for _, text in texts:
        kind = re.search(r"^(?:public )?(?:enum|extension) (\w+)", text, re.M)[1]
        for body in re.split(r"(?=public static func )", text)[1:]:
            function = re.match(r"public static func (\w+)", body)[1]
            if "AWS.Operation<" not in body.split("{")[0]:
                continue
            name = re.search(r"(?:service, |let name = |\b(?!require)[a-z]\w*\(\s*)\"([A-Z]\w+)\"", body)
            assert name, f"no operation in {kind}.{function}"
            found[kind, function] = f"{services[kind]}:{name[1]}"
    return found


def used(paths, operations=None):
    """The actions of the operations that the files at `paths` name."""
    operations = operations or _operations()
    used = set()
    for path in paths:
        for kind, function in re.findall(r"\b([A-Z]\w+)\.(\w+)\(", path.read_text()):
            if (kind, function) in operations:
                used.add(operations[kind, function])
    return used - FREE


def by_role():
    """{"auditRole": […], "managementAuditRole": […], "function": […]}, each sorted.

    The audit role of the management account needs the operations of both lists.
    """
    operations = _operations()
    collector = SOURCES / "Collector"
    management = {path for glob in MANAGEMENT for path in collector.glob(glob)}
    function = {path for glob in FUNCTION for path in collector.glob(glob)}
    every = set(collector.rglob("*.swift"))
    function |= set((SOURCES / "Checker").rglob("*.swift"))
    function |= {SOURCES / "State" / f"StateTable+{name}.swift" for name in STATE}
    audit = used(every - management - function, operations)
    return {
        "auditRole": sorted(audit),
        "managementAuditRole": sorted(used(management, operations) - audit),
        "function": sorted(used(function, operations) - OTHERS),
    }
