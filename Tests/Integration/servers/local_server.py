"""What tests with servers on the loopback interface share."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import check_proxy

ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET_KEY = check_proxy.SECRETS[ACCESS_KEY][0]


def free_port():
    """A loopback port that nobody listens on right now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_answering(url, process, seconds=60):
    """Returns once the URL answers with anything; fails when the process ends before."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args} ended with status {process.returncode}")
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{url} does not answer after {seconds} s")


@contextlib.contextmanager
def moto_server(**settings):
    """moto with these variables in its environment: its URL, as long as the context lasts."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | settings,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_answering(f"{url}/moto-api/data.json", process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)
