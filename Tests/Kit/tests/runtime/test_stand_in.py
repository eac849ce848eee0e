"""The stand-in serves its invocations, records posts, and then never answers, as Lambda does."""

import http.client
import threading

import pytest

from testkit.runtime.answers import accepted, drop, in_chunks, raw, request_id, reset, with_length
from testkit.runtime.stand_in import PREFIX, Invocation, StandIn


@pytest.fixture
def start():
    """start(invocations) is a stand-in that ends with the test."""
    running = []

    def start(*invocations):
        running.append(StandIn(invocations))
        return running[-1]

    yield start
    for one in running:
        one.close()


def call(api, method, path, body=None):
    """Status, header fields and body; over a connection of its own."""
    connection = http.client.HTTPConnection(api.address, timeout=60)
    try:
        connection.request(method, PREFIX + path, body=body)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def test_events_come_in_order_with_lambdas_header_fields(start):
    api = start(Invocation(b"first"), Invocation(b"second"))
    for number, event in enumerate([b"first", b"second"]):
        status, headers, body = call(api, "GET", "invocation/next")
        assert (status, body) == (200, event)
        assert headers["Lambda-Runtime-Aws-Request-Id"] == request_id(number)
        assert headers["Lambda-Runtime-Deadline-Ms"].isdigit()
        assert call(api, "POST", f"invocation/{request_id(number)}/response", event)[0] == 202
    assert api.posted("response") == [request_id(0), request_id(1)]
    assert api.posted("error") == []
    assert [post.body for post in api.posts] == [b"first", b"second"]


def test_after_the_last_event_the_next_one_is_never_answered(start):
    api = start()
    caller = threading.Thread(target=lambda: pytest.raises(OSError, call, api, "GET", "invocation/next"))
    caller.start()
    assert api.waiting.wait(60)
    assert caller.is_alive()
    api.close()
    caller.join(60)
    assert not caller.is_alive()


def test_an_event_may_come_in_chunks(start):
    api = start(Invocation(b"0123456789", framing=in_chunks([3, 1], b"X-Trailer: y\r\n", b";a=b")))
    _, headers, body = call(api, "GET", "invocation/next")
    assert body == b"0123456789" and headers["Transfer-Encoding"] == "chunked"


@pytest.mark.parametrize(
    "fault, error",
    [
        (drop, http.client.RemoteDisconnected),
        (reset, ConnectionResetError),
        (raw(b"nonsense\r\n\r\n"), http.client.BadStatusLine),
    ],
)
def test_faults_come_before_the_event(start, fault, error):
    api = start(Invocation(b"event", faults=[fault]))
    with pytest.raises(error):
        call(api, "GET", "invocation/next")
    assert call(api, "GET", "invocation/next")[2] == b"event"


def test_a_post_gets_the_answers_that_are_planned_and_then_accepted(start):
    api = start(Invocation(answers=[with_length("413 Too Large", b"no")]))
    path = f"invocation/{request_id(0)}/response"
    assert call(api, "POST", path, b"x")[::2] == (413, b"no")
    assert call(api, "POST", path, b"x")[0] == 202
    assert api.posted("response") == [request_id(0)] * 2


def test_an_error_at_the_start_has_an_answer_of_its_own(start):
    api = start()
    api.init_error_answer = with_length("403 Forbidden")
    assert call(api, "POST", "init/error", b"{}")[0] == 403
    assert accepted is not api.init_error_answer
