"""AWS's services for the functions under test, on one port of loopback: a thread for each connection."""

import json
import re
import socket
import threading
import time
import urllib.parse
from dataclasses import dataclass

from testkit.faults.table import Refused

SCOPE = re.compile(r"Credential=([^/]+)/\d{8}/([^/]+)/([^/]+)/")


@dataclass
class Call:
    """One request: who sent it (the access key), and what it asks for."""

    who: str
    region: str
    service: str
    operation: str
    request: dict
    path: str = ""

    @property
    def target(self):
        """What it is about: a topic, a function, a queue, or the kind of an item."""
        request = self.request
        key = request.get("Key") or request.get("Item") or {}
        return (
            request.get("TopicArn")
            or request.get("QueueUrl")
            or key.get("id", {}).get("S", "").partition("#")[0]
            or self.path
        )


class Close(Exception):
    """The connection ends without an answer."""


class Server:
    """Passes every call to `handle(call)`, which returns the answer as a dictionary or raises Refused."""

    def __init__(self, handle):
        self.handle = handle
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        self.open = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        for one in [self.listener, *self.open]:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()

    def _accept(self):
        while True:
            try:
                accepted, _ = self.listener.accept()
            except OSError:
                return
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.open.add(accepted)
            threading.Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _serve(self, accepted):
        try:
            stream = accepted.makefile("rb")
            while True:
                request = read(stream)
                if request is None:
                    return
                accepted.sendall(self._answer(*request))
        except (OSError, Close, ValueError):
            pass
        finally:
            self.open.discard(accepted)
            accepted.close()

    def _answer(self, path, headers, body):
        call = parsed(path, headers, body)
        try:
            return written(call, 200, self.handle(call))
        except Refused as refused:
            status = refused.body.pop("status", 400)
            return written(call, status, refused.body, refused.code)


def read(stream):
    line = stream.readline()
    if not line:
        return None
    _, path, _ = line.decode().split(" ")
    headers = {}
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    return path, headers, stream.read(int(headers.get("content-length", 0)))


def parsed(path, headers, body):
    scope = SCOPE.search(headers.get("authorization", ""))
    who, region, service = scope.groups() if scope else ("", "", "")
    target = headers.get("x-amz-target", "").rpartition(".")[2]
    if target:
        return Call(who, region, service, target, json.loads(body))
    if service == "lambda":
        name = urllib.parse.unquote(path.split("/")[3])
        return Call(who, region, service, "Invoke", {"payload": body}, name)
    form = dict(urllib.parse.parse_qsl(body.decode()))
    return Call(who, region, service, form.get("Action", ""), form)


def written(call, status, answer, code=None):
    if call.service == "sns":
        kind = "text/xml"
        body = (
            f"<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error>"
            "<RequestId>r</RequestId></ErrorResponse>"
            if code
            else f"<PublishResponse><PublishResult><MessageId>{answer['MessageId']}</MessageId>"
            "</PublishResult></PublishResponse>"
        ).encode()
    elif call.service == "lambda" and not code:
        kind, body, status = "application/json", b"", 202
    else:
        kind = "application/x-amz-json-1.0"
        body = json.dumps({**answer, **({"__type": code} if code else {})}).encode()
    date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nDate: {date}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
