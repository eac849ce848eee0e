"""Reads requests by botocore's models, and writes what AWS answers in CloudFormation's protocol."""

import base64
import json
import re
from xml.sax.saxutils import escape

from testkit.aws import request_reader, service_models
from testkit.policies.evaluation import Principal

TIME = "2026-01-01T00:00:00.000Z"


def parameters(operation, request):
    """The request's parameters as botocore's clients take them."""
    scope = request.header("authorization").split("/")
    model, protocol = service_models.find_operation(request, scope[3])
    return request_reader.read(request, model, protocol)


def region(request):
    return request.header("authorization").split("/")[2]


def refused(request, refusal):
    """The refusal as an error response in the protocol of the request."""
    kind = refusal.kind
    if "x-www-form-urlencoded" in request.header("content-type"):
        body = (
            f"<ErrorResponse><Error><Type>Sender</Type><Code>{kind.code}</Code>"
            f"<Message>{escape(refusal.message)}</Message></Error><RequestId>{kind.name}</RequestId></ErrorResponse>"
        )
        return kind.status, {"Content-Type": "text/xml"}, body.encode()
    body = json.dumps({"__type": kind.code, "message": refusal.message})
    return kind.status, {"Content-Type": "application/x-amz-json-1.1"}, body.encode()


def values(pairs):
    """A list of ParameterKey and ParameterValue as a dictionary; a previous value is None."""
    return {one["ParameterKey"]: one.get("ParameterValue") for one in pairs or ()}


def stack_member(identifier, name, status, given, reason=""):
    """A stack as DescribeStacks shows it."""
    pairs = "".join(
        f"<member><ParameterKey>{escape(key)}</ParameterKey>"
        f"<ParameterValue>{escape(str(value))}</ParameterValue></member>"
        for key, value in given.items()
    )
    return (
        f"<member><StackId>{identifier}</StackId><StackName>{name}</StackName>"
        f"<CreationTime>{TIME}</CreationTime><StackStatus>{status}</StackStatus>"
        f"<StackStatusReason>{escape(reason)}</StackStatusReason><Parameters>{pairs}</Parameters></member>"
    )


def event_member(identifier, name, refusal, kind, status, number):
    """A failed resource as DescribeStackEvents shows it."""
    return (
        f"<member><EventId>{number}</EventId><StackId>{identifier}</StackId><StackName>{name}</StackName>"
        f"<LogicalResourceId>{refusal.where}</LogicalResourceId><ResourceType>{kind}</ResourceType>"
        f"<Timestamp>{TIME}</Timestamp><ResourceStatus>{status}</ResourceStatus>"
        f"<ResourceStatusReason>{escape(refusal.reason())}</ResourceStatusReason></member>"
    )


def add_members(body, element, members):
    """Adds members to a list in a response, which may be empty."""
    body = re.sub(rf"<{element}\s*/>", f"<{element}></{element}>", body)
    return body.replace(f"</{element}>", f"{members}</{element}>", 1)


def principal(arn):
    """Who made a request, by the ARN of GetCallerIdentity."""
    account, path = arn.split(":")[4], arn.split(":", 5)[5]
    if path.startswith("assumed-role/"):
        return Principal("role", f"arn:{arn.split(':')[1]}:iam::{account}:role/{path.split('/')[1]}")
    if path == "root":
        return Principal("root", arn)
    return Principal("user", f"arn:{arn.split(':')[1]}:iam::{account}:{path}")


def headers_for(service, account, in_region="us-east-1", target=None):
    """Headers with which moto takes a request of this account; it checks no signature."""
    key = base64.b16encode(account.encode()).decode()[:16]
    head = {
        "Host": "moto",
        "x-moto-account-id": account,
        "Authorization": f"AWS4-HMAC-SHA256 Credential={key}/20260101/{in_region}/{service}/aws4_request, "
        "SignedHeaders=host, Signature=0",
        "Content-Type": "application/x-amz-json-1.1" if target else "application/x-www-form-urlencoded",
    }
    return head | ({"X-Amz-Target": target} if target else {})
