"""Recomputes the Signature Version 4 of a request with botocore."""

import datetime
import hashlib
import re

from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/ ]+)/(?P<date>\d{8})/(?P<region>[a-z0-9-]+)/"
    r"(?P<service>[a-z0-9-]+)/aws4_request, SignedHeaders=(?P<names>[a-z0-9;-]+), "
    r"Signature=(?P<signature>[0-9a-f]{64})"
)


class BadSignature(Exception):
    """The signature is wrong; the message says why."""


class Scope:
    """The credential scope and signature in a request's Authorization header."""

    def __init__(self, request):
        found = AUTHORIZATION.fullmatch(request.header("authorization"))
        if found is None:
            raise BadSignature(f"Authorization is malformed: {request.header('authorization')!r}")
        self.key, self.date, self.region, self.service = found.group(
            "key", "date", "region", "service"
        )
        self.names = found["names"].split(";")
        self.signature = found["signature"]


def check(request, scope, secrets):
    """Raises BadSignature unless botocore computes the same signature.

    `secrets` maps access key ids to (secret access key, session token or None).
    """
    if scope.key not in secrets:
        raise BadSignature(f"nobody knows the access key {scope.key}")
    secret, token = secrets[scope.key]
    if (request.header("x-amz-security-token") or None) != token:
        raise BadSignature("X-Amz-Security-Token is not that of the access key")
    _check_names(request, scope)
    _check_time(request, scope)
    digest = request.header("x-amz-content-sha256")
    if digest not in ("", "UNSIGNED-PAYLOAD", hashlib.sha256(request.body).hexdigest()):
        raise BadSignature("X-Amz-Content-SHA256 is not the digest of the body")

    kind = S3SigV4Auth if scope.service == "s3" else SigV4Auth
    signer = kind(Credentials(scope.key, secret, token), scope.service, scope.region)
    headers = {name: ",".join(request.headers.get_all(name, [])) for name in scope.names}
    twin = AWSRequest(
        request.method, f"http://{request.header('host')}{request.target}", headers, request.body
    )
    twin.context["timestamp"] = request.header("x-amz-date")
    canonical = signer.canonical_request(twin)
    expected = signer.signature(signer.string_to_sign(twin, canonical), twin)
    if expected != scope.signature:
        raise BadSignature(f"the signature is wrong; botocore signs this:\n{canonical}")


def _check_names(request, scope):
    if scope.names != sorted(scope.names):
        raise BadSignature("SignedHeaders are not in order")
    wanted = {"host", "x-amz-date"}
    wanted |= {name.lower() for name in request.headers if name.lower().startswith("x-amz-")}
    if request.header("content-type"):
        wanted.add("content-type")
    missing = wanted - set(scope.names)
    if missing:
        raise BadSignature(f"not signed: {', '.join(sorted(missing))}")
    absent = [name for name in scope.names if name not in request.headers]
    if absent:
        raise BadSignature(f"signed but not sent: {', '.join(absent)}")


def _check_time(request, scope):
    text = request.header("x-amz-date")
    try:
        time = datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ")
    except ValueError:
        raise BadSignature(f"X-Amz-Date is malformed: {text!r}") from None
    now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    if abs((time - now).total_seconds()) > 300:
        raise BadSignature(f"signed at {text}, which is over five minutes away")
    if scope.date != text[:8]:
        raise BadSignature("the date of the scope is not that of X-Amz-Date")
