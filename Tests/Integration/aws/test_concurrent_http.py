"""Many requests at a time over one client."""

import threading
import time

import pytest

from testkit.programs import aws_probe
from testkit.servers.fault_server import FaultServer, close, hang, reply, reset, truncated
from testkit.servers.loopback import free_port

OK = reply(200, b"ok")


def get(url, count, limit=256, **parameters):
    return aws_probe.run(aws_probe.BARE, "getConcurrently", url=url, count=count, limit=limit, **parameters)


def pausing(seconds, gauge):
    """An answer after a while; `gauge` learns how many are under way."""

    def step(connection):
        gauge.enter()
        time.sleep(seconds)
        gauge.leave()
        return OK(connection)

    return step


class Gauge:
    def __init__(self):
        self.lock = threading.Lock()
        self.now = self.most = 0

    def enter(self):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)

    def leave(self):
        with self.lock:
            self.now -= 1


def test_never_more_at_a_time_than_the_limit_and_never_more_connections():
    gauge = Gauge()
    with FaultServer([pausing(0.05, gauge)]) as server:
        results = get(server.url, count=100, limit=8)
        assert [r["status"] for r in results] == [200] * 100
        assert gauge.most == 8
        assert server.connections == 8


def test_requests_are_under_way_at_the_same_time():
    with FaultServer([pausing(0.5, Gauge())]) as server:
        start = time.monotonic()
        results = get(server.url, count=60)
        assert {r["status"] for r in results} == {200}
        assert time.monotonic() - start < 5


def test_who_waits_for_a_turn_is_told_when_the_time_is_up():
    with FaultServer([hang()]) as server:
        start = time.monotonic()
        results = get(server.url, count=5, limit=2, deadline=20_000, before=700)
        assert time.monotonic() - start < 4
        assert [r["kind"] for r in results] == ["timeout"] * 5
        assert any("before the call was sent" in r["error"] for r in results)


def test_a_wait_for_a_turn_does_not_count_as_time_of_the_transfer():
    with FaultServer([pausing(0.4, Gauge())]) as server:
        results = get(server.url, count=4, limit=1, deadline=900)
        assert [r.get("status") for r in results] == [200] * 4


def test_cancelled_calls_end_at_once_those_that_wait_too():
    with FaultServer([hang()]) as server:
        results = get(server.url, count=20, limit=5, deadline=20_000, cancelAfter=300)
        # None ended by its deadline.
        assert [r["kind"] for r in results] == ["cancelled"] * 20
        assert "was called by a task that was canceled" in results[0]["error"]
        # A call that waits may begin before its own task is canceled.
        assert 5 <= server.requests < 20


def test_each_fault_is_told_to_its_own_call_and_to_no_other():
    steps = [OK, close, reset, truncated(b"abc"), reply(500), reply(200, b"x" * 2000), OK]
    with FaultServer(steps * 10 + [OK]) as server:
        results = get(server.url, count=70, limit=16, bodyLimit=1000)
        kinds = [r.get("kind") or r["status"] for r in results]
        # libcurl sends once more what met a dead kept connection, so that not all 20 are told.
        assert kinds.count("tooLarge") == 10 and kinds.count(500) == 10
        assert kinds.count("dropped") >= 10
        assert set(kinds) == {200, 500, "dropped", "tooLarge"}
        assert all(r["body"] == "ok" for r in results if r.get("status") == 200)


@pytest.mark.parametrize("count", [1, 300])
def test_nobody_listens(count):
    results = get(f"http://127.0.0.1:{free_port()}/", count=count)
    assert {r["kind"] for r in results} == {"connect"}


def test_a_body_of_each_size_arrives_whole():
    with FaultServer([OK]) as server:
        for size in (0, 1, 70_000):
            get(server.url, count=20, limit=10, body="x" * size)
        lengths = sorted(len(body) for _, body in server.seen)
        assert lengths == [0] * 20 + [1] * 20 + [70_000] * 20
