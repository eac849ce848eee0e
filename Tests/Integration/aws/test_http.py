"""The three HTTP clients against servers that behave and servers that do not."""

import ssl
import time
import warnings

import pytest

from testkit.programs import aws_probe
from testkit.servers.certificates import Authority
from testkit.servers.fault_server import (
    FaultServer,
    close,
    dribble,
    hang,
    raw,
    reply,
    reset,
    truncated,
    tunnel,
)
from testkit.servers.loopback import free_port

OPERATION = None  # of the probe


@pytest.fixture(params=["get", "getConcurrently", "getInParallel"], autouse=True)
def client(request, monkeypatch):
    """Every test holds for each client: for a thread, for many requests, for a few at a time."""
    monkeypatch.setitem(globals(), "OPERATION", request.param)


def get(url, environment=None, **parameters):
    """The results of one or more requests, one after the other over one client."""
    results = aws_probe.run(dict(aws_probe.BARE, **(environment or {})), OPERATION, url=url, **parameters)
    return results if "count" in parameters else results[0]


def test_a_connection_serves_many_requests():
    with FaultServer([reply(200, b"hello", ["X-Test: a"])]) as server:
        results = get(f"{server.url}/a?b=c%20d", count=5)
        assert [r["status"] for r in results] == [200] * 5
        assert results[0]["body"] == "hello" and results[0]["x"] == "a"
        assert server.connections == 1
        head = server.seen[0][0].split("\r\n")
        assert head[0] == "GET /a?b=c%20d HTTP/1.1"
        assert head[1] == f"Host: 127.0.0.1:{server.port}"


def test_a_body_is_framed_and_sent_at_once():
    with FaultServer([reply(200)]) as server:
        get(server.url, body="x" * 100_000)
        head, body = server.seen[0]
        assert len(body) == 100_000
        assert "Content-Length: 100000" in head and "xpect" not in head and "form" not in head


def test_a_redirect_is_not_followed():
    with FaultServer([reply(302, b"", ["Location: /other"])]) as server:
        assert get(server.url)["status"] == 302
        assert server.requests == 1


def test_a_server_that_closed_in_between_costs_no_request():
    def then_close(connection):
        reply(200, b"x")(connection)

    with FaultServer([then_close]) as server:
        assert [r["status"] for r in get(server.url, count=10)] == [200] * 10


@pytest.mark.parametrize(
    "step, kind",
    [
        (close, "dropped"),
        (reset, "dropped"),
        (truncated(b"abc"), "dropped"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), "dropped"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab"), "dropped"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"), None),
        (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), "dropped"),
        (raw(b"HTTP/1.1 abc\r\n\r\n"), None),
        (raw(b"\x00\xff" * 1000), None),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + b"X: " + b"y" * 400_000), None),
        (hang(), "timeout"),
        (
            dribble(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + b"x" * 1000, 0.05),
            "timeout",
        ),
        (dribble(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000, 0.05), "timeout"),
    ],
)
def test_a_bad_answer_is_an_error_that_names_the_host(step, kind):
    with FaultServer([step]) as server:
        start = time.monotonic()
        result = get(server.url, deadline=800)
        assert time.monotonic() - start < 3
        assert result["error"].startswith("127.0.0.1 ")
        if kind:
            assert result["kind"] == kind, result


def test_a_length_beyond_all_numbers_is_read_to_the_end():
    data = b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999999\r\n\r\nabc"
    with FaultServer([raw(data)]) as server:
        assert get(server.url)["body"] == "abc"


def test_odd_headers_are_read_or_left_out():
    odd = [
        "X-Test: \xe9",
        "No Colon Here",
        ": no name",
        "X\x01Y: z",
        "X-Empty:",
        "X-Test: last",
        *(f"X-Many-{number}: {'v' * 50}" for number in range(900)),
    ]
    data = "\r\n".join(["HTTP/1.1 200 OK", *odd, "Content-Length: 2", "", "ok"]).encode("latin-1")
    with FaultServer([raw(data)]) as server:
        result = get(server.url)
        assert result.get("body") == "ok" or result["kind"] == "dropped", result


def test_a_body_over_the_limit_is_refused():
    with FaultServer([reply(200, b"x" * 5000)]) as server:
        assert get(server.url, bodyLimit=5000)["bytes"] == 5000
        result = get(server.url, bodyLimit=4999)
        assert result["kind"] == "tooLarge"
        assert result["error"] == (
            "127.0.0.1 sent an answer that is too long: the answer is longer than 4999 bytes"
        )


def test_nobody_listens():
    result = get(f"http://127.0.0.1:{free_port()}/")
    assert result["kind"] == "connect"
    assert result["error"].startswith("127.0.0.1 cannot be reached: ")
    assert "\nhint: " in result["error"]


def test_a_name_without_an_address():
    result = get("http://nowhere.invalid/")
    assert result["kind"] == "resolve"
    assert result["error"].startswith("nowhere.invalid has no address: ")


