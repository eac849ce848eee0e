"""What the function does with every way an event can come, or not come."""

import socket
import threading

import pytest

from testkit.runtime.answers import (
    by_length,
    drop,
    event_headers,
    head,
    in_chunks,
    raw,
    reset,
    with_length,
)
from testkit.runtime.stand_in import Invocation, StandIn

COUNT = 100
ALL = [StandIn.id(index) for index in range(COUNT)]


def part_of_event(index, sent, framing):
    """The beginning of an event, then the end of the connection."""

    def act(connection):
        fields = event_headers(index)
        if framing == "length":
            connection.send(head("200 OK", fields + [("Content-Length", 5000)]) + b"x" * sent)
        else:
            connection.send(head("200 OK", fields + [("Transfer-Encoding", "chunked")]))
            if sent:
                connection.send(b"1000\r\n" + b"x" * sent)
        return False

    return act


@pytest.mark.parametrize(
    "fault",
    [
        lambda _: drop,
        lambda _: reset,
        lambda _: raw(b"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Req"),
        lambda index: raw(head("200 OK", event_headers(index) + [("Content-Length", 10)])),
        lambda index: part_of_event(index, 2500, "length"),
        lambda index: part_of_event(index, 0, "chunked"),
        lambda index: part_of_event(index, 2500, "chunked"),
        lambda index: part_of_event(index, 4096, "chunked"),
    ],
    ids=["close", "reset", "headers", "no-body", "half-body", "no-chunk", "half-chunk", "no-end"],
)
def test_an_event_that_broke_off_is_fetched_again(echo, start, fault):
    function = start(echo, [Invocation(b"%d" % i, faults=[fault(i)]) for i in range(COUNT)])
    function.finish()
    assert function.api.posted("response") == ALL
    assert [post.body for post in function.api.posts] == [b"%d" % i for i in range(COUNT)]
    assert function.api.posted("error") == []


@pytest.mark.parametrize("fault", [drop, reset])
def test_a_long_row_of_failures_is_outlasted(echo, start, fault):
    function = start(echo, [Invocation(faults=[fault] * COUNT)])
    errors = function.finish()
    assert function.api.posted("response") == ALL[:1]
    assert len(errors.splitlines()) < 5, "a row of failures is one line in the log"


