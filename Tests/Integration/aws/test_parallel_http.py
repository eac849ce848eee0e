"""A few requests at a time over one client, on the thread of its caller."""

import time

from testkit.programs import aws_probe
from testkit.servers.certificates import Authority
from testkit.servers.fault_server import FaultServer, close, hang, reply

OK = reply(200, b"ok")


def get(urls, environment=None, **parameters):
    return aws_probe.run(
        dict(aws_probe.BARE, **(environment or {})), "getInParallel", urls=" ".join(urls), **parameters
    )


def slow(seconds):
    def step(connection):
        time.sleep(seconds)
        return OK(connection)

    return step


def test_whichever_ends_first_comes_first():
    with FaultServer([slow(0.6)]) as late, FaultServer([OK]) as early, FaultServer([hang()]) as never:
        results = get([never.url, late.url, early.url], deadline=1500)
        assert [r["number"] for r in results] == [2, 1, 0]
        assert [r["result"].get("status") for r in results] == [200, 200, None]
        assert results[2]["result"]["kind"] == "timeout"


def test_a_server_that_hangs_in_the_handshake_costs_the_time_for_a_connection_only(tmp_path):
    authority = Authority(tmp_path)
    with FaultServer([OK]) as silent, FaultServer([OK], authority.context()) as server:
        # It reads the greeting as the beginning of a request, and waits for the rest.
        deaf = silent.url.replace("http:", "https:")
        start = time.monotonic()
        results = get(
            [deaf, server.url], {"AWS_CA_BUNDLE": str(authority.pem)}, deadline=20_000, connecting=500
        )
        assert time.monotonic() - start < 10
        assert [r["number"] for r in results] == [1, 0]
        # Nothing was sent, so nothing can have happened.
        assert results[1]["result"]["kind"] == "connect"


def test_an_answer_that_is_lost_is_told_from_a_connection_that_was_not_made():
    with FaultServer([close]) as server:
        assert get([server.url])[0]["result"]["kind"] == "dropped"


def test_what_cannot_be_started_is_an_answer_too():
    results = get(["ftp://127.0.0.1/", "http://nowhere.invalid/"])
    assert {r["number"]: r["result"]["kind"] for r in results} == {0: "url", 1: "resolve"}


def test_connections_are_kept_unless_a_new_one_is_asked_for():
    for parameters, connections in (({}, 1), ({"anew": "yes"}, 5)):
        with FaultServer([OK]) as server:
            results = aws_probe.run(
                aws_probe.BARE, "getInParallel", url=server.url, count=5, **parameters
            )
            assert [r["status"] for r in results] == [200] * 5
            assert server.connections == connections
