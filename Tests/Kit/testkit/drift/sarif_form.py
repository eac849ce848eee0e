"""Validates SARIF 2.1.0 with the classes that pysarif generates from the schema."""

import dataclasses
import re
import types
import typing

import pysarif

# Those classes were generated from a draft in which this member had another name.
RENAMED = {(pysarif.Suppression, "state"): "status"}


def violations(value, kind=pysarif.SarifLog, where="log"):
    """The violations of a value that should have that type, one sentence each."""
    if kind is typing.Any:
        return []
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        # An optional member is left out; null is no value of its own.
        return violations(value, next(one for one in arguments if one is not type(None)), where)
    if origin is typing.Literal:
        return [] if value in arguments else [f"{where} is {value!r}, none of {arguments}"]
    if origin is list:
        if not isinstance(value, list):
            return [f"{where} is no array"]
        return [
            wrong
            for number, item in enumerate(value)
            for wrong in violations(item, arguments[0], f"{where}[{number}]")
        ]
    if dataclasses.is_dataclass(kind):
        return members(value, kind, where)
    # JSON has one kind of number, and its truth is no number.
    fits = isinstance(value, (int, float) if kind is float else kind)
    fits = fits and (kind is bool or not isinstance(value, bool))
    return [] if fits else [f"{where} is {value!r}, which is no {kind.__name__}"]


def members(value, kind, where):
    if not isinstance(value, dict):
        return [f"{where} is no object"]
    hints = typing.get_type_hints(kind)
    allowed, wrong = {}, []
    for field in dataclasses.fields(kind):
        name = RENAMED.get((kind, field.name)) or re.sub("_(.)", lambda m: m[1].upper(), field.name)
        allowed[name] = hints[field.name]
        unset = (field.default, field.default_factory)
        if name not in value and unset == (dataclasses.MISSING, dataclasses.MISSING):
            wrong.append(f"{where} has no {name}")
    for name, member in value.items():
        known = name.removeprefix("$")
        if known in allowed:
            wrong += violations(member, allowed[known], f"{where}.{name}")
        elif kind is not pysarif.PropertyBag:
            wrong.append(f"{where} has a member {name}")
    return wrong
