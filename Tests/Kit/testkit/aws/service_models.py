"""Finds the service and the operation of a request in botocore's models."""

import functools
import gzip
import json
import os
import re
from collections import defaultdict
from urllib.parse import parse_qs, unquote

import botocore
import botocore.session

# Services with operations that are called without a signature.
UNSIGNED = ["sts", "sso", "sso-oidc"]

_session = botocore.session.get_session()


class NoSuchOperation(Exception):
    """No model has an operation for the request."""


@functools.cache
def services_by_signing_name():
    """Maps a signing name to names of botocore's models, from the metadata of each file."""
    names = defaultdict(list)
    data = os.path.join(os.path.dirname(botocore.__file__), "data")
    for service in sorted(os.listdir(data)):
        versions = sorted(
            version
            for version in (os.listdir(os.path.join(data, service)) if "." not in service else [])
            if os.path.exists(os.path.join(data, service, version, "service-2.json.gz"))
        )
        if not versions:
            continue
        with gzip.open(
            os.path.join(data, service, versions[-1], "service-2.json.gz"), "rt"
        ) as file:
            head = file.read(3000)
            if '"endpointPrefix"' in head:
                fields = dict(re.findall(r'"(signingName|endpointPrefix)":\s*"([^"]*)"', head))
            else:
                fields = json.loads(head + file.read())["metadata"]
        names[fields.get("signingName") or fields["endpointPrefix"]].append(service)
    return dict(names)


@functools.cache
def model(service):
    """botocore's model of a service."""
    return _session.get_service_model(service)


def find_operation(request, signing_name):
    """The operation's model and its protocol.

    `signing_name` is that of the credential scope, or None for a request without a signature.
    """
    if signing_name is None:
        services = UNSIGNED
    else:
        services = services_by_signing_name().get(signing_name, [])
    if not services:
        raise NoSuchOperation(f'no service signs as "{signing_name}"')
    for service in services:
        for protocol in model(service).metadata.get("protocols") or [model(service).protocol]:
            operation = _match(model(service), protocol, request)
            if operation is not None:
                return operation, protocol
    what = "not signed, and " if signing_name is None else ""
    raise NoSuchOperation(
        f"{what}no operation of {', '.join(services)} looks like {request.method} {request.target}"
    )


def _match(service, protocol, request):
    if protocol == "json":
        prefix, _, name = request.header("x-amz-target").rpartition(".")
        known = prefix == service.metadata.get("targetPrefix")
    elif protocol in ("query", "ec2"):
        fields = parse_qs(request.body.decode("utf-8", "replace"))
        name = fields.get("Action", [""])[0]
        known = fields.get("Version") == [service.api_version]
    elif protocol in ("rest-json", "rest-xml"):
        name = _match_path(service, request)
        known = name is not None
    else:
        return None
    return service.operation_model(name) if known and name in service.operation_names else None


def _match_path(service, request):
    """The operation with the most specific match of method, path and fixed query fields."""
    best = None
    for name, (method, template) in _rest_operations(service.service_name).items():
        path, _, query = template.partition("?")
        fixed = [pair.partition("=")[::2] for pair in query.split("&") if pair]
        fits = (
            method == request.method
            and path_parameters(path, request.path) is not None
            and all(request.query.get(key) == [value] for key, value in fixed)
            and _has_what_it_requires(service.operation_model(name), request)
        )
        score = (len(fixed), len(re.sub(r"{[^}]*}", "", path)))
        if fits and (best is None or score > best[0]):
            best = (score, name)
    return best and best[1]


def _has_what_it_requires(operation, request):
    """Whether the request has all required headers and query fields.

    This distinguishes operations with equal paths, e.g. CopyObject and PutObject.
    """
    shape = operation.input_shape
    for name in shape.required_members if shape else []:
        member = shape.members[name]
        wire = member.serialization.get("name", name)
        place = member.serialization.get("location")
        if place == "header" and not request.header(wire):
            return False
        if place == "querystring" and wire not in request.query:
            return False
    return True


@functools.cache
def _rest_operations(service):
    operations = {}
    for name in model(service).operation_names:
        http = model(service).operation_model(name).http
        operations[name] = (http["method"], http["requestUri"])
    return operations


def path_parameters(template, path):
    """The labels of a path template with their values; None if the path does not match."""
    pattern = "".join(
        f"(?P<{_group(part)}>{'.+' if part.endswith('+}') else '[^/]+'})"
        if part.startswith("{")
        else re.escape(part)
        for part in re.split(r"({[^}]*})", template)
    )
    found = re.fullmatch(pattern, path)
    if found is None:
        return None
    labels = {
        _group(label): label.strip("{}").rstrip("+") for label in re.findall(r"{[^}]*}", template)
    }
    return {labels[group]: unquote(value) for group, value in found.groupdict().items()}


def _group(label):
    return "g_" + re.sub(r"\W", "_", label.strip("{}").rstrip("+"))
