"""HTTP on a loopback port: one thread, many connections, every response after the same time."""

import asyncio
import threading
from email.message import Message

from testkit.aws.request_check import Request

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Connection(asyncio.Protocol):
    """One connection. A client sends its next request after the response to the last one."""

    def __init__(self, server):
        self.server, self.data, self.head, self.length = server, bytearray(), None, 0

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.data += data
        while True:
            if self.head is None:
                end = self.data.find(b"\r\n\r\n")
                if end < 0:
                    return
                self.head = self._head(bytes(self.data[:end]).decode("latin-1"))
                del self.data[: end + 4]
                self.length = int(self.head[2].get("content-length") or 0)
                if self.head[2].get("expect") and len(self.data) < self.length:
                    self.transport.write(CONTINUE)
            if len(self.data) < self.length:
                return
            request = Request(*self.head, bytes(self.data[: self.length]))
            del self.data[: self.length]
            self.head = None
            self.server.take(request, self.reply)

    @staticmethod
    def _head(text):
        first, *lines = text.split("\r\n")
        method, target, _ = first.split(" ")
        headers = Message()
        for line in lines:
            name, _, value = line.partition(":")
            headers[name] = value.strip()
        return method, target, headers

    def reply(self, method, status, headers, body):
        if self.transport.is_closing():
            return
        lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in headers.items())]
        # The length of what a HEAD asks about is that of the object.
        if not any(name.lower() == "content-length" for name in headers):
            lines.append(f"Content-Length: {len(body)}")
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        self.transport.write(head if method == "HEAD" else head + body)


class Server:
    """Serves in a thread of its own. Use it as a context manager.

    respond  a function of a Request that returns (status, headers, body), or a coroutine of it
    latency  seconds from a request to its response
    """

    def __init__(self, respond, latency=0.0, port=0):
        self.respond, self.latency, self.port = respond, latency, port
        self.calls = self.waiting = self.most = 0
        self.loop = asyncio.new_event_loop()

    def __enter__(self):
        ready = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self.thread.start()
        ready.wait()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def _run(self, ready):
        asyncio.set_event_loop(self.loop)
        listening = self.loop.create_server(lambda: Connection(self), "127.0.0.1", self.port, backlog=1024)
        server = self.loop.run_until_complete(listening)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self.loop.run_forever()
        server.close()
        # Long polls that nobody waits for any more.
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.run_until_complete(asyncio.sleep(0))
        self.loop.close()

    def take(self, request, reply):
        self.calls += 1
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        due = self.loop.time() + self.latency
        answer = self.respond(request)
        if asyncio.iscoroutine(answer):
            self.loop.create_task(self._later(answer, due, request, reply))
        else:
            self.loop.call_at(due, self._reply, request, answer, reply)

    async def _later(self, answer, due, request, reply):
        answer = await answer
        self.loop.call_at(due, self._reply, request, answer, reply)

    def _reply(self, request, answer, reply):
        self.waiting -= 1
        reply(request.method, *answer)