@pytest.mark.parametrize("url", ["", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/"])
def test_what_is_no_url_is_not_sent(url):
    result = get(url)
    assert result == {"kind": "url", "error": "the address is not an absolute http or https URL"}


class TestTLS:
    @pytest.fixture
    def authority(self, tmp_path):
        return Authority(tmp_path)

    def trusting(self, authority):
        return {"AWS_CA_BUNDLE": str(authority.pem)}

    def test_the_right_certificate(self, authority):
        with FaultServer([reply(200, b"secret")], authority.context()) as server:
            results = get(server.url, self.trusting(authority), count=3)
            assert [r.get("body") for r in results] == ["secret"] * 3, results
            assert server.connections == 1

    def test_an_authority_that_is_not_trusted(self, authority, tmp_path):
        other = Authority(tmp_path, "Other Authority")
        with FaultServer([reply(200)], other.context()) as server:
            for environment in (self.trusting(authority), {}):
                result = get(server.url, environment)
                assert result["kind"] == "tls"
                assert result["error"].startswith("127.0.0.1 cannot be trusted: ")
                assert "hint: " in result["error"] and "AWS_CA_BUNDLE" in result["error"]
            assert server.requests == 0

    def test_a_certificate_for_another_name(self, authority):
        with FaultServer([reply(200)], authority.context(("example.com",))) as server:
            assert get(server.url, self.trusting(authority))["kind"] == "tls"
            assert server.requests == 0

    def test_a_certificate_that_has_ended(self, authority):
        with FaultServer([reply(200)], authority.context(days=(-3, -1))) as server:
            result = get(server.url, self.trusting(authority))
            assert result["kind"] == "tls" and "expired" in result["error"]

    def test_a_server_that_speaks_old_tls_only(self, authority):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            old = authority.context(
                minimum_version=ssl.TLSVersion.TLSv1, maximum_version=ssl.TLSVersion.TLSv1_1
            )
        with FaultServer([reply(200)], old) as server:
            assert get(server.url, self.trusting(authority))["kind"] == "tls"

    def test_plain_http_where_tls_is_expected(self, authority):
        with FaultServer([reply(200)]) as server:
            url = server.url.replace("http:", "https:")
            assert get(url, self.trusting(authority), deadline=1000)["kind"] in ("tls", "connect")

    def test_a_bundle_that_is_not_there(self, authority):
        with FaultServer([reply(200)], authority.context()) as server:
            result = get(server.url, {"AWS_CA_BUNDLE": "/nowhere.pem"})
            assert result["kind"] == "tls" and "/nowhere.pem" in result["error"]


class TestProxies:
    def test_http_goes_through_the_lower_case_variable_only(self):
        with FaultServer([reply(200, b"proxy")]) as proxy:
            there = "http://example.invalid/x"
            assert get(there, {"http_proxy": proxy.url})["body"] == "proxy"
            assert proxy.seen[0][0].startswith("GET http://example.invalid/x HTTP/1.1")
            # HTTP_PROXY could be a request header of a CGI program.
            assert get(there, {"HTTP_PROXY": proxy.url})["kind"] == "resolve"

    def test_https_goes_through_a_tunnel(self, tmp_path):
        authority = Authority(tmp_path)
        with FaultServer([reply(407, b"no", ["Proxy-Authenticate: Basic"])]) as proxy:
            environment = {"HTTPS_PROXY": proxy.url, "AWS_CA_BUNDLE": str(authority.pem)}
            result = get("https://example.invalid/x", environment)
            assert proxy.seen[0][0].startswith("CONNECT example.invalid:443 HTTP/1.1")
            assert result["error"].startswith("example.invalid ") and "407" in result["error"]

    def test_a_tunnel_is_verified_to_its_far_end(self, tmp_path):
        authority = Authority(tmp_path)
        names = ("example.invalid",)
        with (
            FaultServer([reply(200, b"far")], authority.context(names)) as server,
            FaultServer([tunnel(server.port)]) as proxy,
        ):
            environment = {"https_proxy": proxy.url, "AWS_CA_BUNDLE": str(authority.pem)}
            assert get("https://example.invalid/x", environment)["body"] == "far"
            assert get("https://other.invalid/x", environment)["kind"] == "tls"
            assert server.requests == 1

    def test_exceptions_are_heeded(self):
        with FaultServer([reply(200, b"direct")]) as server:
            environment = {"http_proxy": "http://127.0.0.1:9", "NO_PROXY": "127.0.0.0/8"}
            assert get(server.url, environment)["body"] == "direct"

    def test_a_proxy_that_is_not_there_is_named(self):
        port = free_port()
        result = get("http://example.invalid/", {"http_proxy": f"http://127.0.0.1:{port}"})
        assert result["kind"] == "connect" and str(port) in result["error"]
