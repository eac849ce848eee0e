"""Planned faults replace responses of the application; all others are unchanged."""

import http.client
import json
import urllib.error
import urllib.request

import pytest

from testkit.servers.web_server import Fault, WebServer


async def application(scope, receive, send):
    """Answers with what it was sent."""
    if scope["type"] == "lifespan":
        for kind in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{kind}.complete"})
        return
    body = (await receive())["body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].encode() + b" " + body})


@pytest.fixture
def server():
    with WebServer(application) as server:
        yield server


def ask(server, path, data=None):
    """Status, header fields and body."""
    try:
        with urllib.request.urlopen(server.url + path, data=data, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_the_application_answers_and_the_request_is_kept(server):
    assert ask(server, "/a%20b?c=d", b"sent")[2] == b"/a b sent"
    (request,) = server.requests
    assert (request.method, request.path, request.raw_path) == ("POST", "/a b", "/a%20b")
    assert (request.query, request.body) == ("c=d", b"sent")


def test_faults_come_in_turn_where_they_are_planned(server):
    server.plan("/a.*", Fault(503, {"why": "busy"}, {"retry-after": "1"}), None)
    status, headers, body = ask(server, "/ab")
    assert (status, headers["retry-after"], json.loads(body)) == (503, "1", {"why": "busy"})
    assert ask(server, "/b")[0] == 200
    assert ask(server, "/ab")[0] == 200


def test_the_last_fault_stays(server):
    server.plan("/", Fault(500, "a"), Fault(502, b"b"))
    assert [ask(server, "/")[::2] for _ in range(3)] == [(500, b"a"), (502, b"b"), (502, b"b")]


def test_a_cut_answer_is_shorter_than_it_says(server):
    server.plan("/", Fault(200, "half", cut=True))
    with pytest.raises(http.client.IncompleteRead):
        ask(server, "/")


def test_the_gate_stands_before_the_application():
    class Closed(WebServer):
        async def gate(self, request):
            if request.path == "/open":
                request.extra_headers = {"x-limit": "1"}
                return None
            return Fault(401, {})

    with Closed(application) as server:
        assert ask(server, "/")[0] == 401
        assert ask(server, "/open")[1]["x-limit"] == "1"