@pytest.mark.parametrize(
    "answer",
    [
        raw(b"HTTP/1.1 banana\r\n\r\n"),
        raw(b"HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n"),
        raw(b"\0\0\0\0\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"a" * 200_000),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx"),
        raw(b"HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n"),
        raw(b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n"),
        raw(b"HTTP/1.1 101 Switching Protocols\r\n\r\n"),
        with_length("204 No Content", b""),
        with_length("302 Found"),
        with_length("400 Bad Request"),
        with_length("403 Forbidden"),
        with_length("404 Not Found"),
        with_length("503 Busy"),
    ],
    ids=["status-word", "version", "zeros", "long-header", "huge-length", "negative-length"]
    + ["bad-chunk", "huge-chunk", "099", "999", "101", "204", "302", "400", "403", "404", "503"],
)
def test_an_answer_that_is_no_event_is_followed_by_another_try(echo, start, answer):
    function = start(echo, [Invocation(b"%d" % i, faults=[answer]) for i in range(COUNT)])
    function.finish()
    assert function.api.posted("response") == ALL
    assert function.api.posted("error") == []


def test_500_ends_the_process(echo, start):
    function = start(
        echo,
        [Invocation()] * 3 + [Invocation(faults=[with_length("500 Internal Server Error")])],
    )
    assert function.status() == 1
    assert function.api.posted("response") == ALL[:3]


@pytest.mark.parametrize("size", [0, 1, 2049, 6_291_456])
@pytest.mark.parametrize(
    "framing",
    [
        by_length,
        in_chunks([32_768]),
        in_chunks([1, 7, 4_093, 65_537]),
        in_chunks([1_000], trailer=b"X-End: yes\r\n"),
        in_chunks([5_000], extension=b";name=value"),
    ],
    ids=["length", "chunks", "odd-chunks", "trailer", "extension"],
)
def test_an_event_comes_whole_however_it_is_framed(echo, start, size, framing):
    events = [bytes([65 + i]) * size for i in range(COUNT if size < 10_000 else 5)]
    function = start(echo, [Invocation(event, framing=framing) for event in events])
    function.finish()
    assert function.api.posted("response") == ALL[: len(events)]
    assert [post.body for post in function.api.posts] == events


def test_an_event_without_a_length_ends_with_its_connection(echo, start):
    def until_the_end(connection, headers, event):
        connection.send(head("200 OK", headers) + event)
        connection.socket.shutdown(socket.SHUT_RDWR)

    function = start(echo, [Invocation(b"%d" % i, framing=until_the_end) for i in range(COUNT)])
    function.finish()
    assert [post.body for post in function.api.posts] == [b"%d" % i for i in range(COUNT)]


def test_interim_answers_are_passed_over(echo, start):
    def continued(connection, headers, event):
        connection.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n")
        by_length(connection, headers, event)

    function = start(echo, [Invocation(framing=continued) for _ in range(COUNT)])
    function.finish()
    assert function.api.posted("response") == ALL


@pytest.mark.parametrize(
    "changes",
    [
        dict(Deadline_Ms=None, Invoked_Function_Arn=None, Trace_Id=None),
        dict(Deadline_Ms=""),
        dict(Deadline_Ms="soon"),
        dict(Deadline_Ms="-1"),
        dict(Deadline_Ms="-9223372036854775808"),
        dict(Deadline_Ms="9223372036854775807"),
        dict(Deadline_Ms="99999999999999999999"),
        dict(Trace_Id="x" * 5_000),
        dict(Trace_Id="\xff\xfe=\x01"),
        dict(Client_Context='{"custom":{"a":"\xe9"}}', Cognito_Identity="{}"),
        dict(Client_Context="x" * 90_000),
        dict(Invoked_Function_Arn="\t"),
    ],
    ids=["missing", "empty", "word", "negative", "least", "largest", "overflow"]
    + ["long-trace", "no-utf8", "context", "long-context", "blank"],
)
def test_missing_and_strange_headers_do_not_matter(echo, start, changes):
    function = start(echo, [Invocation(headers=event_headers(i, **changes)) for i in range(COUNT)])
    function.finish()
    assert function.api.posted("response") == ALL


def test_an_event_without_a_request_id_is_passed_over(echo, start):
    nameless = lambda i: event_headers(i, Aws_Request_Id=None)
    function = start(
        echo,
        [Invocation(headers=nameless(i) if i % 2 else []) for i in range(2 * COUNT)],
    )
    function.finish()
    assert function.api.posted("response") == [StandIn.id(i) for i in range(0, 2 * COUNT, 2)]


def test_a_strange_request_id_cannot_change_the_request(echo, start):
    strange = "../../a b?c#d%2f\xe9"
    function = start(echo, [Invocation(headers=event_headers(0, Aws_Request_Id=strange))])
    function.finish()
    (post,) = function.api.posts
    assert post.target.startswith("/2018-06-01/runtime/invocation/..%2F..%2Fa%20b%3Fc%23d%252f")
    assert post.target.endswith("/response") and post.target.count("/") == 5


def test_it_waits_for_an_api_that_is_not_there_yet(echo, start):
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = reserved.getsockname()[1]
    function = start(echo, [])
    function.api.close()
    late = []
    threading.Timer(1, lambda: late.append(StandIn([Invocation()] * 3, port=port))).start()
    second = start(echo, [], {"AWS_LAMBDA_RUNTIME_API": "127.0.0.1:%d" % port})
    threading.Event().wait(1.5)
    try:
        assert late[0].waiting.wait(10)
        assert second.process.poll() is None
        assert late[0].posted("response") == ALL[:3]
    finally:
        late[0].close()


@pytest.mark.parametrize("proxy", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_no_proxy_stands_between(echo, start, proxy):
    function = start(echo, [Invocation()], {proxy: "http://127.0.0.1:9"})
    function.finish()
    assert function.api.posted("response") == ALL[:1]
