"""How a failure reaches Lambda: what the handler throws, at the start and later."""

import json

import pytest

from testkit.runtime.answers import drop, with_length
from testkit.runtime.stand_in import Invocation, StandIn

COUNT = 100
ALL = [StandIn.id(index) for index in range(COUNT)]
TEXTS = [
    "plain",
    "",
    'quotes " and \\ and /',
    "lines\r\nand\ttabs",
    "\x00\x01\x1f\x7f",
    "\u2028 \u202e \U0001f4a3 \ufeff é",
    "Lambda-Runtime: forged\r\n\r\nHTTP/1.1 200 OK",
]


def failing(text):
    return json.dumps({"fail": text}).encode()


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_an_error_says_what_the_handler_threw(probe, start, text):
    function = start(probe, [Invocation(failing(text))] * COUNT)
    errors = function.finish()
    assert function.api.posted("error") == ALL
    assert function.api.posted("response") == []
    for post in function.api.posts:
        assert json.loads(post.body) == {"errorMessage": text, "errorType": "OrderedFailure"}
        assert post.headers["content-type"] == "application/json"
        assert post.headers["lambda-runtime-function-error-type"] == "Function.OrderedFailure"
    records = [json.loads(line) for line in errors.splitlines()]
    assert [record["requestId"] for record in records] == ALL
    assert {record["metadata"]["errorMessage"] for record in records} == {text}


def test_a_very_long_error_is_cut_between_characters(probe, start):
    function = start(probe, [Invocation(failing("a" + "é" * 500_000))])
    function.finish()
    message = json.loads(function.api.posts[0].body)["errorMessage"]
    assert message.strip("aé") == "…" and 16_000 < len(message.encode()) < 16_500


@pytest.mark.parametrize(
    "event",
    [b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"fail":5}', b"[" * 100_000, b"x" * 256_000],
    ids=["empty", "null", "list", "open", "bytes", "type", "deep", "long"],
)
def test_an_event_that_does_not_decode_is_an_error_of_its_invocation(probe, start, event):
    function = start(probe, [Invocation(event), Invocation(b"{}")])
    function.finish()
    assert function.api.posted("error") == ALL[:1]
    assert function.api.posted("response") == ALL[1:2]
    body = json.loads(function.api.posts[0].body)
    assert body["errorMessage"].startswith("the event cannot be read: ")


@pytest.mark.parametrize("status", ["400 Bad Request", "403 Forbidden", "413 Payload Too Large"])
def test_a_refused_error_concerns_its_invocation_alone(probe, start, status):
    answers = lambda: [with_length(status)]
    function = start(probe, [Invocation(failing("no"), answers=answers()) for _ in range(COUNT)])
    function.finish()
    assert function.api.posted("error") == ALL


def test_500_to_an_error_ends_the_process(probe, start):
    answer = with_length("500 Internal Server Error")
    function = start(probe, [Invocation(failing("no"), answers=[answer]), Invocation(b"{}")])
    assert function.status() == 1
    assert [post.target.rpartition("/")[2] for post in function.api.posts] == ["error"]


def test_an_error_post_without_an_answer_is_sent_again(probe, start):
    function = start(probe, [Invocation(failing("no"), answers=[drop]) for _ in range(COUNT)])
    function.finish()
    assert sorted(set(function.api.posted("error"))) == ALL


@pytest.mark.parametrize(
    "answer",
    [None, drop]
    + [with_length(s) for s in ("202 Accepted", "403 Forbidden", "500 Internal Server Error")],
    ids=["default", "drop", "202", "403", "500"],
)
def test_a_function_that_cannot_start_says_why_and_ends(probe, start, answer):
    reason = 'the plan is "missing"\nhint: add plan.json'
    function = start(probe, [Invocation()], {"PROBE_INIT_FAILS": reason}, init_error_answer=answer)
    assert function.status() == 1
    assert {post.target for post in function.api.posts} == {"/2018-06-01/runtime/init/error"}
    post = function.api.posts[0]
    assert json.loads(post.body) == {"errorMessage": reason, "errorType": "OrderedFailure"}
    assert post.headers["lambda-runtime-function-error-type"] == "Runtime.OrderedFailure"
    record = json.loads(function.process.stderr.readline())
    assert record["level"] == "FATAL" and "requestId" not in record
