"""Runs moto, the stand-in for AWS, as a server process."""

import contextlib
import os
import subprocess
import sys

from testkit.aws import check_proxy
from testkit.servers import moto_program
from testkit.servers.loopback import free_port, wait_until_answering

ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET_KEY = check_proxy.SECRETS[ACCESS_KEY][0]


@contextlib.contextmanager
def moto_server(**settings):
    """Runs moto with these environment variables. The value of the context is its URL."""
    port = free_port()
    # A session of its own: Ctrl-C reaches the tests, which then stop moto.
    process = subprocess.Popen(
        [sys.executable, moto_program.__file__, "-H", "127.0.0.1", "-p", str(port)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | settings,
        start_new_session=True,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_answering(f"{url}/moto-api/data.json", process)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
