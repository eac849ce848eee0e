"""AWS's Lambda Runtime Interface Emulator around one executable, for lambda/invoke, the demonstration
and the tests. Needs nothing beyond Python's own library.
"""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import tempfile
import time

EMULATOR = os.path.join(os.path.dirname(__file__), "..", ".venv", "bin", "aws-lambda-rie")


class Failed(Exception):
    """The emulator did not start, or ended, or did not answer."""


class Answer:
    """The result of an invocation.

    body   bytes, as the caller of Lambda's Invoke would get them
    error  what Lambda would report as the function's error, or None
    """

    def __init__(self, status, body):
        self.body = body
        self.error = function_error(body)
        if self.error is None and status != 200:
            self.error = "the function ended without a word"


def function_error(body):
    """A crash has status 502. A handled error and a timeout are visible in the body only."""
    if body.startswith(b"Task timed out after "):
        return body.decode(errors="replace")
    try:
        value = json.loads(body)
    except ValueError:
        return None
    if isinstance(value, dict) and "errorType" in value and set(value) <= {
        "errorType", "errorMessage", "stackTrace", "trace", "diagnostic",
    }:  # fmt: skip
        return f"{value['errorType']}: {value.get('errorMessage')}"
    return None


class Emulator:
    """A running emulator; a context manager that ends all its processes.

    One invocation at a time: the emulator panics at a second one.
    """

    def __init__(self, bootstrap, environment=None, timeout=30, name="function"):
        self.bootstrap = os.path.abspath(bootstrap)
        self.timeout = timeout
        self.log = tempfile.TemporaryFile()
        folder = os.path.dirname(self.bootstrap)
        self.environment = {
            "PATH": os.environ["PATH"],
            "LAMBDA_TASK_ROOT": folder,
            "AWS_LAMBDA_FUNCTION_NAME": name,
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
            "AWS_LAMBDA_FUNCTION_TIMEOUT": str(timeout),
            **(environment or {}),
        }
        self.process = None

    def __enter__(self):
        if not os.path.exists(EMULATOR):
            raise Failed("the Runtime Interface Emulator is not installed\nhint: run lambda/set-up")
        self.port = free_port()
        self.process = subprocess.Popen(
            [
                EMULATOR, "--log-level", "error",
                "--runtime-interface-emulator-address", f"127.0.0.1:{self.port}",
                "--runtime-api-address", f"127.0.0.1:{free_port()}",
                self.bootstrap,
            ],
            cwd=os.path.dirname(self.bootstrap),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
        )  # fmt: skip
        try:
            self._wait_until_listening()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()

    def _wait_until_listening(self):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"the emulator ended at once:\n{self.logged()}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise Failed("the emulator does not listen after 20 s")

    def invoke(self, event):
        """Sends an event (bytes) and returns its Answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout + 30)
        try:
            connection.request("POST", "/2015-03-31/functions/function/invocations", body=event)
            response = connection.getresponse()
            return Answer(response.status, response.read())
        except (OSError, http.client.HTTPException) as error:
            raise Failed(f"the emulator does not answer ({error!r}):\n{self.logged()}") from error
        finally:
            connection.close()

    def logged(self):
        """The output of function and emulator so far."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def function(self, seconds=20):
        """The id of the function's process, which starts with the first event."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for pid in children(self.process.pid):
                if is_running(pid, self.bootstrap):
                    return pid
            time.sleep(0.01)
        raise Failed(f"the emulator started no function:\n{self.logged()}")

    def stop(self):
        """Ends the emulator, and the function if it is still running."""
        if self.process is None or self.process.poll() is not None:
            return
        functions = children(self.process.pid)
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pid in functions:
            if is_running(pid, self.bootstrap):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def is_running(pid, executable):
    """Whether the process exists and runs that executable."""
    try:
        return os.path.samefile(f"/proc/{pid}/exe", executable)
    except OSError:
        return False


def children(parent):
    """The ids of a process's running children."""
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as file:
                if int(file.read().rpartition(")")[2].split()[1]) == parent:
                    found.append(int(entry))
        except OSError:
            pass
    return found


def free_port():
    """A free loopback port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
