"""Requests and responses in AWS's protocols, by botocore's models."""

import functools
import itertools
import json
import re
from xml.sax.saxutils import escape

from moto.core.serialize import get_serializer_class
from moto.core.utils import get_service_model

from testkit.aws import request_reader, service_models

SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")
numbers = itertools.count(1)


class Refused(Exception):
    """An error of the service."""

    def __init__(self, code, message, status=400):
        super().__init__(f"{code}: {message}")
        self.code, self.message, self.status = code, message, status


class Call:
    """A request as an operation with parameters.

    key     the id of the access key; None without a signature
    name    "service:Operation"
    given   the parameters, as botocore's clients take them
    """

    def __init__(self, request):
        found = SCOPE.search(request.header("authorization"))
        self.key, self.region, service = found.groups() if found else (None, "us-east-1", None)
        self.operation, self.protocol = _operation(request, service)
        self.service = self.operation.service_model.service_name
        self.name = f"{self.service}:{self.operation.name}"
        self.given = request_reader.read(request, self.operation, self.protocol)
        self.request = request

    def answer(self, result):
        """The response that carries a result, a dictionary as botocore's clients return it."""
        serializer = _serializer(self.service, self.operation.name, self.protocol)
        made = serializer.serialize(result or {})
        body = made["body"] or b""
        headers = {"x-amzn-RequestId": f"standin-{next(numbers)}"} | made["headers"]
        return made["status_code"], headers, body if isinstance(body, bytes) else body.encode()

    def refusal(self, error):
        """The response that carries an error."""
        headers = {"x-amzn-RequestId": f"standin-{next(numbers)}"}
        if self.protocol in ("query", "ec2"):
            body = (
                f"<ErrorResponse><Error><Type>Sender</Type><Code>{error.code}</Code>"
                f"<Message>{escape(error.message)}</Message></Error><RequestId>standin</RequestId></ErrorResponse>"
            )
            return error.status, headers | {"Content-Type": "text/xml"}, body.encode()
        if self.protocol == "rest-xml":
            body = f"<Error><Code>{error.code}</Code><Message>{escape(error.message)}</Message></Error>"
            return error.status, headers | {"Content-Type": "application/xml"}, body.encode()
        body = json.dumps({"__type": error.code, "message": error.message})
        headers |= {"Content-Type": "application/x-amz-json-1.1", "x-amzn-ErrorType": error.code}
        return error.status, headers, body.encode()


def _operation(request, service):
    target = request.header("x-amz-target")
    if target:
        return _by_target(service, target) or service_models.find_operation(request, service)
    if "x-www-form-urlencoded" in request.header("content-type"):
        return service_models.find_operation(request, service)
    return _by_path(_Shape(request), service)


@functools.lru_cache(maxsize=None)
def _by_target(service, target):
    for name in service_models.services_by_signing_name().get(service, []):
        model = service_models.model(name)
        prefix, _, operation = target.rpartition(".")
        if prefix == model.metadata.get("targetPrefix") and operation in model.operation_names:
            return model.operation_model(operation), "json"
    return None


class _Shape:
    """What of a REST request decides which operation it is; equal for equal shapes."""

    def __init__(self, request):
        self.method, self.target, self.path = request.method, request.target, request.path
        self.query, self.body = request.query, b""
        self.headers = frozenset(name.lower() for name in request.headers)

    def header(self, name):
        return "yes" if name.lower() in self.headers else ""

    def __hash__(self):
        return hash((self.method, self.target, self.headers))

    def __eq__(self, other):
        return (self.method, self.target, self.headers) == (other.method, other.target, other.headers)


@functools.lru_cache(maxsize=4096)
def _by_path(shape, service):
    return service_models.find_operation(shape, service)


@functools.lru_cache(maxsize=None)
def _serializer(service, operation, protocol):
    model = get_service_model(service).operation_model(operation)
    return get_serializer_class(service, protocol)(operation_model=model)
