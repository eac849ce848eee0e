"""Reads the parameters of a request by the service's model: the inverse of a serializer."""

import base64
import binascii
import datetime
import json
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qsl

from botocore.utils import parse_timestamp

from testkit.aws.service_models import path_parameters


class Unreadable(Exception):
    """The request does not fit the model."""


def read(request, operation, protocol):
    """The operation's parameters as botocore's clients take them."""
    shape = operation.input_shape
    if protocol in ("query", "ec2"):
        return _form(request, shape, protocol)
    if protocol == "json":
        return _json(shape, _document(request.body or b"{}"), "") if shape else {}
    return _rest(request, operation, protocol)


def _document(body):
    def pairs(members):
        names = [name for name, _ in members]
        if len(set(names)) != len(names):
            raise Unreadable("a JSON object names a member twice")
        return dict(members)

    try:
        return json.loads(body, object_pairs_hook=pairs)
    except ValueError as error:
        raise Unreadable(f"the body is no JSON: {error}") from None


def _json(shape, value, path):
    kind = shape.type_name
    if kind == "structure" and not getattr(shape, "is_document_type", False):
        if not isinstance(value, dict):
            raise Unreadable(f"{path or 'the body'} is no object")
        members = {m.serialization.get("name", n): (n, m) for n, m in shape.members.items()}
        result = {}
        for name, member in value.items():
            if name not in members:
                raise Unreadable(f"{path}.{name} is unknown")
            if member is None:
                raise Unreadable(f"{path}.{name} is null")
            name, member_shape = members[name]
            result[name] = _json(member_shape, member, f"{path}.{name}")
        return result
    if kind == "list" and isinstance(value, list):
        return [_json(shape.member, item, f"{path}[{i}]") for i, item in enumerate(value)]
    if kind == "map" and isinstance(value, dict):
        return {key: _json(shape.value, item, f"{path}[{key!r}]") for key, item in value.items()}
    if kind in ("timestamp", "blob"):
        return _scalar(shape, value, path)
    return value


def _scalar(shape, value, path):
    """Text (or a number of seconds) -> the Python value of the shape."""
    kind = shape.type_name
    try:
        if kind == "timestamp":
            return parse_timestamp(value).astimezone(datetime.timezone.utc)
        if kind == "blob":
            return base64.b64decode(value, validate=True)
        if kind in ("integer", "long"):
            return int(value)
        if kind in ("float", "double"):
            return float(value)
        if kind == "boolean":
            return {"true": True, "false": False}[value]
        return value
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise Unreadable(f"{path} is no {kind}: {value!r}") from None


def _form(request, shape, protocol):
    try:
        pairs = parse_qsl(
            request.body.decode("utf-8"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
        )
    except ValueError as error:
        raise Unreadable(f"the body is no form: {error}") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Unreadable("a field comes twice")
    for name in ("Action", "Version"):
        fields.pop(name, None)
    result = _fields(shape, fields, "", protocol) if shape else {}
    if fields:
        raise Unreadable(f"unknown: {', '.join(sorted(fields))}")
    return result or {}


def _fields(shape, fields, prefix, protocol):
    """Removes the fields of this shape and returns their value; None if there are none."""
    if shape.type_name == "structure":
        return _form_structure(shape, fields, prefix, protocol)
    if shape.type_name in ("list", "map"):
        return _form_entries(shape, fields, prefix, protocol)
    return _scalar(shape, fields.pop(prefix), prefix) if prefix in fields else None


def _form_structure(shape, fields, prefix, protocol):
    result = {}
    for name, member in shape.members.items():
        wire = member.serialization.get("name", name)
        if member.type_name == "list" and member.serialization.get("flattened"):
            wire = member.member.serialization.get("name", wire)
        if protocol == "ec2":
            wire = member.serialization.get("queryName", wire[:1].upper() + wire[1:])
        value = _fields(member, fields, f"{prefix}.{wire}" if prefix else wire, protocol)
        if value is not None:
            result[name] = value
    return result or None


def _form_entries(shape, fields, prefix, protocol):
    is_map = shape.type_name == "map"
    flattened = shape.serialization.get("flattened") or (protocol == "ec2" and not is_map)
    if fields.get(prefix) == "" and not is_map:
        del fields[prefix]
        return []
    if not flattened:
        inner = shape.member.serialization.get("name", "member") if not is_map else "entry"
        prefix = f"{prefix}.{inner}"
    entries = []
    while any(
        name == f"{prefix}.{len(entries) + 1}" or name.startswith(f"{prefix}.{len(entries) + 1}.")
        for name in fields
    ):
        entry = f"{prefix}.{len(entries) + 1}"
        if is_map:
            key = f"{entry}.{shape.key.serialization.get('name', 'key')}"
            value = f"{entry}.{shape.value.serialization.get('name', 'value')}"
            entries.append((fields.pop(key, None), _fields(shape.value, fields, value, protocol)))
        else:
            entries.append(_fields(shape.member, fields, entry, protocol))
    return (dict(entries) if is_map else entries) if entries else None


def _rest(request, operation, protocol):
    shape, result = operation.input_shape, {}
    if shape is None:
        return result
    labels = path_parameters(operation.http["requestUri"].partition("?")[0], request.path) or {}
    query, payload = dict(request.query), shape.serialization.get("payload")
    body_members = {}
    for name, member in shape.members.items():
        place = member.serialization.get("location")
        wire = member.serialization.get("name", name)
        if place == "uri" and wire in labels:
            result[name] = _scalar(member, labels[wire], name)
        elif place == "querystring" and wire in query:
            values = query.pop(wire)
            is_list = member.type_name == "list"
            texts = [_scalar(member.member if is_list else member, v, name) for v in values]
            result[name] = texts if is_list else texts[0]
        elif place == "header" and request.header(wire):
            result[name] = _scalar(member, request.header(wire), name)
        elif place is None:
            body_members[wire] = (name, member)
    if request.body:
        result.update(_rest_body(request, shape, payload, body_members, protocol))
    return result


def _rest_body(request, shape, payload, members, protocol):
    target = shape.members[payload] if payload else None
    if target is not None and target.type_name in ("blob", "string"):
        return {payload: request.body.decode() if target.type_name == "string" else request.body}
    if protocol == "rest-json":
        document = _document(request.body)
        if target is not None:
            return {payload: _json(target, document, payload)}
        unknown = set(document) - set(members)
        if unknown:
            raise Unreadable(f"unknown: {', '.join(sorted(unknown))}")
        return {
            members[wire][0]: _json(members[wire][1], value, wire)
            for wire, value in document.items()
        }
    try:
        root = ElementTree.fromstring(request.body)
    except ElementTree.ParseError as error:
        raise Unreadable(f"the body is no XML: {error}") from None
    value = _xml(target or shape, root, "")
    return {payload: value} if payload else value


def _xml(shape, element, path):
    if shape.type_name == "structure":
        members = {m.serialization.get("name", n): (n, m) for n, m in shape.members.items()}
        result = {}
        for child in element:
            tag = child.tag.rpartition("}")[2]
            if tag not in members:
                raise Unreadable(f"{path}.{tag} is unknown")
            name, member = members[tag]
            if member.type_name == "list" and member.serialization.get("flattened"):
                result.setdefault(name, []).append(_xml(member.member, child, f"{path}.{name}"))
            else:
                result[name] = _xml(member, child, f"{path}.{name}")
        return result
    if shape.type_name == "list":
        return [_xml(shape.member, child, path) for child in element]
    return _scalar(shape, element.text or "", path)
