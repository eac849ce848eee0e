"""Ports are free, and waiting for a server ends."""

import http.server
import socket
import subprocess
import sys
import threading

import pytest

from testkit.servers.loopback import free_port, wait_until_answering


@pytest.fixture
def process():
    """A process that does nothing, and ends with the test."""
    with subprocess.Popen(["sleep", "600"]) as process:
        yield process
        process.kill()


def test_a_free_port_can_be_bound():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", free_port()))


def test_a_server_that_answers_with_an_error_is_there(process):
    # The base class knows no method: it answers 501.
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        wait_until_answering(f"http://127.0.0.1:{server.server_address[1]}", process)
        server.shutdown()
        thread.join()


def test_a_process_that_ended_is_not_waited_for():
    with subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"]) as ended:
        ended.wait()
        with pytest.raises(RuntimeError, match="status 3"):
            wait_until_answering(f"http://127.0.0.1:{free_port()}", ended)


def test_what_never_answers_is_given_up(process):
    with pytest.raises(RuntimeError, match="does not answer after 0 s"):
        wait_until_answering(f"http://127.0.0.1:{free_port()}", process, seconds=0)
