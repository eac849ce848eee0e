"""Each step of a FaultServer has the effect on a client that its name says."""

import http.client
import socket
import ssl
import urllib.request

import pytest

from testkit.servers.certificates import Authority
from testkit.servers.fault_server import (
    FaultServer,
    close,
    dribble,
    raw,
    reply,
    reset,
    truncated,
    tunnel,
)


def get(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("POST", "/path", body=b"sent")
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    "step, error",
    [
        (close, http.client.RemoteDisconnected),
        (reset, ConnectionResetError),
        (truncated(b"half"), http.client.IncompleteRead),
        (raw(b"nonsense\r\n\r\n"), http.client.BadStatusLine),
    ],
)
def test_a_bad_answer_fails_the_client(step, error):
    with FaultServer([step]) as server, pytest.raises(error):
        get(server)


def test_steps_come_in_turn_and_the_last_one_stays():
    with FaultServer([reply(500, b"no"), reply(200, b"yes")]) as server:
        assert [get(server) for _ in range(3)] == [(500, b"no"), (200, b"yes"), (200, b"yes")]
        assert (server.requests, server.connections) == (3, 3)
        head, body = server.seen[0]
        assert head.startswith("POST /path HTTP/1.1\r\n") and body == b"sent"


def test_one_connection_may_serve_many_requests():
    with FaultServer([reply(200, b"x")]) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        for _ in range(3):
            connection.request("GET", "/")
            assert connection.getresponse().read() == b"x"
        connection.close()
        assert (server.requests, server.connections) == (3, 1)


def test_an_answer_may_come_byte_by_byte():
    with FaultServer([dribble(b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\nok", 0)]) as server:
        assert get(server) == (200, b"ok")


def test_a_proxy_passes_bytes_to_the_server_behind_it():
    with FaultServer([reply(200, b"behind")]) as server, FaultServer([tunnel(server.port)]) as proxy:
        connection = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=60)
        connection.set_tunnel("example.invalid", 80)
        connection.request("GET", "/")
        assert connection.getresponse().read() == b"behind"
        connection.close()
        assert proxy.seen[0][0].startswith("CONNECT example.invalid:80 ")


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def fetch(server, authority):
    trust = ssl.create_default_context(cafile=authority.pem)
    with urllib.request.urlopen(server.url, timeout=60, context=trust) as answer:
        return answer.read()


def test_a_good_certificate_is_trusted(authority):
    with FaultServer([reply(200, b"ok")], authority.context()) as server:
        assert fetch(server, authority) == b"ok"


@pytest.mark.parametrize(
    "options, reason",
    [({"days": (-3, -1)}, "certificate has expired"), ({"names": ["a.invalid"]}, "IP address mismatch")],
)
def test_a_bad_certificate_is_refused(authority, options, reason):
    with FaultServer([reply(200)], authority.context(**options)) as server:
        with pytest.raises(OSError, match=reason):
            fetch(server, authority)


def test_a_certificate_of_another_authority_is_refused(authority, tmp_path):
    with FaultServer([reply(200)], Authority(tmp_path, "Other").context()) as server:
        with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
            fetch(server, authority)


def test_nobody_listens_afterwards():
    with FaultServer([reply(200)]) as server:
        pass
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", server.port), timeout=60).close()
