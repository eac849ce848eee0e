"""One execution environment of a function: a real process beside a Runtime API of its own."""

import os
import queue
import signal
import socket
import subprocess
import threading
import time
from dataclasses import dataclass

from testkit.faults.server import read


@dataclass
class Outcome:
    """How an invocation ended: `ok`, `error`, `crash` or `timeout`, and what was posted."""

    kind: str
    body: bytes = b""


class Process:
    def __init__(self, path, environment, name):
        self.name = name
        self.events, self.outcomes = queue.Queue(), queue.Queue()
        self.listener = socket.create_server(("127.0.0.1", 0))
        address = "127.0.0.1:%d" % self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        self.log = open(os.path.join(environment["LOG_FOLDER"], f"{name}.log"), "ab")
        self.process = subprocess.Popen(
            [path],
            env={**environment, "AWS_LAMBDA_RUNTIME_API": address, "AWS_ACCESS_KEY_ID": name},
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
        )
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def lives(self):
        return self.process.poll() is None

    def invoke(self, event, request_id, timeout):
        """Lambda ends the process when the time is up."""
        deadline = int((time.time() + timeout) * 1000)
        self.events.put((event, request_id, deadline))
        try:
            outcome = self.outcomes.get(timeout=timeout)
        except queue.Empty:
            outcome = Outcome("timeout")
        if outcome.kind in ("crash", "timeout"):
            self.kill()
        return outcome

    def kill(self):
        """What kill -9 does."""
        try:
            os.kill(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def close(self):
        self.kill()
        self.process.wait()
        self.listener.close()
        self.log.close()

    def memory(self):
        """Resident kilobytes, and open descriptors."""
        with open(f"/proc/{self.process.pid}/status") as file:
            resident = next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
        return resident, len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def _watch(self):
        self.process.wait()
        self.outcomes.put(Outcome("crash"))

    def _accept(self):
        while True:
            try:
                accepted, _ = self.listener.accept()
            except OSError:
                return
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _serve(self, accepted):
        stream = accepted.makefile("rb")
        try:
            while (request := read(stream)) is not None:
                path, _, body = request
                if path.endswith("/invocation/next"):
                    event, request_id, deadline = self.events.get()
                    accepted.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        + f"Lambda-Runtime-Aws-Request-Id: {request_id}\r\n".encode()
                        + f"Lambda-Runtime-Deadline-Ms: {deadline}\r\n".encode()
                        + b"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:x\r\n"
                        + f"Content-Length: {len(event)}\r\n\r\n".encode()
                        + event
                    )
                    continue
                accepted.sendall(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
                if path.endswith("/init/error"):
                    continue
                self.outcomes.put(Outcome("ok" if path.endswith("/response") else "error", body))
        except (OSError, ValueError):
            pass
        finally:
            accepted.close()
