"""Checks one AWS request: its signature, its model, and whether botocore would send the same."""

import json
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from botocore.serialize import create_serializer
from botocore.validate import ParamValidator

from testkit.aws import request_reader, service_models, signature_check


class Request:
    """A request as it was received. `target` is path and query, `headers` is a Message."""

    def __init__(self, method, target, headers, body):
        self.method, self.target, self.headers, self.body = method, target, headers, body
        self.path, _, query = target.partition("?")
        self.query = parse_qs(query, keep_blank_values=True)

    def header(self, name):
        return self.headers.get(name, "")


class Rejected(Exception):
    """AWS would not understand the request, or botocore would not send it."""


def check(request, secrets):
    """Returns "service:Operation"; raises Rejected with the reason."""
    name = "?"
    try:
        scope = signature_check.Scope(request) if request.header("authorization") else None
        operation, protocol = service_models.find_operation(request, scope and scope.service)
        name = f"{operation.service_model.service_name}:{operation.name}"
        if scope is not None:
            signature_check.check(request, scope, secrets)
        elif operation.auth_type != "none" and operation.auth != ["smithy.api#noAuth"]:
            raise signature_check.BadSignature("the request is not signed")
        parameters = request_reader.read(request, operation, protocol)
        if operation.input_shape is not None:
            _validate(parameters, operation.input_shape)
        _compare(request, operation, protocol, parameters)
    except (
        service_models.NoSuchOperation,
        signature_check.BadSignature,
        request_reader.Unreadable,
        Rejected,
    ) as error:
        raise Rejected(f"{name}: {error}") from None
    return name


def _validate(parameters, shape):
    report = ParamValidator().validate(parameters, shape)
    if report.has_errors():
        raise Rejected(report.generate_report())
    _validate_limits(parameters, shape, "")


def _validate_limits(value, shape, path):
    """Checks enums and maximum lengths, which botocore's validator leaves to the service."""
    if shape.type_name == "structure":
        for name, member in value.items():
            _validate_limits(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for item in value:
            _validate_limits(item, shape.member, f"{path}[]")
    elif shape.type_name == "map":
        for item in value.values():
            _validate_limits(item, shape.value, f"{path}{{}}")
    enum = getattr(shape, "enum", None)
    if enum and value not in enum:
        raise Rejected(f"{path} is none of {', '.join(enum)}: {value!r}")
    maximum = shape.metadata.get("max")
    if maximum is not None and shape.type_name in ("string", "blob", "list", "map"):
        if len(value) > maximum:
            raise Rejected(f"{path} is longer than {maximum}")


def _compare(request, operation, protocol, parameters):
    twin = create_serializer(protocol).serialize_to_request(parameters, operation)
    if request.method != twin["method"]:
        raise Rejected(f"the method is {request.method}, botocore sends {twin['method']}")
    path, _, fixed = twin["url_path"].partition("?")
    _same("path", unquote(request.path), unquote(path))
    query = twin["query_string"]
    pairs = list(query.items()) if isinstance(query, dict) else parse_qsl(query)
    pairs += parse_qsl(fixed, keep_blank_values=True)
    expected = {}
    for key, value in pairs:
        values = value if isinstance(value, list) else [value]
        expected.setdefault(key, []).extend(str(item) for item in values)
    _same("query", request.query, expected)
    for name, value in twin["headers"].items():
        if name.lower() != "content-type" or request.body:
            _same(name, request.header(name).lower(), str(value).lower())
    _compare_bodies(request, protocol, twin["body"])


def _compare_bodies(request, protocol, body):
    if protocol in ("query", "ec2"):
        _same("body", dict(parse_qsl(request.body.decode(), keep_blank_values=True)), _texts(body))
    elif isinstance(body, bytes) and "json" in protocol and body:
        try:
            _same("body", json.loads(request.body or b"{}"), json.loads(body))
        except ValueError:
            _same("body", request.body, body)
    elif protocol == "rest-json" and not body:
        _same("body", request.body in (b"", b"{}"), True)


def _texts(fields):
    return {name: str(value) for name, value in fields.items()}


def _same(what, ours, theirs):
    if ours != theirs:
        raise Rejected(f"the {what} is {ours!r}, botocore sends {theirs!r}")


def origin(url):
    """Host and port of an upstream URL."""
    parts = urlsplit(url)
    return parts.hostname, parts.port or 80
