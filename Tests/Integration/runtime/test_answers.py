"""What the function does with every answer to its posts."""

import pytest

from testkit.runtime.answers import accepted, before_body, drop, raw, reset, with_length
from testkit.runtime.stand_in import Invocation, StandIn

COUNT = 100
ALL = [StandIn.id(index) for index in range(COUNT)]


def invocations(answers=lambda index: [], event=lambda index: b'{"n":%d}' % index):
    return [Invocation(event=event(i), answers=answers(i)) for i in range(COUNT)]


def test_every_event_is_answered_once_with_its_own_bytes(echo, start):
    function = start(echo, invocations())
    function.finish()
    assert function.api.posted("response") == ALL
    assert function.api.posted("error") == []
    assert [post.body for post in function.api.posts] == [b'{"n":%d}' % i for i in range(COUNT)]
    assert {post.connection for post in function.api.posts} == {1}, "one connection for all"
    assert {post.headers["content-type"] for post in function.api.posts} == {"application/json"}


@pytest.mark.parametrize(
    "status",
    ["413 Payload Too Large", "400 Bad Request", "403 Forbidden", "404 Not Found", "202 Accepted"]
    + ["200 OK", "204 No Content", "302 Found", "429 Slow Down", "503 Busy", "599 Odd"],
)
def test_a_refused_response_concerns_its_invocation_alone(echo, start, status):
    function = start(echo, invocations(lambda _: [with_length(status, b"")]))
    function.finish()
    assert function.api.posted("response") == ALL
    assert function.api.posted("error") == [], "Lambda has failed the invocation already"


def test_a_refusal_is_logged_with_the_request_id(echo, start):
    function = start(echo, [Invocation(answers=[with_length("413 Payload Too Large")])])
    errors = function.finish()
    assert "too large" in errors and StandIn.id(0) in errors


def test_500_to_a_response_ends_the_process(echo, start):
    answers = lambda index: [with_length("500 Internal Server Error")] if index == 50 else []
    function = start(echo, invocations(answers))
    assert function.status() == 1
    assert function.api.posted("response") == ALL[:51]


def test_a_body_beside_the_refusal_does_not_disturb_the_next_event(echo, start):
    function = start(echo, invocations(lambda _: [with_length("400 Bad Request", b"x" * 300_000)]))
    function.finish()
    assert [post.body for post in function.api.posts] == [b'{"n":%d}' % i for i in range(COUNT)]


@pytest.mark.parametrize(
    "action",
    [
        drop,
        reset,
        raw(b"HTTP/1.1 2"),
        raw(b"HTTP/1.1 202 Accepted\r\nContent-Le"),
        raw(b"HTTP/1.1 202 Accepted\r\nContent-Length: 99\r\n\r\nhalf"),
        raw(b"HTTP/1.1 banana\r\n\r\n"),
        raw(b"hello\r\n"),
        before_body(drop),
        before_body(reset),
    ],
    ids=["close", "reset", "status", "header", "body", "garbage", "no-http"]
    + ["close-unread", "reset-unread"],
)
@pytest.mark.parametrize("size", [10, 300_000])
def test_a_post_without_an_answer_is_sent_again(echo, start, action, size):
    body = b"[%s]" % (b"1" * size)
    function = start(echo, invocations(lambda _: [action], lambda _: body))
    function.finish()
    answered = function.api.posted("response")
    assert sorted(set(answered)) == ALL
    assert len(answered) <= 2 * COUNT, "twice each at most"
    assert {len(post.body) for post in function.api.posts} == {len(body)}
    assert function.api.posted("error") == []


def test_a_post_never_answered_is_given_up_and_the_next_event_served(echo, start):
    function = start(echo, invocations(lambda _: [drop] * 20))
    function.finish()
    assert sorted(set(function.api.posted("response"))) == ALL


def test_a_response_above_the_limit_is_refused_before_it_is_sent(echo, start):
    too_long = b"x" * 6_291_557
    function = start(
        echo,
        [Invocation(event=too_long), Invocation(event=too_long[1:]), Invocation(event=b"1")],
    )
    function.finish()
    assert function.api.posted("error") == [StandIn.id(0)]
    assert function.api.posted("response") == [StandIn.id(1), StandIn.id(2)]
    assert b"6291557" in function.api.posts[0].body
    error_type = function.api.posts[0].headers["lambda-runtime-function-error-type"]
    assert error_type == "Function.ResponseSizeTooLarge"
    assert len(function.api.posts[1].body) == 6_291_556


def close_after(connection):
    return False


def reset_after(connection):
    connection.reset()
    return False


@pytest.mark.parametrize("ending", [close_after, reset_after])
def test_no_number_of_dead_kept_connections_stops_it(echo, start, ending):
    function = start(echo, invocations(), after_each_exchange=ending)
    function.finish()
    assert sorted(set(function.api.posted("response"))) == ALL
    assert function.api.connections >= COUNT


@pytest.mark.parametrize("ending", [drop, reset])
def test_a_kept_connection_that_dies_under_a_request_is_no_failure(echo, start, ending):
    # Each one is replaced by libcurl itself: a failure that has to be made up for would be logged.
    # Only under /next: at its sixth death libcurl before 8.17 gives up on a handle never reset.
    later = [Invocation(faults=[ending]) for _ in range(COUNT)]
    function = start(echo, [Invocation()] + later)
    assert function.finish() == ""
    assert sorted(set(function.api.posted("response"))) == ALL + [StandIn.id(COUNT)]


@pytest.mark.parametrize("answer", [accepted, with_length("413 Payload Too Large")])
def test_it_stays_one_thread(echo, start, answer):
    function = start(echo, invocations(lambda _: [answer]))
    function.api.waiting.wait(60)
    with open("/proc/%d/status" % function.process.pid) as status:
        assert "Threads:\t1\n" in status.read()
    function.finish()
