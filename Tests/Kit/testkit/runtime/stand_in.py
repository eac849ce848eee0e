"""A Runtime API over plain sockets that a test controls, correct or faulty."""

import socket
import struct
import threading
from dataclasses import dataclass, field

from testkit.runtime.answers import accepted, by_length, event_headers, request_id

PREFIX = "/2018-06-01/runtime/"


@dataclass
class Post:
    """A request that the function under test sent."""

    target: str
    headers: dict
    body: bytes
    connection: int


@dataclass
class Invocation:
    """One event, the faults before it arrives whole, and the answers to its posts.

    A fault or answer is a function of a `Connection`; one that returns False ends the connection.
    """

    event: bytes = b"{}"
    headers: list = field(default_factory=list)
    framing: object = None
    faults: list = field(default_factory=list)
    answers: list = field(default_factory=list)


class Connection:
    def __init__(self, accepted, number):
        self.socket = accepted
        self.number = number
        self.buffer = b""

    def read_request(self, read_body=True):
        """The next request as (method, target, headers, body); None at the end."""
        while b"\r\n\r\n" not in self.buffer:
            if not self._fill():
                return None
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        method, target, version = lines[0].split(" ")
        assert version == "HTTP/1.1", lines[0]
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return method, target, headers

    def read_body(self, length):
        parts, missing = [self.buffer[:length]], length - len(self.buffer[:length])
        self.buffer = self.buffer[length:]
        while missing:
            part = self.socket.recv(min(missing, 1 << 20))
            if not part:
                return None
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def send(self, data):
        self.socket.sendall(data)

    def reset(self):
        """Ends the connection with RST instead of FIN."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _fill(self):
        try:
            part = self.socket.recv(1 << 16)
        except ConnectionError:
            return False
        self.buffer += part
        return bool(part)


class StandIn:
    """Serves a list of invocations, and then never answers, as the Runtime API does."""

    def __init__(self, invocations=(), port=0):
        self.invocations = list(invocations)
        self.posts = []
        self.requests = 0
        self.connections = 0
        self.after_each_exchange = None
        self.before_request = []
        self.init_error_answer = None
        self.all_fetched = threading.Event()
        self.waiting = threading.Event()
        self._next = 0
        self._lock = threading.Lock()
        self._open = set()
        self._closed = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=64)
        self.address = "127.0.0.1:%d" % self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._closed.set()
        self._listener.close()
        for accepted in list(self._open):
            try:
                accepted.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    id = staticmethod(request_id)

    def posted(self, kind):
        """The request ids of all posts of a kind (`response`, `error`), in order."""
        ids = []
        for post in self.posts:
            parts = post.target.removeprefix(PREFIX).split("/")
            if len(parts) == 3 and parts[0] == "invocation" and parts[2] == kind:
                ids.append(parts[1])
        return ids

    def _accept(self):
        while not self._closed.is_set():
            try:
                accepted, _ = self._listener.accept()
            except OSError:
                return
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            self._open.add(accepted)
            threading.Thread(
                target=self._serve, args=(Connection(accepted, self.connections),), daemon=True
            ).start()

    def _serve(self, connection):
        try:
            while self._exchange(connection):
                if self.after_each_exchange and not self.after_each_exchange(connection):
                    break
        except OSError:
            pass
        finally:
            self._open.discard(connection.socket)
            connection.socket.close()

    def _exchange(self, connection):
        if self.before_request:
            return self.before_request.pop(0)(connection)
        request = connection.read_request()
        if request is None:
            return False
        self.requests += 1
        method, target, headers = request
        if method == "GET" and target == PREFIX + "invocation/next":
            assert "content-length" not in headers and "transfer-encoding" not in headers
            return self._send_next(connection)
        assert method == "POST", request
        return self._take_post(connection, target, headers)

    def _send_next(self, connection):
        with self._lock:
            if self._next >= len(self.invocations):
                self.waiting.set()
                invocation = None
            else:
                invocation = self.invocations[self._next]
                if invocation.faults:
                    fault = invocation.faults.pop(0)
                else:
                    fault = None
                    index = self._next
                    self._next += 1
        if invocation is None:
            self._closed.wait()
            return False
        if fault:
            return fault(connection)
        headers = invocation.headers or event_headers(index)
        (invocation.framing or by_length)(connection, headers, invocation.event)
        return True

    def _take_post(self, connection, target, headers):
        assert "transfer-encoding" not in headers, "the body is framed by its length"
        assert "expect" not in headers
        parts = target.removeprefix(PREFIX).split("/")
        answer = accepted
        if target == PREFIX + "init/error":
            answer = self.init_error_answer or accepted
        else:
            index = self.index(parts[1])
            if index is not None and self.invocations[index].answers:
                answer = self.invocations[index].answers.pop(0)
        if getattr(answer, "before_body", False):
            return answer(connection)
        body = connection.read_body(int(headers["content-length"]))
        if body is None:
            return False
        self.posts.append(Post(target, headers, body, connection.number))
        return answer(connection)

    def index(self, request_id):
        for index in range(len(self.invocations)):
            if self.id(index) == request_id:
                return index
        return None
