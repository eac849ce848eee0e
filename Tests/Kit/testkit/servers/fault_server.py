"""A server whose test plans each response: a correct one or a fault.

    with FaultServer([reset, reply(500), reply(200, b"{}")]) as server: ...

The last step answers all further requests. `requests` and `connections` are counters.
"""

import socket
import ssl
import struct
import threading
import time


def reply(status, body=b"", headers=()):
    """A correct response; the connection stays open."""

    def step(connection):
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *headers, "", ""]
        connection.sendall("\r\n".join(lines).encode() + body)
        return True

    return step


def raw(data):
    """These bytes, then the end of the connection."""
    return lambda connection: connection.sendall(data)


def truncated(body, missing=10):
    """A response that is shorter than its Content-Length."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body) + missing}\r\n\r\n"
    return raw(head.encode() + body)


def close(connection):
    """Closes the connection without a response."""


def reset(connection):
    """Resets the connection (RST)."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hang(seconds=30):
    """Sends nothing for so many seconds."""
    return lambda connection: time.sleep(seconds)


def dribble(data, pause):
    """Sends one byte at a time."""

    def step(connection):
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(pause)

    return step


def tunnel(port):
    """Acts as a proxy: accepts CONNECT to any host, and forwards to this port."""

    def step(connection):
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port)) as server:
            back = threading.Thread(target=_relay, args=(server, connection), daemon=True)
            back.start()
            _relay(connection, server)
            back.join()

    return step


def _relay(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class FaultServer:
    def __init__(self, steps, tls=None):
        self.steps, self.tls = list(steps), tls
        self.requests = self.connections = 0
        self.seen = []
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            while self._read_request(connection):
                if not self._next_step()(connection):
                    break
        except (OSError, ssl.SSLError):
            pass
        finally:
            connection.close()

    def _next_step(self):
        with self.lock:
            step = self.steps[min(self.requests, len(self.steps) - 1)]
            self.requests += 1
            return step

    def _read_request(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return False
            data += more
        head, _, body = data.partition(b"\r\n\r\n")
        length = 0
        for line in head.split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        while len(body) < length:
            body += connection.recv(65536)
        self.seen.append((head.decode(), body))
        return True
