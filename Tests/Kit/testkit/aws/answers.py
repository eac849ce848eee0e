"""Responses in AWS's protocols, each as (status, headers, body)."""

import json
from xml.sax.saxutils import escape


def xml(operation, **result):
    """A response in the Query protocol. A list becomes `<member>` elements."""
    body = f"<{operation}Response><{operation}Result>{_elements(result)}</{operation}Result></{operation}Response>"
    return 200, {"Content-Type": "text/xml"}, body.encode()


def _elements(value):
    if isinstance(value, dict):
        return "".join(f"<{key}>{_elements(item)}</{key}>" for key, item in value.items())
    if isinstance(value, list):
        return "".join(f"<member>{_elements(item)}</member>" for item in value)
    return escape(str(value))


def reply(value):
    """A response in the JSON protocols."""
    return 200, {"Content-Type": "application/x-amz-json-1.1"}, json.dumps(value).encode()


def refusal(request, code, status=403):
    """An error response in the protocol of the request."""
    if "x-www-form-urlencoded" in request.header("content-type"):
        body = (
            f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>the test says so"
            "</Message></Error><RequestId>fault</RequestId></ErrorResponse>"
        )
        return status, {"Content-Type": "text/xml"}, body.encode()
    body = json.dumps({"__type": code, "message": "the test says so"})
    return status, {"Content-Type": "application/x-amz-json-1.1"}, body.encode()
